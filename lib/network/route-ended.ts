import 'server-only';
import type { RouteOutcome } from '@/lib/discovery/events';
import type { Failure } from '@/lib/smtp/outcome';
import { ConversationAborted, ConversationFailed, NotAdmitted } from './failure-thrown';

/** Carries the end of one route up to the place that tells it. Never leaves this folder. */
export class RouteEnded extends Error {
  constructor(readonly outcome: RouteOutcome) {
    super(outcome.result);
  }
}

function outcomeOfFailure(failure: Failure): RouteOutcome {
  switch (failure.kind) {
    case 'name-not-found':
      return { result: failure.cause === 'no-such-name' ? 'no-such-name' : 'no-record' };
    case 'resolver-failed':
      return { result: 'resolver-failed', cause: failure.cause };
    case 'timed-out':
      return { result: 'timed-out' };
    case 'certificate-rejected':
      return { result: 'certificate-rejected' };
    case 'unexpected':
      return { result: 'unexpected' };
    default:
      return { result: 'no-connection' };
  }
}

/** What was thrown → how the route ended. What nobody foresaw is our mistake, and always told. */
export function outcomeOfThrown(thrown: unknown, onUnexpected: (error: unknown) => void): RouteOutcome {
  if (thrown instanceof RouteEnded) return thrown.outcome;
  if (thrown instanceof NotAdmitted) return { result: 'not-admitted' };
  if (thrown instanceof ConversationAborted) return { result: 'timed-out' };
  const outcome: RouteOutcome =
    thrown instanceof ConversationFailed ? outcomeOfFailure(thrown.failure) : { result: 'unexpected' };
  if (outcome.result === 'unexpected') onUnexpected(thrown);
  return outcome;
}
