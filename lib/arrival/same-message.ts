import { compareCode } from './code';
import { decodeWords } from './encoded-word';
import { valuesOf, type MessageSource } from './message-source';

export type Sameness =
  /** It carries our Message-ID or the code, which no other mail does. */
  | { readonly kind: 'this-one' }
  /** `subject` is another mail's, for telling them apart. */
  | { readonly kind: 'another'; readonly subject: string | undefined }
  /** The paste is a part that has neither. */
  | { readonly kind: 'cannot-tell' };

const bare = (id: string) => id.replace(/[<>\s]/g, '').toLowerCase();

/**
 * Whether a source is that of a certain test email. A service may put a Message-ID of its own; then the code, which
 * stands in the subject and in the text, still tells.
 */
export function sameMessage(source: MessageSource, messageId: string, code: string): Sameness {
  const ids = valuesOf(source, 'message-id');
  const subjects = valuesOf(source, 'subject').map(decodeWords);
  const words = [...subjects, source.body].flatMap((text) => text.match(/\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g) ?? []);
  if (ids.some((id) => bare(id) === bare(messageId)) || words.some((word) => compareCode(word, code) === 'same'))
    return { kind: 'this-one' };
  return ids.length === 0 && subjects.length === 0
    ? { kind: 'cannot-tell' }
    : { kind: 'another', subject: subjects[0] };
}
