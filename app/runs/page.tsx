import type { Metadata } from 'next';
import { MyRuns } from '@/components/report/my-runs';

export const metadata: Metadata = { title: 'My runs – Outport' };

export default function RunsPage() {
  return (
    <main id="main">
      <h1>My runs</h1>
      <p className="lede">
        The reports you made with this browser, newest first. Only this browser keeps the list, and there is no password
        in it.
      </p>
      <MyRuns />
    </main>
  );
}
