import Link from 'next/link';
import { FindingCard } from '@/components/findings/finding-card';
import { diagnose } from '@/lib/diagnosis/diagnose';
import type { EndpointReport } from '@/lib/probe/report';
import { rowStatus, stageName } from '@/lib/probe/row-status';
import type { Provider, ProviderVariant } from '@/lib/providers/provider';
import type { Security } from '@/lib/smtp/endpoint';
import { authMechanisms } from '@/lib/smtp/reply';
import styles from './board.module.css';
import { Conversation } from './conversation';
import { StageTimeline } from './stage-timeline';

export const securityNames: Readonly<Record<Security, string>> = {
  'implicit-tls': 'Implicit TLS',
  starttls: 'STARTTLS',
  cleartext: 'Not encrypted',
};

export type RowContext = {
  readonly scale: number;
  readonly at: number;
  readonly stopped: boolean;
  readonly recommended: string | undefined;
  readonly provider: Provider | undefined;
  readonly variant: ProviderVariant | undefined;
  readonly offered: (port: number) => boolean;
  readonly plays: (port: number) => number | undefined;
  readonly onUse: ((report: EndpointReport) => void) | undefined;
  readonly canUse: (report: EndpointReport) => boolean;
};

/** One endpoint: closed, its status; opened, everything that was seen. */
export function EndpointRow({ report, context }: { readonly report: EndpointReport; readonly context: RowContext }) {
  const { endpoint, outcome, stages, settledAt } = report;
  const { provider, variant } = context;
  const offered = context.offered(endpoint.port);
  const status = rowStatus(
    report,
    context.plays(endpoint.port) ?? endpoint.port,
    offered,
    provider?.shortName ?? 'this server',
    context.stopped,
  );
  const plays = context.plays(endpoint.port);
  const isBest = context.recommended === report.id;
  const until = settledAt ?? context.at;
  return (
    <li className={isBest ? `${styles.row} ${styles.best}` : styles.row}>
      <details>
        <summary>
          <span className={styles.port}>
            <b>{endpoint.port}</b>
            <small>
              {plays === undefined
                ? securityNames[endpoint.security]
                : `plays ${plays} · ${securityNames[endpoint.security]}`}
            </small>
          </span>
          <span className={styles.bars}>
            <StageTimeline stages={stages} scale={context.scale} until={until} />
            {settledAt !== undefined && <span className={styles.took}>{Math.round(settledAt)} ms</span>}
          </span>
          <span className={`${styles.verdict} ${styles[status.tone]}`}>
            {status.tone === 'works' ? '✓ ' : status.tone === 'fails' ? '✗ ' : ''}
            {status.word}
            <small>{isBest ? 'Recommended' : status.detail}</small>
          </span>
        </summary>
        <div className={styles.inside}>
          {outcome?.status === 'usable' && (
            <>
              <p>
                {outcome.tls === undefined ? (
                  'This port answers without encryption.'
                ) : (
                  <>
                    Encrypted, with a valid certificate for <code>{endpoint.host}</code>. Nothing private has been sent.
                  </>
                )}
              </p>
              <dl className={styles.facts}>
                <div>
                  <dt>Encryption</dt>
                  <dd>{outcome.tls === undefined ? 'none' : `${outcome.tls.version}, ${outcome.tls.cipher}`}</dd>
                </div>
                {outcome.tls !== undefined && (
                  <div>
                    <dt>Certificate</dt>
                    <dd>
                      {outcome.tls.certificate.subject}, until {outcome.tls.certificate.validTo.slice(0, 10)}, by{' '}
                      {outcome.tls.certificate.issuer}
                    </dd>
                  </div>
                )}
                <div>
                  <dt>Login offered</dt>
                  <dd>{authMechanisms(outcome.capabilities).join(', ') || 'none'}</dd>
                </div>
                <div>
                  <dt>Capabilities</dt>
                  <dd>
                    {outcome.capabilities.map(({ keyword, params }) => [keyword, ...params].join(' ')).join(', ')}
                  </dd>
                </div>
              </dl>
              {context.onUse !== undefined && context.canUse(report) && (
                <p>
                  <button type="button" onClick={() => context.onUse?.(report)}>
                    Use port {endpoint.port}
                  </button>
                </p>
              )}
            </>
          )}
          {outcome?.status === 'failed' && (
            <FindingCard
              finding={diagnose({
                failure: outcome.failure,
                host: endpoint.host,
                port: endpoint.port,
                security: endpoint.security,
                transcript: report.transcript,
                ...(provider === undefined ? {} : { provider }),
                ...(variant === undefined ? {} : { variant }),
              })}
            />
          )}
          <table className={styles.stages}>
            <caption className="visually-hidden">Stages of port {endpoint.port}</caption>
            <tbody>
              {stages.map(({ stage, secured, startedAt, tookMs }) => (
                <tr key={`${stage}${String(secured)}`}>
                  <th scope="row">{stageName(stage, secured)}</th>
                  <td>at {startedAt} ms</td>
                  <td>{tookMs === undefined ? 'did not pass' : `took ${tookMs} ms`}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Conversation lines={report.transcript} />
          <p>
            <Link href={`/ports#${plays ?? endpoint.port}`}>What port {plays ?? endpoint.port} is</Link>
          </p>
        </div>
      </details>
    </li>
  );
}
