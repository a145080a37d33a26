import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import type { Format } from './format';
import { typedIn } from './typed-in';

const encryptions: Readonly<Record<SmtpSettings['security'], string>> = {
  'implicit-tls': 'SSL/TLS',
  starttls: 'STARTTLS',
  cleartext: 'None',
};

/** Both kinds of encryption are demanded, and the certificate is checked. */
export const thunderbird: Format = {
  id: 'thunderbird',
  name: 'Thunderbird',
  group: 'Mail apps',
  steps: [
    'Open Account Settings > Outgoing Server (SMTP) and press Add.',
    'Type these values in; Thunderbird asks for the password at the first message.',
    'In the settings of your account, choose this server under Outgoing Server (SMTP).',
  ],
  fileName: 'thunderbird.txt',
  mediaType: 'text/plain',
  proven: 'documented',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    'Thunderbird finds a place for this server only beside an account that receives mail.',
  ],
  render: (settings, proof) => {
    const { login } = settings;
    return typedIn(
      [
        ['Server Name', settings.host],
        ['Port', String(settings.port)],
        ['Connection security', encryptions[settings.security]],
        ['Authentication method', login ? 'Normal password' : 'No authentication'],
        ['User Name', login?.username ?? ''],
        ['Password', login?.password ?? ''],
        ['Your Name', settings.from.name],
        ['Email Address', settings.from.address],
      ],
      proof,
    );
  },
};
