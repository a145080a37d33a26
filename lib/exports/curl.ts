import { addressDomain } from '@/lib/smtp/address';
import { loginOf } from '@/lib/settings/login';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { doubleQuoted } from './quote';
import { urlHost } from './url';

// In a file for --config a backslash keeps the next character, so only it and the quote need one.
// Without a path curl takes the name of the uploaded file for its EHLO.
function address({ host, port, security, from }: SmtpSettings): string {
  const scheme = security === 'implicit-tls' ? 'smtps' : 'smtp';
  return `${scheme}://${urlHost(host)}:${port}/${addressDomain(from.address)}`;
}

/** Only `ssl-reqd` makes `smtp://` use STARTTLS and stop without it. */
export const curl: Format = {
  id: 'curl',
  name: 'curl',
  group: 'Servers and command line',
  steps: [
    'Save this as smtp.curl, readable by you alone: chmod 600 smtp.curl.',
    'Send a file that holds headers and text: curl --config smtp.curl --mail-rcpt reader@example.com --upload-file mail.txt.',
  ],
  fileName: 'smtp.curl',
  mediaType: 'text/plain',
  proven: 'sent',
  cannot: (settings) =>
    loginOf(settings)?.username.includes(':')
      ? 'curl ends the user name at its first colon, and this one has a colon.'
      : undefined,
  warnings: cleartextWarnings,
  render: (settings, proof) => {
    const { login } = settings;
    const lines: readonly string[] = [
      `# ${commentLine(proof)}`,
      `url = ${doubleQuoted(address(settings))}`,
      ...(settings.security === 'cleartext' ? [] : ['ssl-reqd']),
      ...(login ? [`user = ${doubleQuoted(`${login.username}:${login.password}`)}`] : []),
      `mail-from = ${doubleQuoted(settings.from.address)}`,
    ];
    return `${lines.join('\n')}\n`;
  },
};
