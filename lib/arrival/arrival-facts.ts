import { parseAuthenticationResults, type Method, type Verdict } from './authentication-results';
import { parseDkimSignature, type DkimSignature } from './dkim-signature';
import { domainOf, withoutComments } from './field-syntax';
import { valuesOf, type MessageSource } from './message-source';
import { alignment, operatorOf } from './organisation';
import { receivedChain, type ReceivedChain } from './received-chain';
import { spamVerdicts, type SpamVerdict } from './spam-headers';

/** Whose verdicts these are: a field's word counts only as far as its writer is known. */
type Authority =
  /** The server that took the mail in wrote them. */
  | { readonly kind: 'receiver'; readonly writer: string }
  /** Somebody wrote them, and that it was the receiver cannot be seen. */
  | { readonly kind: 'unknown-writer'; readonly writer: string }
  | { readonly kind: 'nobody' };

export type ArrivalFacts = {
  /** The domain of From, which is what people see. */
  readonly from: string | undefined;
  /** The domain of the envelope sender. */
  readonly returnPath: string | undefined;
  readonly chain: ReceivedChain;
  readonly authority: Authority;
  readonly verdicts: readonly Verdict[];
  readonly signatures: readonly DkimSignature[];
  readonly spam: readonly SpamVerdict[];
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

/** Who took the mail in: the first server from the top that has a name, and the recipient's own domain. */
function receivers({ hops }: ReceivedChain, to: string | undefined): readonly string[] {
  const top = [...hops].reverse().flatMap(({ by }) => operatorOf(by) ?? [])[0];
  return [top, operatorOf(domainOf(to ?? ''))].flatMap((operator) => operator ?? []);
}

type Results = Pick<ArrivalFacts, 'authority' | 'verdicts'>;

/** Several fields of one writer belong together: some servers write one for each method. The topmost word of a method counts. */
function joined(all: readonly { readonly verdicts: readonly Verdict[] }[]): readonly Verdict[] {
  const seen = new Set<Method>();
  return all.flatMap(({ verdicts }) => {
    const fresh = verdicts.filter(({ method }) => !seen.has(method));
    for (const { method } of fresh) seen.add(method);
    return fresh;
  });
}

function results(source: MessageSource, chain: ReceivedChain, to: string | undefined): Results {
  const known = receivers(chain, to);
  let stranger: Results | undefined;
  for (const name of resultFields) {
    const fields = valuesOf(source, name)
      .map(parseAuthenticationResults)
      .filter(({ verdicts }) => verdicts.length > 0);
    const receiver = known.find((operator) => fields.some(({ writer }) => writerOperator(writer) === operator));
    if (receiver !== undefined) {
      const own = fields.filter(({ writer }) => writerOperator(writer) === receiver);
      return { authority: { kind: 'receiver', writer: own[0]?.writer ?? 'Microsoft' }, verdicts: joined(own) };
    }
    const [top] = fields;
    if (top !== undefined)
      stranger ??= {
        authority: { kind: 'unknown-writer', writer: top.writer ?? 'somebody without a name' },
        verdicts: joined(fields.filter(({ writer }) => writer === top.writer)),
      };
  }
  return stranger ?? { authority: { kind: 'nobody' }, verdicts: [] };
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
    ...results(source, chain, to),
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
  return alignedPasses(facts).length > 0 ? 'trusted' : 'not-trusted';
}
