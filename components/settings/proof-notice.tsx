import type { Proven } from '@/lib/wizard/draft';
import type { Claim } from '@/lib/wizard/finished-settings';
import { readableMoment } from '@/lib/wizard/proof';

type Props = { readonly state: Claim; readonly proven: Proven | undefined; readonly vantage: string };

/** What was proven of these settings, from where and when; and what was not. */
export function ProofNotice({ state, proven, vantage }: Props) {
  if (state === 'works' && proven?.outcome.status === 'accepted') {
    const { code, text } = proven.outcome.reply;
    return (
      <p className="notice ok">
        <strong>Accepted</strong> by <code>{proven.endpoint.host}</code> on{' '}
        <time dateTime={proven.when}>{readableMoment(proven.when)}</time>, sent from {vantage}:{' '}
        <code>
          {code} {text.join(' ')}
        </code>
        {proven.arrived !== undefined && (
          <>
            {' '}
            <strong>Arrived</strong>, seen <time dateTime={proven.arrived}>{readableMoment(proven.arrived)}</time>.
          </>
        )}
      </p>
    );
  }
  if (state === 'connects')
    return (
      <p className="notice">
        <strong>Connects</strong> from {vantage}, with verified encryption. No message was accepted with exactly these
        values.
      </p>
    );
  return (
    <p className="notice warning">
      <strong>Not tested</strong> with exactly these values.
    </p>
  );
}
