import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { shellWord } from './shell';
import { urlHost } from './url';

const encryption = {
  'implicit-tls': ['--tls-on-connect', '--tls-verify'],
  starttls: ['--tls', '--tls-verify'],
  cleartext: [],
} as const;

/** A command for one test mail. The login stands in environment variables, where other users do not see it. */
export const swaks: Format = {
  id: 'swaks',
  name: 'swaks',
  group: 'Servers and command line',
  steps: ['Change the recipient in --to and run this in a shell; it prints the whole conversation.'],
  fileName: 'swaks.sh',
  mediaType: 'text/x-shellscript',
  proven: 'sent',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    ...(settings.security === 'cleartext'
      ? []
      : [
          'swaks checks that the certificate comes from a known authority, but the version of 2020 that Debian 12 has does not check its name.',
        ]),
    'swaks prints the login in base64, which everybody can read: cut it out before you show its output to anybody.',
  ],
  render: (settings, proof) => {
    const { login } = settings;
    const words: readonly string[] = [
      `--server ${shellWord(urlHost(settings.host))}`,
      `--port ${settings.port}`,
      ...encryption[settings.security],
      ...(login ? ['--auth PLAIN,LOGIN'] : []),
      `--from ${shellWord(settings.from.address)}`,
      '--to reader@example.com',
    ];
    const secret = login
      ? `SWAKS_OPT_auth_user=${shellWord(login.username)} \\\nSWAKS_OPT_auth_password=${shellWord(login.password)} \\\n`
      : '';
    return `# ${commentLine(proof)}\n${secret}swaks ${words.join(' \\\n  ')}\n`;
  },
};
