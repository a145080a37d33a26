import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { addressDomain } from '@/lib/smtp/address';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { opportunisticWarnings } from './program-limits';
import { singleQuoted } from './quote';

const encryptions: Readonly<Record<SmtpSettings['security'], string>> = {
  'implicit-tls': 'ssl',
  starttls: '', // the old value tls counts as this
  cleartext: '',
};

/** Nextcloud splits the sender at its @. */
export const nextcloud: Format = {
  id: 'nextcloud',
  name: 'Nextcloud',
  group: 'Self-hosted apps',
  steps: [
    'Put these lines into config/config.php, between the brackets of $CONFIG, in place of lines with the same names.',
    'In Administration settings > Basic settings > Email server, press Send email.',
  ],
  fileName: 'nextcloud-mail.php',
  mediaType: 'text/plain',
  proven: 'parsed',
  warnings: (settings) => [...cleartextWarnings(settings), ...opportunisticWarnings('Nextcloud', settings)],
  render: (settings, proof) => {
    const { login } = settings;
    const { address, name } = settings.from;
    const entries: readonly (readonly [string, string] | false)[] = [
      ['mail_smtpmode', singleQuoted('smtp')],
      ['mail_smtphost', singleQuoted(settings.host)],
      ['mail_smtpport', String(settings.port)],
      ['mail_smtpsecure', singleQuoted(encryptions[settings.security])],
      ['mail_smtpauth', String(login !== undefined)],
      login !== undefined && ['mail_smtpname', singleQuoted(login.username)],
      login !== undefined && ['mail_smtppassword', singleQuoted(login.password)],
      ['mail_smtptimeout', '15'],
      ['mail_from_address', singleQuoted(address.slice(0, address.lastIndexOf('@')))],
      ['mail_domain', singleQuoted(addressDomain(address))],
    ];
    const lines = entries.filter((entry) => entry !== false).map(([key, value]) => `'${key}' => ${value},`);
    return `// ${commentLine(proof)}\n// ${commentLine(`Sender: ${name} ${address}`)}\n${lines.join('\n')}\n`;
  },
};
