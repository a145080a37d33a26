import type { Security } from '@/lib/smtp/endpoint';

/** Host → as PHPMailer reads it, which would take the end of a bare IPv6 address for a port. */
export function phpMailerHost(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/** PHPMailer's words for encryption: its `tls` is STARTTLS, and demanded. */
export const phpMailerSecure: Readonly<Record<Security, string>> = {
  'implicit-tls': 'ssl',
  starttls: 'tls',
  cleartext: '',
};
