/** Small words that build rule tables: what a rule matches on, and what it says. */
import type { Failure, FailureKind, Stage } from '@/lib/smtp/outcome';
import type { Evidence, Rule, Tier, Words } from './finding';

export type FailureOf<K extends FailureKind> = Extract<Failure, { kind: K }>;
type When<K extends FailureKind> = (failure: FailureOf<K>, evidence: Evidence) => boolean;
type Say<K extends FailureKind> = Words | ((failure: FailureOf<K>, evidence: Evidence) => Words);

function isOneOf<K extends FailureKind>(failure: Failure, kinds: readonly K[]): failure is FailureOf<K> {
  return (kinds as readonly FailureKind[]).includes(failure.kind);
}

/** A rule for some kinds of failure; `when` narrows it further, `say` gets the narrowed failure. */
export function ruleOf<K extends FailureKind>(
  tier: Tier,
  id: string,
  kinds: readonly K[],
  when: When<K>,
  say: Say<K>,
): Rule {
  return {
    id,
    tier,
    speak(evidence) {
      const { failure } = evidence;
      if (!isOneOf(failure, kinds) || !when(failure, evidence)) return undefined;
      return typeof say === 'function' ? say(failure, evidence) : say;
    },
  };
}

/** A rule for one kind of failure with something that tells it from the others of its kind. */
export function ruleFor<K extends FailureKind>(id: string, kind: K, when: When<K>, say: Say<K>): Rule {
  return ruleOf('specific', id, [kind], when, say);
}

/** The rule for what no more specific one knows. */
export function otherwise<K extends FailureKind>(id: string, kind: K, when: When<K>, say: Say<K>): Rule {
  return ruleOf('general', id, [kind], when, say);
}

type Refusal = FailureOf<'negative-reply'>;

/** Which replies: at these stages; of these codes, or of this class (RFC 5321 §4.2.1); with an enhanced code that fits. */
export type ReplyMatch = {
  readonly at: readonly Stage[];
  readonly codes?: readonly number[] | 'transient' | 'permanent';
  /** Tried on the enhanced code, which is the empty string where there is none. */
  readonly enhanced?: RegExp;
  readonly when?: (failure: Refusal, evidence: Evidence) => boolean;
};

function fitsCode(code: number, codes: ReplyMatch['codes']): boolean {
  if (codes === undefined) return true;
  if (codes === 'transient') return code >= 400 && code < 500;
  if (codes === 'permanent') return code >= 500;
  return codes.includes(code);
}

/** Match → whether a refusal is one of these. */
export function fits({ at, codes, enhanced, when }: ReplyMatch) {
  return (failure: Refusal, evidence: Evidence): boolean =>
    at.includes(failure.stage) &&
    fitsCode(failure.reply.code, codes) &&
    (enhanced?.test(failure.reply.enhanced ?? '') ?? true) &&
    (when?.(failure, evidence) ?? true);
}

/** A rule for refusals told by stage and reply code. */
export function refusal(id: string, match: ReplyMatch, say: Say<'negative-reply'>): Rule {
  return ruleOf('specific', id, ['negative-reply'], fits(match), say);
}

/** A rule for refusals told by their enhanced status code, which says more than the reply code (RFC 3463). */
export function enhancedRefusal(id: string, match: ReplyMatch, say: Say<'negative-reply'>): Rule {
  return ruleOf('enhanced', id, ['negative-reply'], fits(match), say);
}

/** The rule for refusals at these stages that no more specific one knows. */
export function otherRefusal(id: string, match: ReplyMatch, say: Say<'negative-reply'>): Rule {
  return ruleOf('general', id, ['negative-reply'], fits(match), say);
}

export const always = () => true;
export const isLoggedIn = (_failure: Failure, { username }: Evidence) => username !== undefined;
export const isNotLoggedIn = (_failure: Failure, { username }: Evidence) => username === undefined;

/** Where mail is handed over, after any login. */
export const envelope: readonly Stage[] = ['mail-from', 'rcpt-to', 'data'];

/** Every enhanced status code with the document that defines it. */
export const registry = 'https://www.iana.org/assignments/smtp-enhanced-status-codes';

/** RFC editor's page for a document, at a section where one is named. */
export function rfc(number: number, section?: string): string {
  return `https://www.rfc-editor.org/rfc/rfc${number}${section === undefined ? '' : `#section-${section}`}`;
}
