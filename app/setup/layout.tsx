import type { ReactNode } from 'react';
import { SelfTestReturn } from '@/components/exports/self-test-return';
import { DraftProvider } from '@/components/wizard/draft-context';
import { loadProviders } from '@/lib/providers/catalog';
import { directoryEntry } from '@/lib/providers/directory';

export default async function SetupLayout({ children }: { children: ReactNode }) {
  const directory = (await loadProviders()).map(directoryEntry);
  return (
    <DraftProvider mode={process.env['OUTPORT_MODE'] === 'hosted' ? 'hosted' : 'local'} directory={directory}>
      <noscript>
        <p className="notice warning">
          The wizard needs JavaScript: it shows each port while it is tried. The <a href="/ports">port guide</a> works
          without.
        </p>
      </noscript>
      <SelfTestReturn />
      {children}
    </DraftProvider>
  );
}
