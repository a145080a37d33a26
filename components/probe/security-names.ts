import type { Security } from '@/lib/smtp/endpoint';

/** How the screens name the way encryption starts. */
export const securityNames: Readonly<Record<Security, string>> = {
  'implicit-tls': 'Implicit TLS',
  starttls: 'STARTTLS',
  cleartext: 'Not encrypted',
};
