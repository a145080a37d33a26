import type { Stage } from '@/lib/smtp/outcome';
import type { Confidence } from './fact';

/**
 * A reply this provider is known to give. Tried after stage, code and, where there are any, enhanced codes fit;
 * `pattern` is matched in the server's text, case-insensitively. `usual` ones say "usually" in their own words.
 */
export type KnownReply = {
  /** Begins with the provider's id: `mailgun-login`. */
  readonly id: string;
  readonly stages: readonly Stage[];
  readonly code: number;
  readonly enhanced?: readonly string[];
  readonly pattern: string;
  readonly title: string;
  readonly why: string;
  readonly doThis: readonly string[];
  readonly source: string;
  readonly confidence: Confidence;
  /** The same reply comes when the account lives on the provider's other host. */
  readonly mayBeOtherVariant?: boolean;
  /** Seconds until the next try, where one before would do harm; the same time that `doThis` names. */
  readonly waitSeconds?: number;
};

/** What to do when the provider accepted a message and it does not arrive: it may drop mail it took. */
export type AfterAcceptance = {
  readonly why: string;
  readonly doThis: readonly string[];
  readonly source: string;
};
