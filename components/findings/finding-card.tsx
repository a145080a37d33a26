import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import type { Finding, Severity } from '@/lib/diagnosis/finding';
import styles from './finding-card.module.css';

const tones: Readonly<Record<Severity, string | undefined>> = {
  blocker: styles.blocker,
  warning: styles.warning,
  note: styles.note,
};

/** What happened, why that usually is, what to do, and the evidence one click away. Children stand before the evidence. */
export function FindingCard({ finding, children }: { readonly finding: Finding; readonly children?: ReactNode }) {
  const { title, why, doThis, evidence, severity, source } = finding;
  const steps = doThis.map((line, index) => `${index + 1}. ${line}`);
  const details = [title, why, ...steps, '', ...evidence].join('\n');
  return (
    <section className={`${styles.card ?? ''} ${tones[severity] ?? ''}`}>
      <h2>{title}</h2>
      <p>{why}</p>
      <ol>
        {doThis.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {children}
      <details className="disclosure">
        <summary>Evidence</summary>
        <pre tabIndex={0} role="region" aria-label={`Evidence: ${title}`}>
          {evidence.join('\n')}
        </pre>
        <p>
          <a href={source} rel="noreferrer" target="_blank">
            Where this is written (new tab)
          </a>
        </p>
        <p>
          <CopyButton label="details for your provider" text={details} isNamed />
        </p>
      </details>
    </section>
  );
}
