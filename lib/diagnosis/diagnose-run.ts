import { notesFitting } from '@/lib/hosts/fitting';
import type { HostNote } from '@/lib/hosts/host-note';
import type { Attempt } from '@/lib/probe/events';
import type { EndpointReport } from '@/lib/probe/report';
import type { Provider, ProviderVariant } from '@/lib/providers/provider';
import { authMechanisms } from '@/lib/smtp/reply';
import type { Failure } from '@/lib/smtp/outcome';
import { diagnose } from './diagnose';
import type { Finding, Severity, Vantage } from './finding';
import { usableFor } from './recommend';
import { connected } from './run-facts';
import { familyFindings } from './rules/families';

export type Run = {
  readonly reports: readonly EndpointReport[];
  readonly attempts: readonly Attempt[];
  readonly provider?: Provider | undefined;
  readonly variant?: ProviderVariant | undefined;
  readonly username?: string | undefined;
  readonly vantage?: Vantage | undefined;
  /** The note of the host the person is on, if they said so, else every note there is. */
  readonly hostNotes?: readonly HostNote[] | undefined;
};

const bySeverity: readonly Severity[] = ['blocker', 'warning', 'note'];

/** What went wrong on one endpoint: its failure, or no login by password where one is needed. */
function troubleOf(report: EndpointReport, credentials: boolean): Failure | undefined {
  const { outcome } = report;
  if (outcome?.status === 'failed') return outcome.failure;
  if (outcome?.status !== 'usable' || outcome.tls === undefined || usableFor(report, credentials)) return undefined;
  return { stage: 'auth', secured: true, kind: 'auth-not-offered', mechanisms: authMechanisms(outcome.capabilities) };
}

/** Usable, or answering in the clear where that was asked for and no password is involved. */
function worksFor(report: EndpointReport, credentials: boolean): boolean {
  return usableFor(report, credentials) || (!credentials && report.outcome?.status === 'usable');
}

/** When nothing works and every port meant for sending tells the same story, that story is the run's. */
function commonCause(run: Run): Finding[] {
  const { reports, attempts, provider, variant, username, vantage } = run;
  const credentials = username !== undefined;
  const settled = reports.filter(({ outcome }) => outcome !== undefined && outcome.status !== 'not-tested');
  if (settled.length === 0 || settled.length < reports.length || settled.some((r) => worksFor(r, credentials)))
    return [];
  const findings = settled.flatMap((report) => {
    const failure = troubleOf(report, credentials);
    if (failure === undefined) return [];
    const { host, port, security } = report.endpoint;
    const { transcript } = report;
    return [
      diagnose({ failure, host, port, security, transcript, provider, variant, username, reports, attempts, vantage }),
    ];
  });
  const telling = findings.filter(({ severity }) => severity !== 'note');
  const [first] = telling;
  return first !== undefined && telling.every(({ ruleId }) => ruleId === first.ruleId) ? [first] : [];
}

/** Ports that one network closes for everybody → the hosts known for just that, with their way to have them opened. */
function closedByHost({ reports, variant, hostNotes = [] }: Run): Finding[] {
  const offered = (port: number) => variant === undefined || variant.ports.some((own) => own.port === port);
  const isSilent = ({ outcome }: EndpointReport) =>
    outcome?.status === 'failed' && outcome.failure.kind === 'timed-out' && outcome.failure.stage === 'connect';
  const ports = (which: (report: EndpointReport) => boolean) =>
    reports.filter(which).map(({ endpoint }) => endpoint.port);
  const silent = ports((report) => isSilent(report) && offered(report.endpoint.port));
  const notes = notesFitting(hostNotes, { silent, open: ports(connected) });
  const [first] = notes;
  if (first === undefined) return [];
  const telling = silent.filter((port) => port !== 25).join(', ');
  const usually = notes.every(({ confidence }) => confidence === 'documented') ? '' : 'usually ';
  return [
    {
      ruleId: 'closed-by-host',
      severity: 'note',
      title:
        notes.length === 1 ? `${first.name} ${usually}closes ${telling}` : `Some hosts are known to close ${telling}`,
      why: `What was seen fits ${notes.map(({ name }) => name).join('; ')}. If your site runs elsewhere, ask there.`,
      doThis: notes.slice(0, 6).map(({ name, unblock }) => `${name}: ${unblock}`),
      evidence: [`Silent: ${silent.join(', ')}`, `Connected: ${ports(connected).join(', ') || 'none'}`],
      source: first.source,
    },
  ];
}

/** A whole run → what is true of all of it, worst first; what is true of one port stands in `diagnose`. */
export function diagnoseRun(run: Run): Finding[] {
  return [...commonCause(run), ...familyFindings(run.attempts), ...closedByHost(run)].sort(
    (a, b) => bySeverity.indexOf(a.severity) - bySeverity.indexOf(b.severity),
  );
}
