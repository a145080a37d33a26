import type { SmtpSettings } from './smtp-settings';

export type Login = { readonly username: string; readonly password: string | undefined };

/** Settings → who logs in, or undefined for nobody. Without encryption nobody does: RFC 4954 §4 would put the password on the wire as it is. */
export function loginOf(settings: SmtpSettings): Login | undefined {
  const { username, password, security } = settings;
  if (username === undefined || username === '' || security === 'cleartext') return undefined;
  return { username, password };
}
