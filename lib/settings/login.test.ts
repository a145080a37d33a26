import { expect, test } from 'vitest';
import { loginOf } from './login';
import { smtpSettingsSchema, type SmtpSettings } from './smtp-settings';

const token: SmtpSettings = {
  host: 'smtp.example.com',
  port: 587,
  security: 'starttls',
  usernameIsPassword: true,
  password: 'token-4711',
  from: { name: '', address: 'shop@example.com' },
};

test('a secret that is both stands as user name and as password', () => {
  expect(smtpSettingsSchema.parse(token)).toEqual(token);
  expect(loginOf(token)).toEqual({ username: 'token-4711', password: 'token-4711' });
});

test('what stands for the secret stands for both', () => {
  expect(loginOf(token, 'PLACEHOLDER')).toEqual({ username: 'PLACEHOLDER', password: 'PLACEHOLDER' });
});

test('a user name of its own stays, whatever stands for the password', () => {
  const { usernameIsPassword: _both, ...rest } = token;
  expect(loginOf({ ...rest, username: 'shop' }, 'PLACEHOLDER')).toEqual({ username: 'shop', password: 'PLACEHOLDER' });
  expect(loginOf(rest)).toBeUndefined();
});

test('nobody logs in without encryption', () => {
  expect(loginOf({ ...token, security: 'cleartext' })).toBeUndefined();
});
