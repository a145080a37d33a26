/** What was expected and what came, as the table of verdicts shows it. */
import { authMechanisms } from '@/lib/smtp/reply';
import type { Settled } from './job';
import type { FailureFacts, Truth } from './scenario';

/** Of what came, the parts that the truth speaks of. */
function shownLike(wanted: unknown, got: unknown): unknown {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted) || wanted instanceof RegExp) return got;
  if (typeof got !== 'object' || got === null) return got;
  const parts = Object.entries(got).filter(([key]) => key in wanted);
  return Object.fromEntries(
    parts.map(([key, value]) => [key, shownLike((wanted as Record<string, unknown>)[key], value)]),
  );
}

/** What a server said may hold anything; a table holds only what can be printed. */
function printable(text: string): string {
  return text.replace(
    /[^\x20-\x7e\u00a0-\u1fff]/g,
    (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`,
  );
}

function valueInWords(value: unknown): string {
  if (value instanceof RegExp) return value.source;
  return typeof value === 'string'
    ? printable(value)
    : JSON.stringify(value, (_key, part: unknown) => (part instanceof RegExp ? part.source : part));
}

function inWords({ kind, ...facts }: FailureFacts): string {
  const shown = Object.entries(facts).filter(([, value]) => value !== undefined);
  return [kind, ...shown.map(([key, value]) => `${key} ${valueInWords(value)}`)].join(', ');
}

/** What is true, as the table shows it. */
export function expectedInWords(truth: Truth): string {
  if (truth.status === 'usable')
    return ['usable', ...(truth.tls === undefined ? [] : [truth.tls]), ...(truth.announces ?? [])].join(', ');
  if (truth.status === 'accepted') return 'accepted';
  return `${truth.status}: ${inWords(truth.failure)} -> ${truth.finding}`;
}

/** The failure's facts that the truth speaks of, and the finding: as much as is needed to compare. */
export function gotInWords(settled: Settled, truth: Truth, ruleId: string | undefined): string {
  const { outcome } = settled;
  if (outcome.status === 'usable')
    return [
      'usable',
      ...(outcome.tls === undefined ? [] : [outcome.tls.version]),
      ...authMechanisms(outcome.capabilities),
    ].join(', ');
  if (outcome.status === 'accepted') return `accepted, ${outcome.reply.code}`;
  if (outcome.status === 'not-tested') return `not tested: ${outcome.reason}`;
  const shown = shownLike('failure' in truth ? truth.failure : { stage: '' }, outcome.failure);
  return `${outcome.status}: ${inWords({ ...(shown as object), kind: outcome.failure.kind })} -> ${ruleId ?? 'no finding'}`;
}
