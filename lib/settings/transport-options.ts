/** Settings → nodemailer options as a person would paste them. The only place where a kind of encryption becomes booleans. */
import type { SmtpSettings } from './smtp-settings';

export type TransportOptions = {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTLS?: true;
  readonly ignoreTLS?: true;
  readonly auth?: { readonly user: string; readonly pass: string };
  readonly tls?: { readonly minVersion: 'TLSv1.2' };
};

/** Encryption is required, never merely tried: nodemailer's own default goes on in the clear where STARTTLS is missing. */
export function transportOptions({ host, port, security, username, password }: SmtpSettings): TransportOptions {
  return {
    host,
    port,
    secure: security === 'implicit-tls',
    ...(security === 'starttls' ? { requireTLS: true as const } : {}),
    ...(security === 'cleartext' ? { ignoreTLS: true as const } : { tls: { minVersion: 'TLSv1.2' as const } }),
    ...(username === undefined ? {} : { auth: { user: username, pass: password ?? '' } }),
  };
}
