import 'server-only';
import type { Failure, Stage } from '@/lib/smtp/outcome';
import { ConversationAborted, ConversationFailed, NotAdmitted } from './failure-thrown';

type Ended =
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'not-tested'; readonly reason: 'aborted' | 'not-admitted' };

/** What was thrown, and where the endpoint stood → how it ended. What nobody foresaw is our mistake, and always told. */
export function failedOutcome(
  thrown: unknown,
  { stage, secured }: { readonly stage: Stage; readonly secured: boolean },
  onUnexpected: (error: unknown) => void,
): Ended {
  if (thrown instanceof ConversationAborted) return { status: 'not-tested', reason: 'aborted' };
  if (thrown instanceof NotAdmitted) return { status: 'not-tested', reason: 'not-admitted' };
  if (thrown instanceof ConversationFailed) {
    const { failure, cause } = thrown;
    if (failure.kind === 'unexpected') onUnexpected(cause ?? thrown);
    return { status: 'failed', failure };
  }
  onUnexpected(thrown);
  return { status: 'failed', failure: { stage, secured, kind: 'unexpected' } };
}
