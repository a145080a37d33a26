/** Draft → the settings it describes, and how much of them was proven. */
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import type { Draft, Proven } from './draft';

/** Undefined until an account and a port are chosen. */
export function finishedSettings({ account, chosen, password }: Draft): SmtpSettings | undefined {
  if (account === undefined || chosen === undefined) return undefined;
  const { host, login, username, usernameIsPassword, from } = account;
  return {
    host,
    ...chosen,
    from,
    ...(login && username !== '' ? { username } : {}),
    ...(login && usernameIsPassword === true ? { usernameIsPassword } : {}),
    ...(login && password !== '' ? { password } : {}),
  };
}

export type Claim = 'works' | 'connects' | 'not-tested';

/** It came through: the server said so, or the message stands in the mailbox although the answer was lost. */
const cameThrough = ({ outcome, arrived }: Proven) =>
  outcome.status === 'accepted' || (outcome.status === 'outcome-unknown' && arrived !== undefined);

/** What may be claimed of the settings as they stand now: that they work only if every value is the one that was tested. */
export function claim(draft: Draft): Claim {
  const settings = finishedSettings(draft);
  const { proven } = draft;
  if (settings === undefined) return 'not-tested';
  const { endpoint, username, from } = proven ?? {};
  const same =
    endpoint?.host === settings.host &&
    endpoint.port === settings.port &&
    endpoint.security === settings.security &&
    username === (settings.username ?? '') &&
    from?.name === settings.from.name &&
    from.address === settings.from.address;
  if (same && proven !== undefined && cameThrough(proven)) return 'works';
  return draft.connects ? 'connects' : 'not-tested';
}
