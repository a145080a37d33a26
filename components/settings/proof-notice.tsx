import type { Proven } from '@/lib/wizard/draft';
import type { Claim } from '@/lib/wizard/finished-settings';
import { arrivalWords, readableMoment } from '@/lib/wizard/proof';

type Props = {
  readonly state: Claim;
  readonly proven: Proven | undefined;
  /** When the port was seen to work from the web server. */
  readonly seenThere: string | undefined;
  readonly vantage: string;
};

/** A check on the web server found the port usable there. */
function Seen({ at }: { readonly at: string }) {
  return (
    <p className="notice">
      <strong>Connects</strong> from your web server, with verified encryption, seen on{' '}
      <time dateTime={at}>{readableMoment(at)}</time> by its own clock. No message was sent with these values.
    </p>
  );
}

/** A message that came through: the server's own reply, or that it was lost; and how the arrival was seen. */
function CameThrough({ proven, vantage }: { readonly proven: Proven; readonly vantage: string }) {
  const { outcome, endpoint, when, arrived } = proven;
  const host = <code>{endpoint.host}</code>;
  const on = <time dateTime={when}>{readableMoment(when)}</time>;
  return (
    <div className="notice ok">
      {outcome.status === 'accepted' ? (
        <p>
          <strong>Accepted</strong> by {host} on {on}, sent from {vantage}:{' '}
          <code>
            {outcome.reply.code} {outcome.reply.text.join(' ')}
          </code>
        </p>
      ) : (
        <p>
          Handed to {host} on {on}, from {vantage}. Its answer was lost, so nobody saw it accept the message.
        </p>
      )}
      {arrived !== undefined && (
        <p>
          <strong>Arrived:</strong> {arrivalWords(arrived)}.
        </p>
      )}
    </div>
  );
}

/** What was proven of these settings, from where and when; and what was not. */
export function ProofNotice({ state, proven, seenThere, vantage }: Props) {
  if (state === 'works' && proven !== undefined) return <CameThrough proven={proven} vantage={vantage} />;
  if (state === 'connects')
    return (
      <p className="notice">
        <strong>Connects</strong> from {vantage}, with verified encryption. No message was accepted with exactly these
        values.
      </p>
    );
  if (seenThere !== undefined) return <Seen at={seenThere} />;
  return (
    <p className="notice warning">
      <strong>Not tested</strong> with exactly these values.
    </p>
  );
}
