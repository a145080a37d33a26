/** A slip of the keyboard in a well-known mail domain → the domain that was meant. It is offered, never put in. */
import { slipsBetween } from '@/lib/smtp/slips';

type Split = { readonly first: string; readonly rest: string };

/** `yahoo.co.uk` → `yahoo` and `co.uk`. */
function split(domain: string): Split {
  const dot = domain.indexOf('.');
  return dot === -1 ? { first: domain, rest: '' } : { first: domain.slice(0, dot), rest: domain.slice(dot + 1) };
}

/** Short names have real neighbours (`me`, `he`, `we`); only long ones may be further off. */
function slipsAllowed(first: string): number {
  if (first.length < 5) return 0;
  return first.length < 7 ? 1 : 2;
}

const generic: ReadonlySet<string> = new Set(['com', 'net', 'org']);

/** Another country's ending is another domain, not a slip; `.co` and `.cm` for `.com` are slips all the same. */
function slipsOfEnding(typed: string, meant: string): number {
  if (typed === meant) return 0;
  const lastLabel = typed.slice(typed.lastIndexOf('.') + 1);
  if (generic.has(typed) || (lastLabel.length === 2 && !generic.has(meant))) return Infinity;
  return slipsBetween(typed, meant);
}

function slips(typed: Split, meant: Split): number {
  const inName = slipsBetween(typed.first, meant.first);
  if (inName > slipsAllowed(meant.first)) return Infinity;
  const inEnding = typed.rest === '' ? 1 : slipsOfEnding(typed.rest, meant.rest);
  return inEnding > 1 ? Infinity : inName + inEnding;
}

/**
 * A typed domain, with or without an ending → which of the well-known ones was meant, the first where several are as
 * near; undefined where it is one itself.
 */
export function meantDomain(typed: string, known: readonly string[]): string | undefined {
  if (typed.length > 100 || known.includes(typed)) return undefined;
  // The dot alone was forgotten.
  const undotted = typed.includes('.') ? undefined : known.find((domain) => domain.replaceAll('.', '') === typed);
  if (undotted !== undefined) return undotted;
  const wanted = split(typed);
  const near = known
    .map((domain) => ({ domain, distance: slips(wanted, split(domain)) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.domain;
}
