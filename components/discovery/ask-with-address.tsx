import type { DiscoveryReport } from '@/lib/discovery/report';

type Props = { readonly report: DiscoveryReport; readonly onAgree: () => void };

/** Some domains answer only who tells them the address. That leaves this computer only when its owner says so. */
export function AskWithAddress({ report, onAgree }: Props) {
  const refused = report.routes.find(
    ({ route, outcome }) =>
      (route === 'autoconfig' || route === 'well-known') &&
      outcome?.result === 'http-status' &&
      outcome.status >= 400 &&
      outcome.status !== 404,
  );
  if (refused === undefined) return null;
  return (
    <p className="notice">
      {report.domain} has a settings document, but did not give it without the whole address. It would be told the
      address over a verified connection.{' '}
      <button type="button" onClick={onAgree}>
        Ask with my address
      </button>
    </p>
  );
}
