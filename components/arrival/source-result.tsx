import { FindingCard } from '@/components/findings/finding-card';
import type { ArrivalReading, ReadArrival } from '@/lib/arrival/read-arrival';
import { printable } from '@/lib/diagnosis/shown';

function Verdict({ isOurs, trust, facts: { authority, from } }: ReadArrival) {
  const writer = authority.kind === 'nobody' ? '' : printable(authority.writer, 100);
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

/** Another mail's source: one that quotes the test email bears its code as well, and went another way. */
function AnotherMail({ subject, isQuoting }: Extract<ArrivalReading, { status: 'another-message' }>) {
  const named = subject === undefined ? '' : `, “${subject}”`;
  return (
    <p className="notice warning">
      {isQuoting
        ? `This is the source of a mail that forwards or answers the test email${named}. Take that of the test email itself, in the inbox it was sent to.`
        : `This is the source of another mail${named}. Take the one that has the code in its subject.`}
    </p>
  );
}

/** What a source says: whose it is, whether it is trusted, the way it took, and what there is to mend. */
export function SourceResult({ reading }: { readonly reading: ArrivalReading }) {
  if (reading.status === 'not-read') return null;
  if (reading.status === 'another-message') return <AnotherMail {...reading} />;
  const { isOurs, hasArrived, findings, way, evidence } = reading;
  if (isOurs && !hasArrived)
    return (
      <p className="notice warning">
        This is your test email as it was sent, from “Sent” perhaps: no server that delivered it stands in it. Take the
        source from the inbox it was sent to.
      </p>
    );
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
