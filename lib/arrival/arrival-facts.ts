import type { Method, Verdict } from './authentication-results';
import { parseDkimSignature, type DkimSignature } from './dkim-signature';
import { domainOf, withoutComments } from './field-syntax';
import { valuesOf, type MessageSource } from './message-source';
import { alignment } from './organisation';
import { receivedChain, type ReceivedChain } from './received-chain';
import { receiverResults, type Results } from './receiver-results';
import { spamVerdicts, type SpamVerdict } from './spam-headers';

export type ArrivalFacts = Results & {
  /** The domain of From, which is what people see. */
  readonly from: string | undefined;
  /** The domain of the envelope sender. */
  readonly returnPath: string | undefined;
  readonly chain: ReceivedChain;
  /** Somebody on the way sent it on to another address, from servers that are not the sender's. */
  readonly isForwarded: boolean;
  readonly signatures: readonly DkimSignature[];
  readonly spam: readonly SpamVerdict[];
};

/** What forwards a mail leaves one of these, or an envelope sender of its own making (SRS, and Gmail's caf_). */
const forwardingFields = [
  'x-forwarded-to',
  'x-forwarded-for',
  'resent-from',
  'x-sieve-redirected-from',
  'x-ms-exchange-inbox-rules-loop',
] as const;
const rewrittenSender = /^<?(srs[01][=+-]|[^@]*\+caf_=)/i;

function isForwarded(source: MessageSource): boolean {
  return (
    forwardingFields.some((name) => valuesOf(source, name).length > 0) ||
    valuesOf(source, 'return-path').some((value) => rewrittenSender.test(value))
  );
}

/** The address of From, whether it stands alone, in angle brackets, or behind a name that holds another one. */
function fromDomain(value: string | undefined): string | undefined {
  const { text } = withoutComments(value ?? '');
  const unnamed = text.replace(/"(?:[^"\\]|\\.)*"/g, ' ');
  return domainOf(/<([^<>]*)>/.exec(unnamed)?.[1] ?? unnamed.split(',')[0] ?? '');
}

/** A source, and the address the mail went to → all that its header says of the way and of trust. */
export function arrivalFacts(source: MessageSource, to?: string): ArrivalFacts {
  const chain = receivedChain(valuesOf(source, 'received'));
  const first = (name: string) => valuesOf(source, name)[0];
  return {
    from: fromDomain(first('from')),
    returnPath: domainOf(first('return-path') ?? ''),
    chain,
    isForwarded: isForwarded(source),
    ...receiverResults(source, chain, to),
    signatures: valuesOf(source, 'dkim-signature').flatMap((value) => parseDkimSignature(value) ?? []),
    spam: spamVerdicts(source),
  };
}

/** What passed, and for a domain that is aligned with From (RFC 7489 §3.1). */
export function alignedPasses({ verdicts, from }: ArrivalFacts): readonly Verdict[] {
  return verdicts.filter(
    ({ method, result, domain }) => method !== 'dmarc' && result === 'pass' && alignment(domain, from) !== 'none',
  );
}

/** The verdict of one method; of several signatures the best one. */
export function verdictOn({ verdicts }: ArrivalFacts, method: Method): Verdict | undefined {
  const all = verdicts.filter((verdict) => verdict.method === method);
  return all.find(({ result }) => result === 'pass') ?? all[0];
}

export type Trust = 'trusted' | 'not-trusted' | 'not-checked';

/** Words for "the domain publishes no policy": Microsoft's best guess and Yahoo's unknown among them. */
export const noPolicy: readonly string[] = ['none', 'unknown', 'bestguesspass', 'bestguessfail', 'temperror'];

/** Facts → whether the server that took the mail in found the sender to be who it says. */
export function trustOf(facts: ArrivalFacts): Trust {
  if (facts.authority.kind !== 'receiver') return 'not-checked';
  const dmarc = verdictOn(facts, 'dmarc')?.result;
  if (dmarc === 'pass') return 'trusted';
  if (dmarc !== undefined && !noPolicy.includes(dmarc)) return 'not-trusted';
  if (alignedPasses(facts).length > 0) return 'trusted';
  return facts.withheld.length > 0 ? 'not-checked' : 'not-trusted';
}
