import { loginOf } from '@/lib/settings/login';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import { passwordText, type Format } from './format';
import { shellWord } from './shell';
import { urlHost } from './url';

const encryption = {
  'implicit-tls': ['--tls-on-connect', '--tls-verify'],
  starttls: ['--tls', '--tls-verify'],
  cleartext: [],
} as const;

/** A command for one test mail. The password stands in an environment variable, where other users do not see it. */
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
  render: (settings, options) => {
    const login = loginOf(settings);
    const words: readonly string[] = [
      `--server ${shellWord(urlHost(settings.host))}`,
      `--port ${settings.port}`,
      ...encryption[settings.security],
      ...(login ? ['--auth PLAIN,LOGIN', `--auth-user ${shellWord(login.username)}`] : []),
      `--from ${shellWord(settings.from.address)}`,
      '--to reader@example.com',
    ];
    const secret = login ? `SWAKS_OPT_auth_password=${shellWord(passwordText(settings, options))} \\\n` : '';
    return `# ${commentLine(options.proof)}\n${secret}swaks ${words.join(' \\\n  ')}\n`;
  },
};
