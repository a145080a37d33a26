import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { commentLine } from './comment-line';
import type { Format } from './format';
import { singleQuoted } from './quote';
import { senderText } from './sender';

// `enable_starttls_auto`, the default, goes on without encryption where STARTTLS is missing; `enable_starttls` does not.
const encryption: Readonly<Record<SmtpSettings['security'], readonly string[]>> = {
  'implicit-tls': ['tls: true', "openssl_verify_mode: 'peer'"],
  starttls: ['enable_starttls: true', 'enable_starttls_auto: false', "openssl_verify_mode: 'peer'"],
  cleartext: ['enable_starttls_auto: false'],
};

/** Action Mailer's settings go to the Mail gem as they are. */
export const rails: Format = {
  id: 'rails',
  name: 'Ruby on Rails',
  group: 'Frameworks and languages',
  steps: [
    'Put these lines into config/environments/production.rb, inside Rails.application.configure do.',
    'A from: in a mailer class wins over the default here.',
  ],
  fileName: 'action-mailer.rb',
  mediaType: 'text/x-ruby',
  proven: 'sent',
  warnings: (settings) => [
    ...cleartextWarnings(settings),
    ...(settings.security === 'cleartext'
      ? ['Some versions of the Mail gem, 2.7 among them, use STARTTLS where it is offered, whatever they are told.']
      : []),
  ],
  render: (settings, proof) => {
    const { login } = settings;
    const entries: readonly string[] = [
      `address: ${singleQuoted(settings.host)}`,
      `port: ${settings.port}`,
      ...encryption[settings.security],
      ...(login
        ? [
            `user_name: ${singleQuoted(login.username)}`,
            `password: ${singleQuoted(login.password)}`,
            'authentication: :plain',
          ]
        : []),
      'open_timeout: 15',
      'read_timeout: 30',
    ];
    return `# ${commentLine(proof)}
config.action_mailer.delivery_method = :smtp
config.action_mailer.raise_delivery_errors = true
config.action_mailer.default_options = { from: ${singleQuoted(senderText(settings.from))} }
config.action_mailer.smtp_settings = {
${entries.map((entry) => `  ${entry},\n`).join('')}}
`;
  },
};
