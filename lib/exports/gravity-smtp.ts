import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { cleartextWarnings } from './cleartext-warning';
import { forcedSenderWarnings } from './forced-sender';
import type { Format } from './format';
import { phpMailerHost } from './php';
import { phpConstants, type Constant } from './php-constants';
import type { PrintedSettings } from './printed-settings';

const encryptionTypes: Readonly<Record<SmtpSettings['security'], string>> = {
  'implicit-tls': 'ssl',
  starttls: 'tls',
  cleartext: 'none',
};

function constants(settings: PrintedSettings): readonly Constant[] {
  const { login, from } = settings;
  const list: readonly (Constant | false)[] = [
    ['INTEGRATION_PRIMARY', 'generic'],
    ['GENERIC_ENABLED', true],
    ['GENERIC_HOST', phpMailerHost(settings.host)],
    ['GENERIC_PORT', settings.port],
    ['GENERIC_ENCRYPTION_TYPE', encryptionTypes[settings.security]],
    ['GENERIC_AUTO_TLS', settings.security === 'starttls'],
    ['GENERIC_AUTH', login !== undefined],
    login !== undefined && ['GENERIC_USERNAME', login.username],
    login !== undefined && ['GENERIC_PASSWORD', login.password],
    ['GENERIC_USE_RETURN_PATH', true],
    ['GENERIC_FROM_EMAIL', from.address],
    ['GENERIC_FORCE_FROM_EMAIL', true],
    from.name !== '' && ['GENERIC_FROM_NAME', from.name],
    from.name !== '' && ['GENERIC_FORCE_FROM_NAME', true],
  ];
  return list.filter((entry) => entry !== false).map(([name, value]) => [`GRAVITYSMTP_${name}`, value]);
}

/** Gravity SMTP's connector `generic`, which its screens call Custom SMTP. PRIMARY, ENABLED and AUTH are each needed. */
export const gravitySmtp: Format = {
  id: 'gravity-smtp',
  name: 'Gravity SMTP',
  group: 'WordPress',
  steps: [
    'Install and activate the plugin Gravity SMTP.',
    'Open wp-config.php and paste this above the line "That\'s all, stop editing!": below it, Gravity SMTP sends nothing.',
    'Send a test email with the test tool of the plugin.',
  ],
  fileName: 'wp-config-gravity-smtp.txt',
  mediaType: 'text/plain',
  proven: 'parsed',
  warnings: (settings) => [...cleartextWarnings(settings), ...forcedSenderWarnings(settings)],
  render: (settings, proof) => phpConstants(proof, constants(settings)),
};
