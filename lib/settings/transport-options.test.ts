import { createTransport } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import { securities } from '@/lib/smtp/endpoint';
import type { SmtpSettings } from './smtp-settings';
import { loginOf } from './login';
import { transportOptions as optionsOf } from './transport-options';

const settings: SmtpSettings = {
  host: 'smtp.example.com',
  port: 587,
  security: 'starttls',
  username: 'shop@example.com',
  password: 'a secret',
  from: { name: 'Shop', address: 'shop@example.com' },
};

const transportOptions = (given: SmtpSettings) => optionsOf({ ...given, login: loginOf(given) });

describe('transportOptions', () => {
  test('demands STARTTLS, so that a server without it is refused', () => {
    expect(transportOptions(settings)).toEqual({
      host: 'smtp.example.com',
      port: 587,
      secure: false,
      requireTLS: true,
      auth: { user: 'shop@example.com', pass: 'a secret' },
      tls: { minVersion: 'TLSv1.2' },
    });
  });

  test('begins with TLS when it is implicit, whatever the port', () => {
    expect(transportOptions({ ...settings, port: 2465, security: 'implicit-tls' })).toMatchObject({
      port: 2465,
      secure: true,
      requireTLS: false,
    });
  });

  test('never puts a login on a connection without encryption', () => {
    const options = transportOptions({ ...settings, port: 25, security: 'cleartext' });
    expect(options).toMatchObject({ secure: false, ignoreTLS: true });
    expect(options).not.toHaveProperty('auth');
  });

  test('has no login when the server needs none', () => {
    const { username: _name, password: _secret, ...open } = settings;
    expect(transportOptions(open)).not.toHaveProperty('auth');
    expect(transportOptions({ ...open, username: '' })).not.toHaveProperty('auth');
  });

  test.each(securities)('is taken by nodemailer as it is: %s', (security) => {
    const options = transportOptions({ ...settings, security });
    expect(createTransport({ ...options }).options).toMatchObject(options);
  });
});
