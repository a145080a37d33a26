import type { Security } from '@/lib/smtp/endpoint';
import { loginOf } from '@/lib/settings/login';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import { passwordText, type Format } from './format';

// Between double quotes git reads a backslash before a quote or a backslash, and takes # and ; as they are.
const quoted = (text: string) => `"${text.replace(/[\\"]/g, (character) => `\\${character}`)}"`;

const encryptionWords: Readonly<Record<Security, string>> = {
  'implicit-tls': 'ssl',
  starttls: 'tls',
  cleartext: 'none',
};

function sender({ name, address }: { readonly name: string; readonly address: string }): string {
  return name === '' ? address : `"${name.replace(/[\\"]/g, (character) => `\\${character}`)}" <${address}>`;
}

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
  render: (settings, options) => {
    const login = loginOf(settings);
    const variables: readonly (readonly [string, string])[] = [
      ['smtpServer', quoted(settings.host)],
      ['smtpServerPort', String(settings.port)],
      ['smtpEncryption', encryptionWords[settings.security]],
      ...(login
        ? ([
            ['smtpUser', quoted(login.username)],
            ['smtpPass', quoted(passwordText(settings, options))],
          ] as const)
        : []),
      ['from', quoted(sender(settings.from))],
    ];
    const lines = variables.map(([name, value]) => `\t${name} = ${value}`);
    return `# ${commentLine(options.proof)}\n[sendemail]\n${lines.join('\n')}\n`;
  },
};
