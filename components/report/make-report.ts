'use client';
import { askArrival, pressedLink } from '@/components/delivery/ask-arrival';
import { deliveryEvidence } from '@/components/delivery/delivery-evidence';
import { rowEvidence, type RunFacts } from '@/components/probe/row-evidence';
import { findingsOf } from '@/components/probe/run-findings';
import type { DraftState } from '@/components/wizard/draft-context';
import { fetchProvider } from '@/components/wizard/use-known-server';
import type { ReadArrival } from '@/lib/arrival/read-arrival';
import { diagnose, diagnoseUnknown } from '@/lib/diagnosis/diagnose';
import { diagnoseAccepted } from '@/lib/diagnosis/diagnose-accepted';
import type { Finding } from '@/lib/diagnosis/finding';
import { usableFor } from '@/lib/diagnosis/recommend';
import { hostNotes } from '@/lib/hosts/catalog';
import { planPorts, type PlannedPort } from '@/lib/probe/plan';
import { emptyProbeReport } from '@/lib/probe/report';
import { buildReport } from '@/lib/report/build-report';
import type { Report } from '@/lib/report/report';
import { confirmArrival, sentMessageId, withoutSecret, type Draft } from '@/lib/wizard/draft';
import { knownServer, nameServerOf, type KnownServer } from '@/lib/wizard/known-server';
import { portRows } from '@/lib/wizard/port-rows';
import { seenFromWebServer } from './seen-from-web-server';

/** What a tab knows, of which a report is made. */
export type Told = Pick<DraftState, 'draft' | 'report' | 'testedAt' | 'delivery' | 'reading' | 'mode' | 'directory'>;

/** The ports that are tried, whether they were or not. */
function planOf({ draft: { account }, mode }: Told, { variant }: KnownServer): readonly PlannedPort[] {
  const { host = '', ports = [] } = account ?? {};
  return planPorts({ host, ports, variant, isHosted: mode === 'hosted' });
}

/** The rows of the port test and what they have in common; no rows where the test is no longer known. */
function runOf(
  { draft: { account }, report, mode, directory }: Told,
  known: KnownServer,
  plan: readonly PlannedPort[],
): RunFacts {
  const { login = true, username } = account ?? {};
  return {
    rows: report === undefined ? [] : portRows(plan, report, known, false),
    attempts: report?.attempts ?? [],
    known,
    directory,
    username: login ? (username ?? '') : undefined,
    vantage: mode,
  };
}

/** What is said of each port that failed, by the id of its row. */
function portFindings(run: RunFacts): ReadonlyMap<string, Finding> {
  return new Map(
    run.rows.flatMap((row) => {
      const { outcome } = row.report;
      return outcome?.status === 'failed' ? [[row.id, diagnose(rowEvidence(row, outcome.failure, run))] as const] : [];
    }),
  );
}

/** What is said of the message, worst first: nothing where all is answered, since it was seen to arrive. */
function messageFinding(told: Told, known: KnownServer): Finding | undefined {
  const { proven } = told.draft;
  if (proven?.arrived !== undefined) return undefined;
  if (proven?.outcome.status === 'accepted') {
    const { provider } = known;
    return diagnoseAccepted({ reply: proven.outcome.reply, to: proven.to, provider })[0];
  }
  const evidence =
    proven === undefined || told.delivery === undefined
      ? undefined
      : deliveryEvidence({ ...told, known }, told.delivery, proven.to);
  if (evidence === undefined) return undefined;
  return proven?.outcome.status === 'outcome-unknown' ? diagnoseUnknown(evidence) : diagnose(evidence);
}

/** What the tab knows; where a link can reach Outport, whether it was pressed is asked once more. */
async function upToDate({ draft, mode }: Told): Promise<Draft> {
  const { proven } = draft;
  const messageId = proven === undefined ? undefined : sentMessageId(proven);
  if (messageId === undefined || proven?.arrived !== undefined || mode === 'local') return draft;
  const pressed = pressedLink(await askArrival(messageId));
  return pressed === undefined ? draft : confirmArrival(draft, messageId, pressed);
}

/** What the source of this very message said; one that was pasted for an earlier message says nothing of it. */
function readingOf({ draft: { proven }, reading }: Told): ReadArrival | undefined {
  if (proven === undefined || reading === undefined) return undefined;
  return sentMessageId(proven) === reading.messageId ? reading.source : undefined;
}

/** What this tab knows → its report. Every rule comes along, so this file is fetched when a report is asked for. */
export async function makeReport(tab: Told, showNames: boolean): Promise<Report | undefined> {
  const told = { ...tab, draft: await upToDate(tab) };
  const { draft, testedAt, delivery, mode, directory } = told;
  const named = nameServerOf(directory, draft);
  const known = knownServer(
    named.provider === undefined ? undefined : await fetchProvider(named.provider),
    named.variant,
  );
  const plan = planOf(told, known);
  const run = runOf(told, known, plan);
  const credentials = run.username !== undefined;
  const isStuck = !run.rows.some((row) => usableFor(row.report, credentials));
  const state = {
    draft: withoutSecret(draft),
    vantage: mode,
    provider: known.provider?.name,
    usernameIsFixed: (known.variant?.username ?? known.provider?.username)?.kind === 'fixed',
    made: new Date().toISOString(),
    testedAt,
    rows: run.rows,
    attempts: run.attempts,
    webServer: await seenFromWebServer(
      plan.map(({ endpoint }) => endpoint),
      { here: told.report ?? emptyProbeReport, provider: known.provider, credentials, hostNotes },
    ),
    delivery,
    reading: readingOf(told),
    findings: {
      run: run.rows.length === 0 ? [] : findingsOf({ run, isStuck }),
      ports: portFindings(run),
      message: messageFinding(told, known),
    },
  };
  return buildReport(state, showNames);
}
