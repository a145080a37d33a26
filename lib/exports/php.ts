import type { Security } from '@/lib/smtp/endpoint';

/** Host → as PHPMailer reads it, which would take the end of a bare IPv6 address for a port. */
export function phpMailerHost(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/**
 * How long a mail may hold up the page that sends it, in seconds. PHPMailer waits `timeout` for the connection and inside
 * a line, but `timelimit` for each reply, which is five minutes unless it is set, and twice as long for the one to the
 * final dot (PHPMailer 7.1: `SMTP::get_lines()`, `SMTP::data()`). So long does Outport's own test wait, too.
 */
export const phpMailerPatience = { timeout: 15, timelimit: 30 } as const;

/** PHPMailer's words for encryption: its `tls` is STARTTLS, and demanded. */
export const phpMailerSecure: Readonly<Record<Security, string>> = {
  'implicit-tls': 'ssl',
  starttls: 'tls',
  cleartext: '',
};
