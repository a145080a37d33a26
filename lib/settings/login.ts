import type { SmtpSettings } from './smtp-settings';

export type Login = { readonly username: string; readonly password: string };

/**
 * Settings, and the password or what stands for it → who logs in, or undefined for nobody. Where one secret is both, it
 * stands in both places. Without encryption nobody logs in: RFC 4954 §4 would put the password on the wire as it is.
 */
export function loginOf(settings: SmtpSettings, password = settings.password ?? ''): Login | undefined {
  if (settings.security === 'cleartext') return undefined;
  const username = settings.usernameIsPassword ? password : settings.username;
  return username === undefined || username === '' ? undefined : { username, password };
}
