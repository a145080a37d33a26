import type { Security } from '@/lib/smtp/endpoint';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { doubleQuoted } from './quote';
import { senderText } from './sender';

// Between double quotes git reads a backslash before a quote or a backslash, and takes # and ; as they are.
const encryptionWords: Readonly<Record<Security, string>> = {
  'implicit-tls': 'ssl',
  starttls: 'tls',
  cleartext: 'none',
};

/** git's `tls` is STARTTLS and demanded; chain and name of the certificate are checked. */
export const gitSendEmail: Format = {
  id: 'git-send-email',
  name: 'git send-email',
  group: 'Servers and command line',
  steps: [
    'Add this to the file .gitconfig in your home folder, and let nobody else read it: chmod 600 ~/.gitconfig.',
    'Send a patch: git send-email --to=reader@example.com HEAD^.',
  ],
  fileName: 'gitconfig',
  mediaType: 'text/plain',
  proven: 'sent',
  warnings: cleartextWarnings,
  render: (settings, proof) => {
    const { login } = settings;
    const variables: readonly (readonly [string, string])[] = [
      ['smtpServer', doubleQuoted(settings.host)],
      ['smtpServerPort', String(settings.port)],
      ['smtpEncryption', encryptionWords[settings.security]],
      ...(login
        ? ([
            ['smtpUser', doubleQuoted(login.username)],
            ['smtpPass', doubleQuoted(login.password)],
          ] as const)
        : []),
      ['from', doubleQuoted(senderText(settings.from))],
    ];
    const lines = variables.map(([name, value]) => `\t${name} = ${value}`);
    return `# ${commentLine(proof)}\n[sendemail]\n${lines.join('\n')}\n`;
  },
};
