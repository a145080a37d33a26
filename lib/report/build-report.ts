/** What the tab knows of a run → its report. Findings come as they were shown; the draft comes without its password. */
import type { ReadArrival } from '@/lib/arrival/read-arrival';
import type { Finding } from '@/lib/diagnosis/finding';
import { attemptFate } from '@/lib/probe/attempt-fate';
import type { Attempt } from '@/lib/probe/events';
import type { DeliveryReport, StageRecord } from '@/lib/probe/report';
import { stageName } from '@/lib/probe/row-status';
import { byteLength } from '@/lib/smtp/address';
import type { StoredDraft } from '@/lib/wizard/draft';
import { claim, finishedSettings } from '@/lib/wizard/finished-settings';
import type { PortRow } from '@/lib/wizard/port-rows';
import { masker, type Mask } from './mask';
import { reportWebServer, type SeenFromWebServer } from './report-web-server';
import { tones } from './tones';
import { counts, lengths, reportLimit, type Report, type ReportedPort, type ReportFinding } from './report';
import { line, lines, reportFinding } from './report-finding';
import { reportSource } from './report-source';

export type RunState = {
  readonly draft: StoredDraft;
  readonly vantage: Report['vantage'];
  /** As it is shown; undefined for a server nobody knows. */
  readonly provider?: string | undefined;
  /** The provider gives everybody the same user name: no secret, and part of the advice. */
  readonly usernameIsFixed: boolean;
  /** ISO 8601. */
  readonly made: string;
  readonly testedAt?: string | undefined;
  /** Empty where a reload of the page has lost the port test. */
  readonly rows: readonly PortRow[];
  readonly attempts: readonly Attempt[];
  /** Where a check was brought back from the web server. */
  readonly webServer?: SeenFromWebServer | undefined;
  readonly delivery?: DeliveryReport | undefined;
  /** What the source of the message showed, where it was pasted. */
  readonly reading?: ReadArrival | undefined;
  readonly findings: {
    readonly run: readonly Finding[];
    /** By the id of its row. */
    readonly ports: ReadonlyMap<string, Finding>;
    readonly message?: Finding | undefined;
  };
};

const nothingMasked: Mask = { ours: (text) => text, theirs: (text) => text };

const ofFinding = (finding: Finding | undefined, mask: Mask) =>
  finding === undefined ? {} : { finding: reportFinding(finding, mask) };

function reportStages(stages: readonly StageRecord[]): ReportedPort['stages'] {
  return stages.slice(0, counts.stages).map(({ stage, secured, tookMs }) => {
    return { name: stageName(stage, secured), ...(tookMs === undefined ? {} : { tookMs }) };
  });
}

function reportPort(row: PortRow, { attempts, findings }: RunState, mask: Mask): ReportedPort {
  const { id, planned, report, status } = row;
  const { endpoint, role } = planned;
  return {
    port: endpoint.port,
    security: endpoint.security,
    ...(role === endpoint.port ? {} : { plays: role }),
    tone: tones[status.tone],
    word: status.word,
    detail: line(status.detail, lengths.word),
    stages: reportStages(report.stages),
    addresses: attempts
      .filter((attempt) => attempt.endpoint === id)
      .slice(0, counts.addresses)
      .map((attempt) => {
        return { address: line(attempt.address, lengths.word), result: attemptFate(attempt), tookMs: attempt.tookMs };
      }),
    ...ofFinding(findings.ports.get(id), mask),
  };
}

function reportMessage(state: RunState, mask: Mask): Report['message'] {
  const { draft, delivery, reading, findings } = state;
  const { proven } = draft;
  if (proven === undefined) return undefined;
  const { endpoint, from, to, when, outcome, arrived } = proven;
  const reply = outcome.status === 'accepted' ? outcome.reply : undefined;
  const queueId = outcome.status === 'accepted' ? outcome.queueId : undefined;
  const messageId = 'messageId' in outcome ? outcome.messageId : undefined;
  return {
    ...endpoint,
    from: mask.ours(from.address),
    to: mask.ours(to),
    when,
    status: outcome.status,
    reply: lines((reply?.text ?? []).map((text) => mask.theirs(`${reply?.code ?? ''} ${text}`))),
    ...(queueId === undefined ? {} : { queueId: line(queueId, lengths.word) }),
    ...(messageId === undefined ? {} : { messageId: line(messageId, lengths.name) }),
    ...(arrived === undefined ? {} : { arrival: arrived }),
    ...(reading === undefined ? {} : { source: reportSource(reading, mask) }),
    stages: reportStages(delivery?.stages ?? []),
    transcript: (delivery?.transcript ?? []).slice(-counts.transcript).map((said) => {
      return { from: said.from, text: line(mask.theirs(said.text)) };
    }),
    ...ofFinding(findings.message, mask),
  };
}

function reportSettings(draft: StoredDraft, { ours }: Mask): Report['settings'] {
  const whole = { ...draft, password: '' };
  const settings = finishedSettings(whole);
  if (settings === undefined) return undefined;
  const { host, port, security, username, usernameIsPassword, from } = settings;
  const login = usernameIsPassword === true ? 'password-is-username' : username === undefined ? 'none' : 'username';
  return {
    host,
    port,
    security,
    login,
    ...(username === undefined ? {} : { username: line(ours(username), lengths.name) }),
    from: ours(from.address),
    ...(from.name === '' ? {} : { fromName: line(ours(from.name), lengths.name) }),
    claim: claim(whole),
  };
}

/** Who and what is masked: the owner, the sender, the recipient; not a user name that a provider gives to everybody. */
function maskFor({ draft: { account, proven }, usernameIsFixed }: RunState): Mask {
  const words = [account?.from.name, proven?.from.name, usernameIsFixed ? undefined : account?.username];
  const addresses = [account?.from.address, proven?.from.address, proven?.to];
  return masker([...words, ...addresses].filter((word) => word !== undefined));
}

const withoutPortFindings = (report: Report): Report => ({
  ...report,
  ports: report.ports.map(({ finding: _dropped, ...port }) => port),
});

const withoutEvidence = (report: Report): Report => {
  const bare = <T extends { finding?: ReportFinding | undefined }>(part: T): T =>
    part.finding === undefined ? part : { ...part, finding: { ...part.finding, evidence: [] } };
  return {
    ...report,
    ports: report.ports.map(bare),
    findings: report.findings.map((found) => ({ ...found, evidence: [] })),
  };
};

/** What servers wrote is dropped first where a report would weigh too much to be handed on; what we say of them stays. */
function bounded(report: Report): Report {
  const fits = (candidate: Report) => byteLength(JSON.stringify(candidate)) <= reportLimit;
  const lighter = withoutEvidence(report);
  return [report, lighter].find(fits) ?? withoutPortFindings(lighter);
}

/** Undefined until an account is given. Names and addresses are masked unless their owner wants them shown. */
export function buildReport(state: RunState, showNames: boolean): Report | undefined {
  const { draft, vantage, provider, made, testedAt, rows, webServer, findings } = state;
  if (draft.account === undefined) return undefined;
  const mask = showNames ? nothingMasked : maskFor(state);
  const message = reportMessage(state, mask);
  const settings = reportSettings(draft, mask);
  return bounded({
    version: 1,
    made,
    vantage,
    ...(provider === undefined ? {} : { provider: line(provider, lengths.word) }),
    host: draft.account.host,
    ...(testedAt === undefined || rows.length === 0 ? {} : { testedAt }),
    ports: rows.slice(0, counts.ports).map((row) => reportPort(row, state, mask)),
    findings: findings.run.slice(0, counts.findings).map((finding) => reportFinding(finding, mask)),
    ...(webServer === undefined ? {} : { webServer: reportWebServer(webServer, mask) }),
    ...(message === undefined ? {} : { message }),
    ...(settings === undefined ? {} : { settings }),
    masked: !showNames,
  });
}
