import Link from 'next/link';
import { FindingCard } from '@/components/findings/finding-card';
import { diagnoseAccepted } from '@/lib/diagnosis/diagnose-accepted';
import type { Provider } from '@/lib/providers/provider';
import type { Proven } from '@/lib/wizard/draft';

type Props = {
  readonly proven: Proven;
  readonly provider: Provider | undefined;
  /** Where the practice server keeps what it took; undefined for any other server. */
  readonly inbox: string | undefined;
};

/** The message stands in the mailbox, and that is all that is known: the answer never came. */
function AnswerLost({ endpoint, to }: Proven) {
  return (
    <p className="notice ok">
      <strong>It came through</strong> to <code>{to}</code>, although the answer of <code>{endpoint.host}</code> was
      lost: nobody saw it accept the message.
    </p>
  );
}

/** The server took the message: its own reply, the queue id, and what that does not prove. */
export function AcceptedMessage({ proven, provider, inbox }: Props) {
  const { outcome, endpoint, to, arrived } = proven;
  if (outcome.status === 'outcome-unknown') return <AnswerLost {...proven} />;
  if (outcome.status !== 'accepted') return null;
  const { code, text } = outcome.reply;
  // The note that accepted is not arrived stands here already; what is worse, or what this provider adds, is a card.
  const findings = diagnoseAccepted({ reply: outcome.reply, to, provider }).filter(
    ({ severity }) => arrived === undefined && (severity !== 'note' || provider?.afterAcceptance !== undefined),
  );
  return (
    <>
      <div className="notice ok">
        <p>
          <strong>Accepted</strong> by <code>{endpoint.host}</code> for <code>{to}</code>.{' '}
          {provider?.kind === 'catcher' && 'It is kept there and goes no further.'}
          {provider?.kind !== 'catcher' &&
            arrived === undefined &&
            'Check that it arrived, and look in spam: accepted is not yet arrived.'}
        </p>
        <pre tabIndex={0} role="region" aria-label="The server’s reply">
          {text.map((line) => `${code} ${line}`).join('\n')}
        </pre>
        {outcome.queueId !== undefined && (
          <p>
            Queue id <code>{outcome.queueId}</code>: the name under which the server’s own log knows it.
          </p>
        )}
        {inbox !== undefined && (
          <p>
            <Link href={inbox}>Open the practice inbox</Link>
          </p>
        )}
      </div>
      {findings.map((finding) => (
        <FindingCard key={finding.ruleId} finding={finding} />
      ))}
    </>
  );
}
