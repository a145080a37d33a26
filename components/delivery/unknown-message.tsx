import type { DeliveryReport } from '@/lib/probe/report';
import type { Proven } from '@/lib/wizard/draft';
import { readableMoment } from '@/lib/wizard/proof';
import { DeliveryFailure } from './delivery-failure';

type Props = { readonly proven: Proven; readonly delivery: DeliveryReport | undefined };

/** Nobody knows whether the message was taken: why, or after a reload only that it is so. */
export function UnknownMessage({ proven, delivery }: Props) {
  const { to, when, endpoint } = proven;
  if (delivery !== undefined) return <DeliveryFailure delivery={delivery} to={to} />;
  return (
    <p className="notice warning">
      Nobody can say whether <code>{endpoint.host}</code> took the message of{' '}
      <time dateTime={when}>{readableMoment(when)}</time>: its answer was lost. Look into the inbox of <code>{to}</code>{' '}
      first, and send again only if nothing came.
    </p>
  );
}
