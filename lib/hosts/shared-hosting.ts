/** Shared web hosting. */
import type { HostNote } from './host-note';

const kind = 'shared-hosting';
const checked = '2026-11-23';

export const sharedHosting: readonly HostNote[] = [
  {
    id: 'cpanel',
    name: 'Any cPanel server',
    kind,
    ports: { 25: 'redirected', 465: 'varies', 587: 'varies', 2525: 'varies' },
    unblock:
      'Ask the host to switch off WHM > SMTP Restrictions, or the firewall’s SMTP block, for the account. Otherwise use the host’s own mail server.',
    source: 'https://docs.cpanel.net/whm/security-center/smtp-restrictions',
    confidence: 'documented',
    checked,
  },
  {
    id: 'godaddy',
    name: 'GoDaddy shared hosting',
    kind,
    ports: { 25: 'blocked', 465: 'blocked', 587: 'blocked' },
    unblock: 'Not lifted on shared hosting. Use the host’s own mail server or an HTTPS API.',
    source: 'https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
    confidence: 'usual',
    checked,
  },
];
