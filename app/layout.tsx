import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { SiteHeader } from '@/components/wizard/site-header';
import './tokens.css';
import './globals.css';
import './print.css';

export const metadata: Metadata = {
  title: 'Outport: find the mail port that works',
  description:
    'Find the SMTP port that works from where your mail leaves, send one real test email, and copy settings that are proven.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#181c20' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection(); // every page carries the nonce of its own request
  return (
    <html lang="en">
      <body>
        <a className="skip-link" href="#main">
          Skip to the content
        </a>
        <SiteHeader />
        {children}
      </body>
    </html>
  );
}
