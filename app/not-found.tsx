import type { Metadata } from 'next';
import Link from 'next/link';

export const metadata: Metadata = { title: 'There is no such page – Outport' };

export default function NotFound() {
  return (
    <main id="main">
      <h1>There is no such page</h1>
      <p className="lede">The address may be mistyped, or the page is gone.</p>
      <Link className="button-primary" href="/">
        Go to the start
      </Link>
    </main>
  );
}
