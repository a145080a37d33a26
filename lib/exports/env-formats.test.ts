/** Programs that are told by environment variables, read back by Node's own reader of .env files. */
import { execFileSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { exportText } from './export-text';
import type { Format } from './format';
import { ghost } from './ghost';
import { json } from './json';
import { magento } from './magento';
import { mastodon } from './mastodon';
import { hostilePassword, hostileProof, hostileSettings, sampleSettings } from './testing/sample-settings';
import { vaultwarden } from './vaultwarden';

const render = (format: Format, settings: SmtpSettings) =>
  exportText(format, settings, { includePassword: true, proof: hostileProof });
// All that a .env file can hold for every reader.
const password = ` a"b\`c $d #e \\n %41 ü `;
const settings: SmtpSettings = { ...hostileSettings, password };
const sender = `"O'Neil \\"Shop\\" \\\\ $x ?> */ <b>" <o'neil@example.com>`;
const { username } = hostileSettings;

describe('environment variables', () => {
  const read = (format: Format, security: SmtpSettings['security']) =>
    parseEnv(render(format, { ...settings, security }));

  test('of Ghost are nodemailer’s options', () => {
    expect(read(ghost, 'starttls')).toEqual({
      mail__transport: 'SMTP',
      mail__options__host: 'smtp.example.com',
      mail__options__port: '587',
      mail__options__secure: 'false',
      mail__options__requireTLS: 'true',
      mail__options__auth__user: username,
      mail__options__auth__pass: password,
      mail__from: sender,
    });
    expect(read(ghost, 'implicit-tls')).toMatchObject({
      mail__options__secure: 'true',
      mail__options__requireTLS: 'false',
    });
    expect(read(ghost, 'cleartext')).toMatchObject({
      mail__options__ignoreTLS: 'true',
      mail__options__secure: 'false',
    });
  });

  test('of Mastodon demand STARTTLS, or begin with TLS', () => {
    expect(read(mastodon, 'starttls')).toEqual({
      SMTP_SERVER: 'smtp.example.com',
      SMTP_PORT: '587',
      SMTP_ENABLE_STARTTLS: 'always',
      SMTP_OPENSSL_VERIFY_MODE: 'peer',
      SMTP_LOGIN: username,
      SMTP_PASSWORD: password,
      SMTP_AUTH_METHOD: 'plain',
      SMTP_FROM_ADDRESS: sender,
    });
    expect(read(mastodon, 'implicit-tls')).toMatchObject({ SMTP_TLS: 'true', SMTP_ENABLE_STARTTLS: 'never' });
    expect(read(mastodon, 'cleartext')).toMatchObject({ SMTP_AUTH_METHOD: 'none' });
  });

  test('of Vaultwarden name the kind of encryption', () => {
    expect(read(vaultwarden, 'starttls')).toEqual({
      SMTP_HOST: 'smtp.example.com',
      SMTP_PORT: '587',
      SMTP_SECURITY: 'starttls',
      SMTP_USERNAME: username,
      SMTP_PASSWORD: password,
      SMTP_FROM: "o'neil@example.com",
      SMTP_FROM_NAME: hostileSettings.from.name,
    });
    expect(read(vaultwarden, 'implicit-tls')).toMatchObject({ SMTP_SECURITY: 'force_tls' });
    expect(read(vaultwarden, 'cleartext')).toMatchObject({ SMTP_SECURITY: 'off' });
  });
});

test.skipIf(process.platform === 'win32')('Magento’s values reach its command through a shell as they are', () => {
  const text = render(magento, hostileSettings).replaceAll('bin/magento', 'magento');
  const script = `magento() { printf '%s\\n' "$3=$4"; }\n${text}`;
  expect(execFileSync('sh', { input: script, encoding: 'utf8' }).trimEnd().split('\n')).toEqual([
    'system/smtp/transport=smtp',
    'system/smtp/host=smtp.example.com',
    'system/smtp/port=587',
    'system/smtp/ssl=tls',
    'system/smtp/auth=login',
    `system/smtp/username=${username}`,
    `system/smtp/password=${hostilePassword}`,
    "trans_email/ident_general/email=o'neil@example.com",
    `trans_email/ident_general/name=${hostileSettings.from.name}`,
  ]);
});

test('JSON holds every value by its plain name', () => {
  expect(JSON.parse(render(json, sampleSettings))).toMatchObject(sampleSettings);
  expect(JSON.parse(render(json, hostileSettings))).toMatchObject(hostileSettings);
});
