import type { ReactNode } from 'react';
import { DraftProvider } from '@/components/wizard/draft-context';

export default function SetupLayout({ children }: { children: ReactNode }) {
  return <DraftProvider mode={process.env['OUTPORT_MODE'] === 'hosted' ? 'hosted' : 'local'}>{children}</DraftProvider>;
}
