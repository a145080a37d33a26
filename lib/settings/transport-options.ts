/** Settings in nodemailer's words. Its `secure` means implicit TLS; STARTTLS is only demanded by `requireTLS`. */
import type { Security } from '@/lib/smtp/endpoint';
import type { Login } from './login';
import type { SmtpSettings } from './smtp-settings';

type Encryption = { readonly secure: boolean; readonly requireTLS: boolean; readonly ignoreTLS?: true };

export type TransportOptions = Encryption & {
  readonly host: string;
  readonly port: number;
  readonly auth?: { readonly user: string; readonly pass: string };
  readonly tls: { readonly minVersion: 'TLSv1.2' };
};

const encryptions: Readonly<Record<Security, Encryption>> = {
  'implicit-tls': { secure: true, requireTLS: false },
  starttls: { secure: false, requireTLS: true },
  cleartext: { secure: false, requireTLS: false, ignoreTLS: true },
};

type Submission = Pick<SmtpSettings, 'host' | 'port' | 'security'> & { readonly login: Login | undefined };

/** Settings → the options a person would paste. RFC 8996 retires everything below TLS 1.2. */
export function transportOptions({ login, ...settings }: Submission): TransportOptions {
  return {
    host: settings.host,
    port: settings.port,
    ...encryptions[settings.security],
    ...(login && { auth: { user: login.username, pass: login.password } }),
    tls: { minVersion: 'TLSv1.2' },
  };
}
