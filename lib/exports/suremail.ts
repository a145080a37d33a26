import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { forcedSenderWarnings } from './forced-sender';
import type { Format } from './format';
import { phpMailerHost } from './php';
import { typedIn } from './typed-in';
import { alteredBy } from './wordpress-sanitizing';

const encryptions: Readonly<Record<SmtpSettings['security'], string>> = {
  'implicit-tls': 'SSL',
  starttls: 'TLS',
  cleartext: 'NONE',
};

/** SureMail has neither constants nor an import, so its form is filled in by hand. It logs in when a user name is there. */
export const suremail: Format = {
  id: 'suremail',
  name: 'SureMail',
  group: 'WordPress',
  steps: [
    'Install and activate the plugin SureMail.',
    'Add a connection of the kind Other SMTP and type these values into its form.',
    'Send a test email with the test tool of the plugin: saving tries nothing.',
  ],
  fileName: 'suremail.txt',
  mediaType: 'text/plain',
  proven: 'documented',
  cannot: (settings) => alteredBy('SureMail', settings),
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    ...forcedSenderWarnings(settings),
    'SureMail gives up after five seconds: a slow server fails although its settings are right.',
  ],
  render: (settings, proof) => {
    const { login } = settings;
    return typedIn(
      [
        ['From Email', settings.from.address],
        ['Force From Email', 'on'],
        ['From Name', settings.from.name],
        ['Host', phpMailerHost(settings.host)],
        ['Port', String(settings.port)],
        ['Encryption', encryptions[settings.security]],
        ['Auto TLS', settings.security === 'starttls' ? 'on' : 'off'],
        ['Username', login?.username ?? ''],
        ['Password', login?.password ?? ''],
      ],
      proof,
    );
  },
};
