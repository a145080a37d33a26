/** What of the settings may be printed: the one place that decides whether a text holds the password. */
import { loginOf, type Login } from '@/lib/settings/login';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';

/** Settings as a format gets them: `login` is what stands in the text, absent where nobody logs in. */
export type PrintedSettings = Pick<SmtpSettings, 'host' | 'port' | 'security' | 'from'> & {
  readonly login: Login | undefined;
};

/** Stands for the password wherever it is left out, and for the user name where the two are one. */
export const passwordPlaceholder = 'YOUR_PASSWORD_HERE';

/** Settings → what may be printed of them: the real password only when its owner switched it on, else what stands for it. */
export function printedSettings(
  settings: SmtpSettings,
  includePassword: boolean,
  placeholder = passwordPlaceholder,
): PrintedSettings {
  const { host, port, security, from, password } = settings;
  const secret = (includePassword ? password : undefined) ?? placeholder;
  return { host, port, security, from, login: loginOf(settings, secret) };
}
