import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { shellWord } from './shell';

const encryptions: Readonly<Record<SmtpSettings['security'], string>> = {
  'implicit-tls': 'ssl',
  starttls: 'tls',
  cleartext: '',
};

/** Magento's own SMTP settings; before 2.4.6 they counted on Windows only. */
export const magento: Format = {
  id: 'magento',
  name: 'Magento, from 2.4.6',
  group: 'Self-hosted apps',
  steps: [
    'Run these commands in the folder of Magento; or type the values in under Stores > Configuration > Advanced > System > Mail Sending Settings.',
    'Run bin/magento cache:flush config.',
  ],
  fileName: 'magento-smtp.sh',
  mediaType: 'text/x-shellscript',
  proven: 'parsed',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    'Versions of Magento before 2.4.6 ignore host and port here: they need an extension for SMTP.',
  ],
  render: (settings, proof) => {
    const { login } = settings;
    const entries: readonly (readonly [string, string] | false)[] = [
      ['system/smtp/transport', 'smtp'],
      ['system/smtp/host', settings.host],
      ['system/smtp/port', String(settings.port)],
      ['system/smtp/ssl', encryptions[settings.security]],
      ['system/smtp/auth', login ? 'login' : 'none'],
      login !== undefined && ['system/smtp/username', login.username],
      login !== undefined && ['system/smtp/password', login.password],
      ['trans_email/ident_general/email', settings.from.address],
      settings.from.name !== '' && ['trans_email/ident_general/name', settings.from.name],
    ];
    const lines = entries
      .filter((entry) => entry !== false)
      .map(([path, value]) => `bin/magento config:set -- ${path} ${shellWord(value)}`);
    return `# ${commentLine(proof)}\n${lines.join('\n')}\n`;
  },
};
