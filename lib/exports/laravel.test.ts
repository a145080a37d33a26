import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { exportText } from './export-text';
import { laravel } from './laravel';
import { hostileProof, hostileSettings, sampleSettings, withoutLogin } from './testing/sample-settings';

const read = (settings: typeof sampleSettings) =>
  parseEnv(exportText(laravel, settings, { includePassword: true, proof: hostileProof }));

const password = ` a"b\`c $d #e \\n %41 ü `;
const general = {
  MAIL_MAILER: 'smtp',
  MAIL_HOST: 'smtp.example.com',
  MAIL_PORT: '587',
  MAIL_USERNAME: hostileSettings.username,
  MAIL_PASSWORD: password,
  MAIL_FROM_ADDRESS: "o'neil@example.com",
  MAIL_FROM_NAME: hostileSettings.from.name,
};

test('STARTTLS is demanded through the query of MAIL_URL, which holds no login', () => {
  const url = 'smtp://smtp.example.com:587?require_tls=true';
  expect(read({ ...hostileSettings, password })).toEqual({ ...general, MAIL_SCHEME: 'smtp', MAIL_URL: url });
});

test('implicit TLS is a scheme on any port', () => {
  const settings = { ...hostileSettings, password, security: 'implicit-tls' as const };
  expect(read(settings)).toEqual({ ...general, MAIL_SCHEME: 'smtps' });
});

test('without encryption STARTTLS is not tried, and nobody logs in', () => {
  const seen = read({ ...withoutLogin(sampleSettings), security: 'cleartext' });
  expect(seen).toMatchObject({ MAIL_SCHEME: 'smtp', MAIL_URL: 'smtp://smtp.example.com:587?auto_tls=false' });
  expect(seen).not.toHaveProperty('MAIL_USERNAME');
});
