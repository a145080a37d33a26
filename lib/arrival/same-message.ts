import { compareCode } from './code';
import { decodeWords } from './encoded-word';
import { valuesOf, type MessageSource } from './message-source';

export type Sameness =
  /** It carries our Message-ID or the code, which no other mail does. */
  | { readonly kind: 'this-one' }
  /** `subject` is another mail's, for telling them apart; it may forward or answer ours. */
  | { readonly kind: 'another'; readonly subject: string | undefined; readonly isQuoting: boolean }
  /** The paste is a part that has neither. */
  | { readonly kind: 'cannot-tell' };

const bare = (id: string) => id.replace(/[<>\s]/g, '').toLowerCase();

/** What forwards or answers has a Message-ID of its own, and names ours here (RFC 5322 §3.6.4), or says so in its subject. */
const quotingFields = ['in-reply-to', 'references', 'x-forwarded-message-id'] as const;
const quotingSubject = /^\s*(re|aw|antw|sv|vs|fw|fwd|wg|tr|rv|enc|i|doorst)\s*:/i;

function quotes(source: MessageSource, subjects: readonly string[]): boolean {
  return (
    quotingFields.some((name) => valuesOf(source, name).length > 0) ||
    subjects.some((subject) => quotingSubject.test(subject))
  );
}

/**
 * Whether a source is that of a certain test email. A service may put a Message-ID of its own; then the code, which
 * stands in the subject and in the text, still tells, unless it stands there because the test email is quoted.
 */
export function sameMessage(source: MessageSource, messageId: string, code: string): Sameness {
  const ids = valuesOf(source, 'message-id');
  const subjects = valuesOf(source, 'subject').map(decodeWords);
  if (ids.some((id) => bare(id) === bare(messageId))) return { kind: 'this-one' };
  const words = [...subjects, source.body].flatMap((text) => text.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g) ?? []);
  const hasCode = words.some((word) => compareCode(word, code) === 'same');
  const isQuoting = hasCode && quotes(source, subjects);
  if (hasCode && !isQuoting) return { kind: 'this-one' };
  return ids.length === 0 && subjects.length === 0
    ? { kind: 'cannot-tell' }
    : { kind: 'another', subject: subjects[0], isQuoting };
}
