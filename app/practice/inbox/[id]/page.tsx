import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { practiceServer } from '@/lib/practice/practice-server';
import styles from '../inbox.module.css';

export const metadata: Metadata = { title: 'Practice message – Outport' };

export default async function MessagePage({ params }: { params: Promise<{ id: string }> }) {
  const message = practiceServer()?.mailbox.find((await params).id);
  if (message === undefined) notFound();
  return (
    <main id="main">
      <p>
        <Link href="/practice/inbox">Practice inbox</Link>
      </p>
      <h1>{message.subject}</h1>
      <p className="lede">
        From {message.from} to {message.to}
      </p>
      <h2>As a mail program shows it</h2>
      <iframe
        className={styles.frame}
        title="The message as HTML"
        sandbox=""
        src={`/practice/inbox/${message.id}/html`}
      />
      <h2>Plain text</h2>
      <pre tabIndex={0} role="region" aria-label="Plain text">
        {message.text}
      </pre>
      <h2>Source</h2>
      <pre tabIndex={0} role="region" aria-label="Source">
        {message.source}
      </pre>
    </main>
  );
}
