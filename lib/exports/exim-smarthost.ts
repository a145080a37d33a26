import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { urlHost } from './url';
import type { PrintedSettings } from './printed-settings';

// Lists are split and blanks trimmed first, then strings are expanded, then a lone ^ becomes NUL: hexadecimal passes all three.
const hexadecimal = (character: string) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
const literal = (text: string) =>
  text.replaceAll('^', '^^').replace(/[^A-Za-z0-9@._=/+\-\u0080-\u{10ffff}]/gu, hexadecimal);

const encryption: Readonly<Record<SmtpSettings['security'], readonly string[]>> = {
  'implicit-tls': ['protocol = smtps'],
  starttls: ['hosts_require_tls = *'],
  cleartext: ['hosts_avoid_tls = *'],
};
// Without tls_verify_hosts no certificate is checked, whatever tls_verify_certificates says.
const verification = ['tls_verify_certificates = system', 'tls_verify_hosts = *', 'tls_verify_cert_hostnames = *'];

function authenticators({ login }: PrintedSettings): string {
  if (login === undefined) return '';
  const user = literal(login.username);
  const password = literal(login.password);
  return `
# Behind "begin authenticators":
smarthost_plain:
  driver = plaintext
  public_name = PLAIN
  client_send = ^${user}^${password}

smarthost_login:
  driver = plaintext
  public_name = LOGIN
  client_send = : ${user} : ${password}
`;
}

/** A smarthost for all mail that is not local: a router, a transport and two authenticators. */
export const eximSmarthost: Format = {
  id: 'exim-smarthost',
  name: 'Exim smarthost',
  group: 'Servers and command line',
  steps: [
    'Put each part into the section of the Exim configuration that stands above it; the router goes in place of the one called dnslookup.',
    'See that the file can be read by Exim alone, since the password stands in it.',
    'Try the route without sending: exim -bt reader@example.com.',
  ],
  fileName: 'exim-smarthost.conf',
  mediaType: 'text/plain',
  proven: 'sent',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    `The sender is not set here: programs have to send as ${settings.from.address}, or the server may refuse them.`,
  ],
  render: (settings, proof) => {
    const encrypted = settings.security !== 'cleartext';
    const lines: readonly string[] = [
      `port = ${settings.port}`,
      ...encryption[settings.security],
      ...(encrypted ? verification : []),
      ...(settings.login ? ['hosts_require_auth = *'] : []),
    ];
    return `# ${commentLine(proof)}
# Behind "begin routers":
smarthost:
  driver = manualroute
  domains = ! +local_domains
  route_list = <; * "${urlHost(settings.host)}"
  transport = smarthost_smtp

# Behind "begin transports":
smarthost_smtp:
  driver = smtp
${lines.map((line) => `  ${line}\n`).join('')}${authenticators(settings)}`;
  },
};
