import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import type { Format } from './format';
import { typedIn } from './typed-in';

const encryptions: Readonly<Record<SmtpSettings['security'], string>> = {
  'implicit-tls': 'SSL',
  starttls: 'TLS',
  cleartext: 'none',
};

/** Gmail calls STARTTLS TLS. The password is stored by Google. */
export const gmailSendAs: Format = {
  id: 'gmail-send-as',
  name: 'Gmail: Send mail as',
  group: 'Mail apps',
  steps: [
    'In Gmail on the web, open Settings > See all settings > Accounts, and press Add another email address under Send mail as.',
    'Type in the name and address, leave Treat as an alias as you want it, and press Next Step.',
    'Type in the rest, press Add Account, and confirm with the code that Google sends to the address.',
  ],
  fileName: 'gmail-send-as.txt',
  mediaType: 'text/plain',
  proven: 'documented',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    'The connection comes from Google, not from this computer: a port that works from here may be closed there, and the other way round.',
  ],
  render: (settings, proof) => {
    const { login } = settings;
    return typedIn(
      [
        ['Name', settings.from.name],
        ['Email address', settings.from.address],
        ['SMTP Server', settings.host],
        ['Port', String(settings.port)],
        ['Username', login?.username ?? ''],
        ['Password', login?.password ?? ''],
        ['Secured connection using', encryptions[settings.security]],
      ],
      proof,
    );
  },
};
