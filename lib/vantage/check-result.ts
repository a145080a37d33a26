/** What a check brought back → the report of a probe, or the reason it is not taken. Data only: nothing of it is ever HTML. */
import * as z from 'zod/mini';
import { probeEventSchema } from '@/lib/probe/events';
import { emptyProbeReport, foldProbe, type ProbeReport } from '@/lib/probe/report';
import { endpointId } from '@/lib/smtp/endpoint';
import { clockErrorSeconds, type CheckRun } from './check-run';
import { findToken, isSigned, unpack, type TokenProblem } from './check-token';
import { hostProblemSchema } from './host-problem';

const checkWays = ['php-web', 'php-command-line', 'wp-cli', 'shell'] as const;

const checkResultSchema = z.strictObject({
  run: z.string(),
  version: z.string(),
  /** By the web server's clock, in milliseconds. */
  at: z.number(),
  by: z.enum(checkWays),
  php: z.optional(z.string().check(z.maxLength(100))),
  problems: z.array(hostProblemSchema).check(z.maxLength(10)),
  /** The events of a probe, as `lib/probe` tells them; none when the host let nothing be tried. */
  events: z.array(probeEventSchema).check(z.maxLength(600)),
});
export type CheckResult = Readonly<z.output<typeof checkResultSchema>>;

export type Refusal =
  TokenProblem | 'other-run' | 'forged' | 'unreadable' | 'other-endpoints' | 'already-used' | 'stale';

/** What a person reads when a result is not taken. */
export const refusalSentences: Readonly<Record<Refusal, string>> = {
  oversized: 'This is more than a result can be (64 kB). Copy only the text from BEGIN to END.',
  'no-result': 'There is no result in this text. Copy everything from BEGIN OUTPORT RESULT to END OUTPORT RESULT.',
  truncated: 'The result is cut off. Copy all of it, from the line with BEGIN to the line with END.',
  'other-version':
    'This result was made by a file of another version of Outport. Make a new check file here and run that.',
  'other-run': 'This result belongs to another check. Use the file that was made here last, or make a new one.',
  forged: 'The signature does not fit: the result was changed on the way, or the file did not make it.',
  unreadable: 'The result is signed, but Outport cannot read it. Make a new check file and run that.',
  'other-endpoints': 'The result is about other servers or ports than those of this check. Make a new check file.',
  'already-used': 'This result has been taken already, or a newer one. Run the check again for a new one.',
  stale:
    "The result is too old: a check is good for one hour. If it was made just now, the web server's clock is wrong; have it set, and make a new check file.",
};

export type CheckReading =
  | { readonly status: 'taken'; readonly result: CheckResult; readonly report: ProbeReport }
  | { readonly status: 'refused'; readonly reason: Refusal };

export type ReadOptions = {
  readonly nowMs?: number;
  /** `at` of this run's result that was taken last; the caller remembers. Only a newer one is taken after it. */
  readonly takenAt?: number | undefined;
};

/** Every endpoint of the run is planned and settled once, and the probe came to its end; or the host let nothing be tried. */
function isOfRun({ events, problems }: CheckResult, run: CheckRun): boolean {
  if (events.length === 0) return problems.length > 0;
  const wanted = run.endpoints.map(endpointId).sort().join(' ');
  const [first] = events;
  const settled = events.flatMap((event) => (event.event === 'endpoint-settled' ? [event.endpoint] : []));
  return (
    first?.event === 'planned' &&
    first.endpoints.map(endpointId).sort().join(' ') === wanted &&
    settled.sort().join(' ') === wanted &&
    events.at(-1)?.event === 'finished'
  );
}

function isStale(at: number, { madeAt, expiresAt }: CheckRun, nowMs: number): boolean {
  const latest = (expiresAt + clockErrorSeconds) * 1000;
  return nowMs > latest || at > latest || at < (madeAt - clockErrorSeconds) * 1000;
}

/** The rest, once the signature holds. */
function judge(value: unknown, run: CheckRun, nowMs: number, takenAt = -Infinity): CheckReading | Refusal {
  const { data } = z.safeParse(checkResultSchema, value);
  if (data === undefined || data.version !== run.version) return 'unreadable';
  if (data.run !== run.id) return 'other-run';
  if (!isOfRun(data, run)) return 'other-endpoints';
  if (isStale(data.at, run, nowMs)) return 'stale';
  if (data.at <= takenAt) return 'already-used';
  return { status: 'taken', result: data, report: data.events.reduce(foldProbe, emptyProbeReport) };
}

/**
 * The fragment of an address or pasted text, and the run it should belong to → the result, or why it is refused. Needs
 * Web Crypto, which browsers have on https and on loopback.
 */
export async function readCheckResult(
  text: string,
  run: CheckRun,
  { nowMs = Date.now(), takenAt }: ReadOptions = {},
): Promise<CheckReading> {
  const refused = (reason: Refusal): CheckReading => ({ status: 'refused', reason });
  const token = findToken(text);
  if (typeof token === 'string') return refused(token);
  if (token.run !== run.id) return refused('other-run');
  if (!(await isSigned(token, run.secret))) return refused('forged');
  const unpacked = await unpack(token);
  if (unpacked === 'oversized') return refused(unpacked);
  const reading = unpacked === undefined ? 'unreadable' : judge(unpacked.value, run, nowMs, takenAt);
  return typeof reading === 'string' ? refused(reading) : reading;
}
