import { FindingCard } from '@/components/findings/finding-card';
import type { ArrivalReading } from '@/lib/arrival/read-arrival';

type Read = Extract<ArrivalReading, { status: 'read' }>;

function Verdict({ isOurs, trust, facts: { authority, from } }: Read) {
  const writer = authority.kind === 'nobody' ? '' : authority.writer;
  if (trust === 'not-checked')
    return (
      <p className="notice">
        <strong>Not known</strong> whether the mail is trusted: this source does not say.
      </p>
    );
  if (trust === 'not-trusted')
    return (
      <p className="notice failure">
        <strong>Not trusted.</strong> <code>{writer}</code> could not prove that the mail comes from <code>{from}</code>
        .
      </p>
    );
  return (
    <p className={isOurs ? 'notice ok' : 'notice'}>
      <strong>Trusted.</strong> <code>{writer}</code> found that the mail comes from <code>{from}</code>.
    </p>
  );
}

/** What a source says: whose it is, whether it is trusted, the way it took, and what there is to mend. */
export function SourceResult({ reading }: { readonly reading: ArrivalReading }) {
  if (reading.status === 'not-read') return null;
  if (reading.status === 'another-message')
    return (
      <p className="notice warning">
        This is the source of another mail{reading.subject !== undefined && `, “${reading.subject}”`}. Take the one that
        has the code in its subject.
      </p>
    );
  const { isOurs, findings, way, evidence } = reading;
  return (
    <>
      <p>
        {isOurs
          ? `This is the source of your test email. ${way}`
          : `This part does not say which mail it belongs to. ${way}`}
      </p>
      <Verdict {...reading} />
      {findings.length === 0 && <p>There is nothing to mend.</p>}
      {findings.map((finding) => (
        <FindingCard key={finding.ruleId} finding={finding} />
      ))}
      {evidence.length > 0 && (
        <details className="disclosure">
          <summary>What the servers wrote</summary>
          <pre tabIndex={0} role="region" aria-label="What the servers wrote">
            {evidence.join('\n')}
          </pre>
        </details>
      )}
    </>
  );
}
