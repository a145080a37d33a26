import type { Route } from '@/lib/discovery/rank';
import type { DiscoveryReport } from '@/lib/discovery/report';
import { outcomeSentence } from '@/lib/discovery/words';

const names: Readonly<Record<Route, (domain: string) => string>> = {
  table: () => 'Outport’s own list of mail domains',
  autoconfig: (domain) => `The settings document at autoconfig.${domain}`,
  'well-known': (domain) => `The settings document at ${domain}`,
  srv: () => 'The DNS records for submission (SRV)',
  mx: () => 'The DNS records for receiving mail (MX)',
  guess: () => 'Usual names: smtp., mail. and the domain itself',
};

/** The evidence: each way that was tried, and how it ended. */
export function WaysTried({ report }: { readonly report: DiscoveryReport }) {
  const domain = report.domain ?? '';
  return (
    <details className="disclosure">
      <summary>How Outport looked</summary>
      <dl>
        {report.routes.map(({ route, outcome, tookMs }) => (
          <div key={route}>
            <dt>{names[route](domain)}</dt>
            <dd>
              {outcome === undefined ? 'Not finished.' : outcomeSentence(outcome)}
              {tookMs !== undefined && ` ${Math.round(tookMs)} ms`}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
