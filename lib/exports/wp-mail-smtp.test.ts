import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { hasPhp } from '@/e2e/lab/has-php';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { exportText } from './export-text';
import { hostilePassword, hostileProof, hostileSettings, withoutLogin } from './testing/sample-settings';
import { easyWpSmtp } from './easy-wp-smtp';
import { gravitySmtp } from './gravity-smtp';
import { wpMailSmtp } from './wp-mail-smtp';

/** The constants PHP knows after wp-config.php was read with the text in it, at the place where people put it. */
function constants(settings: SmtpSettings, includePassword = true, format = wpMailSmtp): unknown {
  const text = exportText(format, settings, { includePassword, proof: hostileProof });
  const code = `<?php\n${text}\n/* That's all, stop editing! */\necho json_encode(get_defined_constants(true)['user'], JSON_THROW_ON_ERROR);`;
  return JSON.parse(execFileSync('php', { input: code, encoding: 'utf8' }));
}

/**
 * What WP Mail SMTP 4.8 documents, name by name. WPMS_ON counts only as the boolean true and the others not without it;
 * a FORCE or RETURN_PATH constant counts only as true; PORT is a number. WPMS_SSL `tls` is STARTTLS and demands it,
 * `ssl` is implicit TLS; AUTOTLS, which would try STARTTLS and go on without it, must be off in the other two.
 */
const general = {
  WPMS_ON: true,
  WPMS_MAILER: 'smtp',
  WPMS_SMTP_HOST: 'smtp.example.com',
  WPMS_SMTP_PORT: 587,
  WPMS_MAIL_FROM: "o'neil@example.com",
  WPMS_MAIL_FROM_FORCE: true,
  WPMS_SET_RETURN_PATH: true,
  WPMS_MAIL_FROM_NAME: hostileSettings.from.name,
  WPMS_MAIL_FROM_NAME_FORCE: true,
};
const login = { WPMS_SMTP_AUTH: true, WPMS_SMTP_USER: hostileSettings.username, WPMS_SMTP_PASS: hostilePassword };

describe.skipIf(!hasPhp)('the constants of its relatives', () => {
  test('Easy WP SMTP 2.13 has the same ones behind its own prefix', () => {
    const here = { ...general, ...login, WPMS_SSL: 'tls', WPMS_SMTP_AUTOTLS: true };
    const there = Object.entries(here).map(([name, value]) => [name.replace('WPMS_', 'EASY_WP_SMTP_'), value]);
    expect(constants(hostileSettings, true, easyWpSmtp)).toEqual(Object.fromEntries(there));
  });

  test.each([
    ['starttls', 'tls', true],
    ['implicit-tls', 'ssl', false],
  ] as const)('Gravity SMTP 2.3 has one for each setting of its connector: %s', (security, type, autoTls) => {
    expect(constants({ ...hostileSettings, security }, true, gravitySmtp)).toEqual({
      GRAVITYSMTP_INTEGRATION_PRIMARY: 'generic',
      GRAVITYSMTP_GENERIC_ENABLED: true,
      GRAVITYSMTP_GENERIC_HOST: 'smtp.example.com',
      GRAVITYSMTP_GENERIC_PORT: 587,
      GRAVITYSMTP_GENERIC_ENCRYPTION_TYPE: type,
      GRAVITYSMTP_GENERIC_AUTO_TLS: autoTls,
      GRAVITYSMTP_GENERIC_AUTH: true,
      GRAVITYSMTP_GENERIC_USERNAME: hostileSettings.username,
      GRAVITYSMTP_GENERIC_PASSWORD: hostilePassword,
      GRAVITYSMTP_GENERIC_USE_RETURN_PATH: true,
      GRAVITYSMTP_GENERIC_FROM_EMAIL: "o'neil@example.com",
      GRAVITYSMTP_GENERIC_FORCE_FROM_EMAIL: true,
      GRAVITYSMTP_GENERIC_FROM_NAME: hostileSettings.from.name,
      GRAVITYSMTP_GENERIC_FORCE_FROM_NAME: true,
    });
  });
});

describe.skipIf(!hasPhp)('the constants of WP Mail SMTP, as PHP reads them', () => {
  test('are the documented ones for STARTTLS', () => {
    expect(constants(hostileSettings)).toEqual({ ...general, ...login, WPMS_SSL: 'tls', WPMS_SMTP_AUTOTLS: true });
  });
  test('are the documented ones for implicit TLS', () => {
    const seen = constants({ ...hostileSettings, security: 'implicit-tls' });
    expect(seen).toEqual({ ...general, ...login, WPMS_SSL: 'ssl', WPMS_SMTP_AUTOTLS: false });
  });
  test('are the documented ones without encryption, and then without login', () => {
    const seen = constants({ ...hostileSettings, security: 'cleartext' });
    expect(seen).toEqual({ ...general, WPMS_SSL: '', WPMS_SMTP_AUTOTLS: false, WPMS_SMTP_AUTH: false });
  });
  test('switch the login off where there is none', () => {
    const seen = constants(withoutLogin(hostileSettings));
    expect(seen).toEqual({ ...general, WPMS_SSL: 'tls', WPMS_SMTP_AUTOTLS: true, WPMS_SMTP_AUTH: false });
  });
  test('hold the placeholder while the password is off', () => {
    expect(constants(hostileSettings, false)).toMatchObject({ WPMS_SMTP_PASS: 'YOUR_PASSWORD_HERE' });
  });
  test('leave the sender name to WordPress when there is none', () => {
    const seen = constants({ ...hostileSettings, from: { ...hostileSettings.from, name: '' } });
    expect(seen).not.toHaveProperty('WPMS_MAIL_FROM_NAME');
    expect(seen).not.toHaveProperty('WPMS_MAIL_FROM_NAME_FORCE');
  });
});

test('the text has no <?php of its own, which wp-config.php would choke on', () => {
  expect(exportText(wpMailSmtp, hostileSettings, { includePassword: true, proof: hostileProof })).not.toContain('<?');
});
