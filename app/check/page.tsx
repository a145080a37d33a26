import type { Metadata } from 'next';
import { CheckReturn } from '@/components/vantage/check-return';

export const metadata: Metadata = { title: 'The check from your web server – Outport', robots: { index: false } };

export default function CheckPage() {
  return <CheckReturn />;
}
