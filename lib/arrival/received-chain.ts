/** The way a message took, from the `Received` fields that each server put on top (RFC 5321 §4.4). */
import { withoutComments } from './field-syntax';
import { parseMailDate } from './mail-date';

export type Hop = {
  /** What the sending side called itself. */
  readonly from: string | undefined;
  /** The server that wrote the field. */
  readonly by: string | undefined;
  /** SMTP, ESMTPS, ESMTPSA and so on (RFC 3848). */
  readonly protocol: string | undefined;
  /** Milliseconds since 1970 by that server's own clock. */
  readonly at: number | undefined;
  /** Since the hop before it; negative where clocks differ. */
  readonly delayMs: number | undefined;
};

export type ReceivedChain = {
  /** In the order of travel. */
  readonly hops: readonly Hop[];
  /** From the first server to the last, by their clocks; undefined unless both told the time. */
  readonly totalMs: number | undefined;
};

const mostHops = 100;

function clause(text: string, word: string): string | undefined {
  return new RegExp(`(?:^|\\s)${word}\\s+([^\\s;]+)`, 'i').exec(text)?.[1];
}

/** One `Received` field → its hop, before it is known what came earlier. */
export function parseReceived(value: string): Omit<Hop, 'delayMs'> {
  const { text } = withoutComments(value);
  const end = text.lastIndexOf(';');
  const clauses = end < 0 ? text : text.slice(0, end);
  return {
    from: clause(clauses, 'from'),
    by: clause(clauses, 'by'),
    protocol: clause(clauses, 'with'),
    at: end < 0 ? undefined : parseMailDate(text.slice(end + 1)),
  };
}

/** The values of `Received`, from the top → the hops in the order of travel. */
export function receivedChain(values: readonly string[]): ReceivedChain {
  const parsed = values.slice(0, mostHops).map(parseReceived).reverse();
  let before: number | undefined;
  const hops = parsed.map((hop) => {
    const delayMs = hop.at === undefined || before === undefined ? undefined : hop.at - before;
    before = hop.at ?? before;
    return { ...hop, delayMs };
  });
  const [first, last] = [hops[0]?.at, hops.at(-1)?.at];
  return {
    hops,
    totalMs: hops.length < 2 || first === undefined || last === undefined ? undefined : last - first,
  };
}
