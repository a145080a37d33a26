import 'server-only';
import dns from 'node:dns';
import { isIPv4, isIPv6 } from '@/lib/smtp/host';
import type { Failure } from '@/lib/smtp/outcome';
import type { Addresses } from './addresses';
import { deadlines } from './deadlines';
import { ConversationAborted, ConversationFailed } from './failure-thrown';
import { pause } from './pause';
import { errorCode } from './socket-failure';
import { askSystem } from './system-lookup';

/** Who is asked: Node's resolver, or a test's. */
type Asked = {
  resolve4(host: string): Promise<string[]>;
  resolve6(host: string): Promise<string[]>;
  cancel(): void;
};
export type Questions = { readonly dns: Asked; readonly system: typeof askSystem };

const place = { stage: 'resolve', secured: false } as const;
const noSuchName: Failure = { ...place, kind: 'name-not-found', cause: 'no-such-name' };
const noAddress: Failure = { ...place, kind: 'name-not-found', cause: 'no-address' };
const silent: Failure = { ...place, kind: 'resolver-failed', cause: 'silent' };
const refused: Failure = { ...place, kind: 'resolver-failed', cause: 'refused' };
const broken: Failure = { ...place, kind: 'resolver-failed', cause: 'broken' };

/** c-ares codes → what that means for the name. The spelling ETIMEOUT is theirs; ECONNREFUSED is no DNS server there. */
const failures: Readonly<Record<string, Failure>> = {
  ENOTFOUND: noSuchName,
  ENODATA: noAddress,
  ETIMEOUT: silent,
  ECONNREFUSED: silent,
  EREFUSED: refused,
};

/** An error of Node's resolver → the failure it stands for. */
export function resolverFailure(error: unknown): Failure {
  return failures[errorCode(error)] ?? broken;
}

/** An answer to one question → the failure that speaks for the name: what is certain before what is not. */
const telling: readonly Failure[] = [noSuchName, silent, refused, broken, noAddress];

/** When one family is known, the other may take this much longer; some resolvers drop what they do not understand. */
const otherFamilyMs = 2_000;
/** After so much silence the hosts file is asked as well: it needs no network. */
const systemAfterMs = 3_000;

type Answer = { readonly addresses: readonly string[] } | { readonly failure: Failure };

async function ask(question: Promise<string[]>): Promise<Answer> {
  try {
    const addresses = await question;
    return addresses.length > 0 ? { addresses } : { failure: noAddress };
  } catch (error) {
    return { failure: resolverFailure(error) };
  }
}

const found = (answer: Answer) => 'addresses' in answer;
const isFinal = (answer: Answer) => 'failure' in answer && answer.failure === noSuchName;
const late: Answer = { failure: silent };

/** Both families at once. A name that does not exist has neither; one family known shortens the wait for the other. */
async function askDns(host: string, resolver: Asked, signal: AbortSignal): Promise<readonly [Answer, Answer]> {
  const four = ask(resolver.resolve4(host));
  const six = ask(resolver.resolve6(host));
  const hurry = (mine: Promise<Answer>, other: Promise<Answer>): Promise<Answer> =>
    Promise.race([
      mine,
      other.then(async (answer) => {
        if (isFinal(answer)) return answer;
        if (!found(answer)) return mine;
        await pause(otherFamilyMs, signal);
        return late;
      }),
    ]);
  return Promise.all([hurry(four, six), hurry(six, four)]);
}

/** RFC 6761 §6.3: names under localhost are never asked of a DNS server, and mean loopback. */
async function askForLoopback(host: string, signal: AbortSignal, { system }: Questions): Promise<Addresses> {
  return (await system(host, signal)) ?? { ipv4: ['127.0.0.1'], ipv6: ['::1'] };
}

async function askEverybody(host: string, signal: AbortSignal, questions: Questions): Promise<Addresses> {
  if (host === 'localhost' || host.endsWith('.localhost')) return askForLoopback(host, signal, questions);
  let system: Promise<Addresses | undefined> | undefined;
  const askSystemOnce = () => (system ??= questions.system(host, signal));
  const isSingleLabel = !host.includes('.');
  if (isSingleLabel) void askSystemOnce();
  const answers = askDns(host, questions.dns, signal);
  const isLate = await Promise.race([answers.then(() => false), pause(systemAfterMs, signal).then(() => true)]);
  if (isLate && !signal.aborted) {
    const known = await Promise.race([askSystemOnce(), answers.then(() => undefined)]);
    if (known !== undefined) return known;
  }
  const [four, six] = await answers;
  const ipv4 = 'addresses' in four ? four.addresses : [];
  const ipv6 = 'addresses' in six ? six.addresses : [];
  if (ipv4.length + ipv6.length > 0) return { ipv4, ipv6 };
  const known = await askSystemOnce();
  if (known !== undefined) return known;
  const seen = [four, six].flatMap((answer) => ('failure' in answer ? [answer.failure] : []));
  throw new ConversationFailed(telling.find((failure) => seen.includes(failure)) ?? broken);
}

function nodeQuestions(): Questions {
  // A lost packet is asked for again after 1, 2 and 4 seconds.
  return { dns: new dns.promises.Resolver({ timeout: 1_000, tries: 4 }), system: askSystem };
}

/**
 * A host → its addresses, asked once per request. Throws ConversationFailed with the reason, or ConversationAborted
 * when the signal fires; the question is then cancelled.
 */
export async function resolveHost(
  host: string,
  signal: AbortSignal,
  questions: Questions = nodeQuestions(),
): Promise<Addresses> {
  if (isIPv4(host)) return { ipv4: [host], ipv6: [] };
  if (isIPv6(host)) return { ipv4: [], ipv6: [host] };
  if (signal.aborted) throw new ConversationAborted();
  const stop = new AbortController();
  const waiting = AbortSignal.any([signal, stop.signal]);
  const timer = setTimeout(() => stop.abort(), deadlines.resolve);
  const ending = new Promise<never>((_resolve, reject) => {
    const end = () => reject(signal.aborted ? new ConversationAborted() : new ConversationFailed(silent));
    waiting.addEventListener('abort', end, { once: true });
  });
  try {
    return await Promise.race([askEverybody(host, waiting, questions), ending]);
  } finally {
    clearTimeout(timer);
    stop.abort();
    questions.dns.cancel();
  }
}
