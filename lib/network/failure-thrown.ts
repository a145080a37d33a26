import 'server-only';
import type { Failure } from '@/lib/smtp/outcome';

/** Carries a Failure up to the one place that turns it into an event; `cause` is what we could not explain. Never leaves this folder. */
export class ConversationFailed extends Error {
  constructor(
    readonly failure: Failure,
    cause?: unknown,
  ) {
    super(failure.kind, { cause });
  }
}

/** The person stopped or closed the tab, or the run ended before this had begun. */
export class ConversationAborted extends Error {}

/** A hosted Outport will not reach this target. Looks and takes as long as a name that does not exist. */
export class NotAdmitted extends Error {}
