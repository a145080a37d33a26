import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import type { Finding } from '@/lib/diagnosis/finding';

/** What happened, why that usually is, what to do, and the evidence one click away. Children stand before the evidence. */
export function FindingCard({ finding, children }: { readonly finding: Finding; readonly children?: ReactNode }) {
  const { title, why, doThis, evidence, severity, source } = finding;
  const tone = severity === 'blocker' ? 'failure' : severity === 'warning' ? 'warning' : '';
  const details = [title, why, ...doThis.map((line, index) => `${index + 1}. ${line}`), '', ...evidence].join('\n');
  return (
    <section className={`notice ${tone}`}>
      <h2>{title}</h2>
      <p>{why}</p>
      <ol>
        {doThis.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {children}
      <details>
        <summary>Evidence</summary>
        <pre tabIndex={0} role="region" aria-label="Evidence">
          {evidence.join('\n')}
        </pre>
        <p>
          <a href={source} rel="noreferrer" target="_blank">
            Where this is written (new tab)
          </a>
        </p>
        <p>
          <CopyButton label="details for your provider" text={details} />
        </p>
      </details>
    </section>
  );
}
