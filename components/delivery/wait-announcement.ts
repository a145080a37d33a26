import { clockTime } from '@/lib/wizard/hold-words';
import type { LoginWait } from './use-login-wait';

/** What a screen reader is told of a wait: once when it begins, and once when it is over. It names no time that runs. */
export function waitAnnouncement({ held, isOver, refusals }: LoginWait): string {
  if (held !== undefined) return `Send is held back. You can send again at ${clockTime(held.until, held.now)}.`;
  if (isOver) return 'The wait is over. You can send again.';
  return refusals === undefined ? '' : `${refusals} logins in a row were refused. One more may lock the account.`;
}
