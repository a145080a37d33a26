import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { envLines, envLogin, type EnvEntry } from './env-lines';
import type { Format } from './format';
import { senderText } from './sender';

const encryption: Readonly<Record<SmtpSettings['security'], readonly EnvEntry[]>> = {
  'implicit-tls': [
    ['SMTP_TLS', 'true'],
    ['SMTP_ENABLE_STARTTLS', 'never'],
    ['SMTP_OPENSSL_VERIFY_MODE', 'peer'],
  ],
  starttls: [
    ['SMTP_ENABLE_STARTTLS', 'always'],
    ['SMTP_OPENSSL_VERIFY_MODE', 'peer'],
  ],
  cleartext: [['SMTP_ENABLE_STARTTLS', 'never']],
};

/** Mastodon has the words of Action Mailer: its TLS is implicit TLS. */
export const mastodon: Format = {
  id: 'mastodon',
  name: 'Mastodon',
  group: 'Self-hosted apps',
  steps: [
    'Put these lines into .env.production, in place of others that begin with SMTP_.',
    'Restart mastodon-web and mastodon-sidekiq.',
  ],
  fileName: 'mastodon.env',
  mediaType: 'text/plain',
  proven: 'parsed',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    ...(settings.security === 'starttls'
      ? [
          'Mastodon before version 4 does not know SMTP_ENABLE_STARTTLS and goes on in the clear where STARTTLS is missing.',
        ]
      : []),
  ],
  render: (settings, proof) =>
    envLines(proof, [
      ['SMTP_SERVER', settings.host],
      ['SMTP_PORT', String(settings.port)],
      ...encryption[settings.security],
      ...envLogin(settings, { username: 'SMTP_LOGIN', password: 'SMTP_PASSWORD' }),
      ['SMTP_AUTH_METHOD', settings.login === undefined ? 'none' : 'plain'],
      ['SMTP_FROM_ADDRESS', senderText(settings.from)],
    ]),
};
