'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { steps } from '@/lib/wizard/steps';
import { isFirstPage } from './first-page';
import styles from './site-header.module.css';

/** The name, the steps while the wizard runs (shown, not clickable), and what can be read beside it. */
export function SiteHeader() {
  const path = usePathname();
  // The header is on every page, so it is what notices that another one is shown.
  useEffect(() => void isFirstPage(path), [path]);
  const current = steps.findIndex(({ id }) => path === `/setup/${id}`);
  return (
    <header className={styles.top}>
      <Link className={styles.mark} href="/">
        <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
          <path d="M18 5H8a3 3 0 0 0-3 3v16a3 3 0 0 0 3 3h10" />
          <path d="M13 16h14m-5-5.5 5.5 5.5-5.5 5.5" />
        </svg>
        Outport
      </Link>
      {current >= 0 && (
        <ol className={styles.steps} aria-hidden="true">
          {steps.map((step, index) => (
            <li key={step.id} className={index < current ? styles.done : index === current ? styles.current : ''}>
              <b>{index < current ? '✓' : index + 1}</b>
              <span>{step.name}</span>
            </li>
          ))}
        </ol>
      )}
      <nav className={styles.aside} aria-label="More">
        <Link href="/ports">Port guide</Link>
      </nav>
    </header>
  );
}
