import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import type { Format } from './format';
import { typedIn } from './typed-in';

const encryptions: Readonly<Record<SmtpSettings['security'], string>> = {
  'implicit-tls': 'on (TLS from the start on this port)',
  starttls: 'on (STARTTLS on this port)',
  cleartext: 'off',
};

/** What is typed in by hand, for every account; where the server that receives is known there is a profile too. */
export const appleMail: Format = {
  id: 'apple-mail',
  name: 'Apple Mail',
  group: 'Mail apps',
  steps: [
    'On a Mac, open Mail > Settings > Accounts, choose your account, then Server Settings.',
    'Under Outgoing Mail Account choose Edit SMTP Server List, press +, and type these values in.',
    'Untick Automatically manage connection settings, so that port and encryption can be set.',
  ],
  fileName: 'apple-mail.txt',
  mediaType: 'text/plain',
  proven: 'documented',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    'One tick stands for both kinds of encryption; Mail finds out which, and nothing in its settings insists on STARTTLS.',
    'Mail has no account that only sends: it needs a server that receives mail beside this one.',
  ],
  render: (settings, proof) => {
    const { login } = settings;
    return typedIn(
      [
        ['Description', `${settings.from.name} ${settings.host}`.trim()],
        ['User Name', login?.username ?? ''],
        ['Password', login?.password ?? ''],
        ['Host Name', settings.host],
        ['Port', String(settings.port)],
        ['Use TLS/SSL', encryptions[settings.security]],
        ['Authentication', login ? 'Password' : 'None'],
        ['Sender address', settings.from.address],
      ],
      proof,
    );
  },
};
