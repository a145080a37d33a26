import type { Security } from '@/lib/smtp/endpoint';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { urlHost } from './url';
import type { PrintedSettings } from './printed-settings';

// encodeURIComponent leaves these, of which the quote would end the value in a .env file.
const percent = (text: string) =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const scheme: Readonly<Record<Security, string>> = { 'implicit-tls': 'smtps', starttls: 'smtp', cleartext: 'smtp' };
/** What has to follow the address for Symfony's mailer to insist on STARTTLS, or to leave it alone. */
export const smtpUrlQuery: Readonly<Record<Security, string>> = {
  'implicit-tls': '',
  starttls: '?require_tls=true',
  cleartext: '?auto_tls=false',
};

/** Settings → the address in Symfony's form. There `smtp:` alone goes on in the clear where STARTTLS is missing. */
export function smtpUrl(settings: PrintedSettings): string {
  const { host, port, security, login } = settings;
  const user = login ? `${percent(login.username)}:${percent(login.password)}@` : '';
  return `${scheme[security]}://${user}${urlHost(host)}:${port}${smtpUrlQuery[security]}`;
}

const versionWarnings: Readonly<Record<Security, readonly string[]>> = {
  'implicit-tls': [],
  starttls: [
    'Symfony Mailer before 7.3 takes require_tls and ignores it: where STARTTLS is missing it sends the password in the clear. Choose a port with implicit TLS for it.',
  ],
  cleartext: [
    'Old versions of Symfony Mailer, 5.4 among them, take auto_tls and ignore it: they use STARTTLS where it is offered.',
  ],
};

/** What Symfony's mailer, and Laravel on top of it, did with these options in older versions. */
export function smtpUrlWarnings({ security }: SmtpSettings): readonly string[] {
  return versionWarnings[security];
}
