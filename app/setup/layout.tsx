import type { ReactNode } from 'react';
import { DraftProvider } from '@/components/wizard/draft-context';

export default function SetupLayout({ children }: { children: ReactNode }) {
  return (
    <DraftProvider mode={process.env['OUTPORT_MODE'] === 'hosted' ? 'hosted' : 'local'}>
      <noscript>
        <p className="notice warning">
          The wizard needs JavaScript: it shows each port while it is tried. The <a href="/ports">port guide</a> works
          without.
        </p>
      </noscript>
      {children}
    </DraftProvider>
  );
}
