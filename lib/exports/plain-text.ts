import type { Security } from '@/lib/smtp/endpoint';
import { passwordText, type Format } from './format';
import { commentText } from './php-string';

const encryption: Readonly<Record<Security, string>> = {
  'implicit-tls': 'Implicit TLS (most programs call it SSL or SSL/TLS)',
  starttls: 'STARTTLS, required (many programs call it TLS)',
  cleartext: 'none',
};

export const plainText: Format = {
  id: 'plain-text',
  name: 'Plain text',
  group: 'Plain text',
  where: 'For a note, a ticket or a program that Outport does not know.',
  fileName: 'mail-settings.txt',
  mediaType: 'text/plain',
  warnings: () => [],
  render(settings, options) {
    const { host, port, security, username, from } = settings;
    const rows: readonly (readonly [string, string])[] = [
      ['Server', host],
      ['Port', String(port)],
      ['Encryption', encryption[security]],
      ['Login', username === undefined ? 'none' : 'yes'],
      ...(username === undefined ? [] : [['User name', username] as const, ['Password', passwordText(settings, options)] as const]),
      ['Sender', from.name === '' ? from.address : `${from.name} <${from.address}>`],
    ];
    return `${rows.map(([label, value]) => `${`${label}:`.padEnd(12)} ${value}`).join('\n')}\n\n${commentText(options.proof)}\n`;
  },
};
