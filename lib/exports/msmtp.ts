import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';

// Everything between the outer quotes is taken as it stands, quotes and backslashes too: nothing is to be escaped.
const quoted = (text: string) => `"${text}"`;

/** msmtp's `tls on` demands encryption; `tls_starttls off` is implicit TLS. It checks the certificate by itself. */
export const msmtp: Format = {
  id: 'msmtp',
  name: 'msmtp',
  group: 'Servers and command line',
  steps: [
    'Save this as .msmtprc in your home folder, then run chmod 600 ~/.msmtprc: msmtp refuses a password in a file that others may read.',
    'Send with msmtp or its sendmail command; set from in it to change the sender.',
  ],
  fileName: 'msmtprc',
  mediaType: 'text/plain',
  proven: 'sent',
  warnings: cleartextWarnings,
  render: (settings, proof) => {
    const { login } = settings;
    const lines: readonly string[] = [
      `# ${commentLine(proof)}`,
      'account default',
      `host ${settings.host}`,
      `port ${settings.port}`,
      `from ${quoted(settings.from.address)}`,
      ...(settings.security === 'cleartext'
        ? ['tls off']
        : ['tls on', `tls_starttls ${settings.security === 'starttls' ? 'on' : 'off'}`, 'tls_trust_file system']),
      ...(login ? ['auth on', `user ${quoted(login.username)}`, `password ${quoted(login.password)}`] : ['auth off']),
    ];
    return `${lines.join('\n')}\n`;
  },
};
