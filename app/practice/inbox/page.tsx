import type { Metadata } from 'next';
import Link from 'next/link';
import { connection } from 'next/server';
import { practiceServer } from '@/lib/practice/practice-server';
import styles from './inbox.module.css';

export const metadata: Metadata = { title: 'Practice inbox – Outport' };

export default async function InboxPage() {
  await connection();
  const messages = practiceServer()?.mailbox.list() ?? [];
  return (
    <main id="main">
      <h1>Practice inbox</h1>
      <p className="lede">
        What the practice server took over, newest first. It is kept in memory and is gone when Outport stops.
      </p>
      {messages.length === 0 ? (
        <p>
          Nothing here yet. <Link href="/setup/provider">Set up the practice server</Link> and send a test email to see
          it arrive.
        </p>
      ) : (
        <ol className={styles.list}>
          {messages.map(({ id, subject, from, to, when }) => (
            <li key={id}>
              <Link href={`/practice/inbox/${id}`}>{subject}</Link>
              <span>
                From {from} to {to}
              </span>
              <time dateTime={when}>{when.replace('T', ' ').slice(0, 19)} UTC</time>
            </li>
          ))}
        </ol>
      )}
    </main>
  );
}
