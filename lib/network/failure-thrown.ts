import 'server-only';
import type { Failure } from '@/lib/smtp/outcome';

/** Carries a Failure up to the one place that turns it into an event. Never leaves this folder. */
export class ConversationFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

/** The person stopped, closed the tab, or a deadline over the whole run passed. */
export class ConversationAborted extends Error {}
