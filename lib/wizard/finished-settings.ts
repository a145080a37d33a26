/** Draft → the settings it describes, and how much of them was proven. */
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import type { Draft } from './draft';

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

/** What may be claimed of the settings as they stand now: accepted only if every value is the one that was tested. */
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
  if (same && proven?.outcome.status === 'accepted') return 'works';
  return draft.connects ? 'connects' : 'not-tested';
}
