import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import type { Format } from './format';
import { typedIn } from './typed-in';

const encryptions: Readonly<Record<SmtpSettings['security'], string>> = {
  'implicit-tls': 'SSL/TLS',
  starttls: 'STARTTLS',
  cleartext: 'None',
};

/** The field for implicit TLS and STARTTLS is one list of words. */
export const outlook: Format = {
  id: 'outlook',
  name: 'Outlook',
  group: 'Mail apps',
  steps: [
    'In classic Outlook for Windows, open File > Account Settings > Server Settings, choose your account and unfold Outgoing mail.',
    'Type these values in and tick that the outgoing server requires authentication, where there is a login.',
  ],
  fileName: 'outlook.txt',
  mediaType: 'text/plain',
  proven: 'documented',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    'Outlook has no account that only sends: it needs a server that receives mail beside this one.',
    'With Encryption method Auto, Outlook may go on without encryption: choose the one named here.',
  ],
  render: (settings, proof) => {
    const { login } = settings;
    return typedIn(
      [
        ['Server', settings.host],
        ['Port', String(settings.port)],
        ['Encryption method', encryptions[settings.security]],
        ['User Name', login?.username ?? ''],
        ['Password', login?.password ?? ''],
        ['Require logon using Secure Password Authentication (SPA)', 'off'],
        ['Your name', settings.from.name],
        ['Email address', settings.from.address],
      ],
      proof,
    );
  },
};
