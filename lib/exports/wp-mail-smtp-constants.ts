import { phpMailerHost, phpMailerSecure } from './php';
import type { Constant } from './php-constants';
import type { PrintedSettings } from './printed-settings';

/** The constants of WP Mail SMTP and of Easy WP SMTP, which grew out of it: the same names behind another prefix. */
export function wpMailSmtpConstants(prefix: string, settings: PrintedSettings): readonly Constant[] {
  const { login, from } = settings;
  const list: readonly (Constant | false)[] = [
    ['ON', true], // nothing else counts without it
    ['MAILER', 'smtp'],
    ['SMTP_HOST', phpMailerHost(settings.host)],
    ['SMTP_PORT', settings.port],
    ['SSL', phpMailerSecure[settings.security]],
    ['SMTP_AUTOTLS', settings.security === 'starttls'],
    ['SMTP_AUTH', login !== undefined],
    login !== undefined && ['SMTP_USER', login.username],
    login !== undefined && ['SMTP_PASS', login.password],
    ['MAIL_FROM', from.address],
    ['MAIL_FROM_FORCE', true],
    ['SET_RETURN_PATH', true], // the envelope sender of the test message, where bounces go
    from.name !== '' && ['MAIL_FROM_NAME', from.name],
    from.name !== '' && ['MAIL_FROM_NAME_FORCE', true],
  ];
  return list.filter((entry) => entry !== false).map(([name, value]) => [`${prefix}${name}`, value]);
}
