/**
 * Whose Authentication-Results count. Anybody on the way can write such a field, in any name (RFC 8601 §7.1), and not every
 * receiver takes forged ones out. Believed is the topmost field of the server that took the mail in, as long as no other
 * server's Received stands between the two.
 */
import {
  parseAuthenticationResults,
  type AuthenticationResults,
  type Method,
  type Verdict,
} from './authentication-results';
import { domainOf } from './field-syntax';
import { valuesOf, type MessageSource } from './message-source';
import { operatorOf } from './organisation';
import { parseReceived, type ReceivedChain } from './received-chain';

/** Whose verdicts these are: a field's word counts only as far as its writer is known. */
type Authority =
  /** The server that took the mail in wrote them. */
  | { readonly kind: 'receiver'; readonly writer: string }
  /** Somebody wrote them, and that it was the receiver cannot be seen. */
  | { readonly kind: 'unknown-writer'; readonly writer: string }
  | { readonly kind: 'nobody' };

export type Results = {
  readonly authority: Authority;
  readonly verdicts: readonly Verdict[];
  /** What passes by a further field in the receiver's name: perhaps its own, perhaps the sender's. It does not count. */
  readonly withheld: readonly Method[];
};

/** Best first: what the receiver wrote down, then the copies of it that survive a change on the way. */
const resultFields = [
  'authentication-results',
  'arc-authentication-results',
  'x-ms-exchange-authentication-results',
] as const;

const microsoft = 'outlook.com';

/** Only Microsoft leaves the authserv-id out. */
const writerOperator = (writer: string | undefined) => (writer === undefined ? microsoft : operatorOf(writer));

/** Who writes each method in a field of its own, under a name of its own. */
const writersOfMethods: Readonly<Record<string, Method>> = {
  'dmarc.icloud.com': 'dmarc',
  'dkim-verifier.icloud.com': 'dkim',
  'spf.icloud.com': 'spf',
};

/** Who took the mail in: the first server from the top that has a name, and the recipient's own provider, if it was on the way. */
function receivers({ hops }: ReceivedChain, to: string | undefined): readonly string[] {
  const passed = [...hops].reverse().flatMap(({ by }) => operatorOf(by) ?? []);
  const own = operatorOf(domainOf(to ?? ''));
  const isOwnSeen = own !== undefined && (hops.length === 0 || passed.includes(own));
  return [...passed.slice(0, 1), ...(isOwnSeen ? [own] : [])];
}

/** The fields in a receiver's name, from the top down to where the mail came to it from another server. */
function fieldsOf(source: MessageSource, name: string, receiver: string): readonly AuthenticationResults[] {
  const found: AuthenticationResults[] = [];
  let isInside = false;
  for (const field of source.fields) {
    if (field.name === 'received') {
      const operator = operatorOf(parseReceived(field.value).by);
      if (isInside && operator !== undefined && operator !== receiver) break;
      isInside ||= operator === receiver;
    } else if (field.name === name) {
      const results = parseAuthenticationResults(field.value);
      if (results.verdicts.length > 0 && writerOperator(results.writer) === receiver) found.push(results);
    }
  }
  return found;
}

/** Fields in one receiver's name, the topmost first → what counts. A bad word from below is believed, a good one is not. */
function believed(fields: readonly AuthenticationResults[]): Omit<Results, 'authority'> {
  const [top] = fields;
  const verdicts: Verdict[] = [];
  const withheld: Method[] = [];
  const seenWriters = new Set<string | undefined>();
  for (const { writer, verdicts: own } of fields) {
    const method = writersOfMethods[writer ?? ''];
    const isTopmost = !seenWriters.has(writer) && (writer === top?.writer || method !== undefined);
    seenWriters.add(writer);
    const known = new Set(verdicts.map((verdict) => verdict.method));
    for (const verdict of own) {
      if (known.has(verdict.method) || (method !== undefined && method !== verdict.method)) continue;
      if (isTopmost || verdict.result !== 'pass') verdicts.push(verdict);
      else withheld.push(verdict.method);
    }
  }
  return { verdicts, withheld };
}

/** A source, its chain and the address it went to → the verdicts of whoever took it in, or of a stranger, or none. */
export function receiverResults(source: MessageSource, chain: ReceivedChain, to: string | undefined): Results {
  for (const name of resultFields) {
    for (const receiver of receivers(chain, to)) {
      const fields = fieldsOf(source, name, receiver);
      const [top] = fields;
      if (top !== undefined)
        return { authority: { kind: 'receiver', writer: top.writer ?? 'Microsoft' }, ...believed(fields) };
    }
  }
  const [stranger] = resultFields.flatMap((name) =>
    valuesOf(source, name)
      .map(parseAuthenticationResults)
      .filter(({ verdicts }) => verdicts.length > 0),
  );
  if (stranger === undefined) return { authority: { kind: 'nobody' }, verdicts: [], withheld: [] };
  const writer = stranger.writer ?? 'somebody without a name';
  return { authority: { kind: 'unknown-writer', writer }, verdicts: stranger.verdicts, withheld: [] };
}
