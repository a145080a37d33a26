/** Limits that several programs share, told in the same words. */
import type { SmtpSettings } from '@/lib/settings/smtp-settings';

/** For programs that use STARTTLS where it is offered and go on without it where it is not. */
export function opportunisticWarnings(program: string, { security }: SmtpSettings): readonly string[] {
  if (security !== 'starttls') return [];
  return [
    `${program} cannot be told to insist on STARTTLS: where somebody on the way takes it out, it sends the password in the clear. Where a port with implicit TLS works too, choose that.`,
  ];
}

/** For programs that begin with TLS on port 465 and nowhere else. */
export function tiedToPort465(program: string, { security, port }: SmtpSettings): string | undefined {
  if (security === 'implicit-tls' && port !== 465)
    return `${program} begins with TLS on port 465 only. Choose port 465, or a port with STARTTLS.`;
  if (security !== 'implicit-tls' && port === 465)
    return `${program} always begins with TLS on port 465. Choose another port.`;
  return undefined;
}
