/**
 * What this tab remembers of the logins it tried: until when the server wants one left alone, and how often in a row it
 * was refused. A login is a host and a user name, so another port or another password does not change whose turn it is.
 */
import * as z from 'zod/mini';
import type { DeliveryOutcome, Stage } from '@/lib/smtp/outcome';

export type Login = {
  readonly host: string;
  readonly username: string;
  /** The user name is the secret itself (some providers' tokens are both): it may not outlive the tab's memory. */
  readonly isSecret: boolean;
};
export type LoginRecord = Login & {
  /** Milliseconds since 1970; 0 when nobody asked to wait. */
  readonly until: number;
  readonly refusals: number;
};

const heldSchema = z.strictObject({ host: z.string(), username: z.string(), until: z.number() });
const longestMs = 86_400_000;
/** Providers lock accounts after five or ten refused logins; this leaves some for the person. */
const refusalsToWarn = 3;
const remembered = 20;

const afterLogin: readonly Stage[] = ['mail-from', 'rcpt-to', 'data'];

const isSame = (a: Login, b: Login) => a.host === b.host && a.username === b.username;

function find(records: readonly LoginRecord[], login: Login): LoginRecord {
  return records.find((record) => isSame(record, login)) ?? { ...login, until: 0, refusals: 0 };
}

/** How an attempt ended for the login: taken, judged and refused, put off, or nothing is known of it. */
function fate(outcome: DeliveryOutcome): 'taken' | 'refused' | 'put-off' | 'unknown' {
  if (outcome.status === 'not-tested') return 'unknown';
  if (outcome.status !== 'failed') return 'taken';
  const { failure } = outcome;
  if (afterLogin.includes(failure.stage)) return 'taken';
  if (failure.stage !== 'auth' || failure.kind !== 'negative-reply') return 'unknown';
  return failure.reply.code >= 500 ? 'refused' : 'put-off';
}

/** One settled attempt: `waitSeconds` is what its finding asks for, `at` when it ended. */
export type Attempt = {
  readonly outcome: DeliveryOutcome;
  readonly waitSeconds: number | undefined;
  readonly at: number;
};

/** The records with one more attempt. A server that answers the login again without asking to wait ends the wait. */
export function withAttempt(
  records: readonly LoginRecord[],
  login: Login,
  { outcome, waitSeconds, at }: Attempt,
): readonly LoginRecord[] {
  const was = find(records, login);
  const how = fate(outcome);
  if (how === 'unknown') return records;
  const until = waitSeconds === undefined ? 0 : at + Math.min(waitSeconds * 1000, longestMs);
  // Neither a right nor a wrong password: a login that was put off was not looked at.
  const refusals = how === 'taken' ? 0 : how === 'refused' ? was.refusals + 1 : was.refusals;
  const others = records.filter((record) => !isSame(record, login));
  return [...others, { ...login, until, refusals }].slice(-remembered);
}

/** Until when this login should be left alone; undefined when it need not be. */
export function heldUntil(records: readonly LoginRecord[], login: Login, now: number): number | undefined {
  const { until } = find(records, login);
  return until > now ? until : undefined;
}

/** Whether this login was to be left alone and need not be any more. */
export function isWaitOver(records: readonly LoginRecord[], login: Login, now: number): boolean {
  const { until } = find(records, login);
  return until > 0 && until <= now;
}

/** How often in a row this login was refused, once that is often enough to fear for the account. */
export function refusalsToFear(records: readonly LoginRecord[], login: Login): number | undefined {
  const { refusals } = find(records, login);
  return refusals >= refusalsToWarn ? refusals : undefined;
}

/** Records → what session storage may hold: the waits that are not over, without any whose user name is a secret. */
export function storedWaits(records: readonly LoginRecord[], now: number): string {
  const held = records.filter(({ until, isSecret }) => until > now && !isSecret);
  return JSON.stringify(held.map(({ host, username, until }) => ({ host, username, until })));
}

/** What was stored → records; none when it is something else, and none that a day does not end. */
export function readWaits(text: string | null, now: number): readonly LoginRecord[] {
  try {
    const parsed = z.safeParse(z.array(heldSchema), JSON.parse(text ?? '[]'));
    const waits = parsed.success ? parsed.data : [];
    return waits
      .filter(({ until }) => until > now && until <= now + longestMs)
      .map((wait) => ({ ...wait, isSecret: false, refusals: 0 }));
  } catch {
    return []; // not JSON: somebody else's
  }
}
