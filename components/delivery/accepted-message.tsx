import Link from 'next/link';
import type { Proven } from '@/lib/wizard/draft';

type Props = {
  readonly proven: Proven;
  /** Where the practice server keeps what it took; undefined for any other server. */
  readonly inbox: string | undefined;
};

/** The server took the message: its own reply, the queue id, and what that does not prove. */
export function AcceptedMessage({ proven, inbox }: Props) {
  const { outcome, endpoint, to } = proven;
  if (outcome.status !== 'accepted') return null;
  const { code, text } = outcome.reply;
  return (
    <div className="notice ok">
      <p>
        <strong>Accepted</strong> by <code>{endpoint.host}</code> for <code>{to}</code>. Check that it arrived, and look
        in spam: accepted is not yet arrived.
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
  );
}
