import type { Security } from '@/lib/smtp/endpoint';
import { loginOf } from '@/lib/settings/login';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';

// `may` goes on without TLS and `encrypt` takes any certificate; only `secure` checks chain and name.
const levels: Readonly<Record<Security, string>> = { 'implicit-tls': 'secure', starttls: 'secure', cleartext: 'none' };

function cannot(settings: SmtpSettings): string | undefined {
  const { username, password } = loginOf(settings) ?? { username: '', password: '' };
  if (username.includes(':')) return 'Postfix ends the user name at its first colon, and this one has a colon.';
  if (password !== password.trimEnd())
    return 'Postfix drops blanks at the end of a line, and the password ends with one.';
  return undefined;
}

/** A relay for all mail. The key in sasl_passwd has to be relayhost letter for letter. */
export const postfix: Format = {
  id: 'postfix',
  name: 'Postfix relay',
  group: 'Servers and command line',
  steps: [
    'Put the first part into /etc/postfix/main.cf, in place of lines with the same names.',
    'Save the second part, if there is one, as /etc/postfix/sasl_passwd: chmod 600 /etc/postfix/sasl_passwd. On Debian it also needs the package libsasl2-modules.',
    'Run postfix reload.',
  ],
  fileName: 'postfix-relay.cf',
  mediaType: 'text/plain',
  proven: 'sent',
  cannot,
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    `The sender is not set here: programs have to send as ${settings.from.address}, or the server may refuse them.`,
    ...(settings.security === 'cleartext'
      ? []
      : [
          'Outside Debian and Ubuntu the file in smtp_tls_CAfile has another place, such as /etc/pki/tls/certs/ca-bundle.crt.',
        ]),
  ],
  render: (settings, proof) => {
    const { login } = settings;
    const relay = `[${settings.host.includes(':') ? `IPv6:${settings.host}` : settings.host}]:${settings.port}`;
    const encrypted = settings.security !== 'cleartext';
    const parameters: readonly (readonly [string, string])[] = [
      ['relayhost', relay],
      ['smtp_tls_security_level', levels[settings.security]],
      ['smtp_tls_wrappermode', settings.security === 'implicit-tls' ? 'yes' : 'no'],
      ...(encrypted ? ([['smtp_tls_CAfile', '/etc/ssl/certs/ca-certificates.crt']] as const) : []),
      ['smtp_sasl_auth_enable', login ? 'yes' : 'no'],
      ...(login
        ? ([
            ['smtp_sasl_password_maps', 'texthash:/etc/postfix/sasl_passwd'],
            ['smtp_sasl_security_options', 'noanonymous'],
          ] as const)
        : []),
    ];
    const secret = login ? `\n# /etc/postfix/sasl_passwd:\n${relay} ${login.username}:${login.password}\n` : '';
    return `# ${commentLine(proof)}\n# /etc/postfix/main.cf:\n${parameters.map(([name, value]) => `${name} = ${value}\n`).join('')}${secret}`;
  },
};
