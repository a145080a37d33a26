import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { sendgrid } from '@/lib/providers/sendgrid';
import { accountFormSchema, accountOf, readPorts, startForm, type AccountFormInput } from './account-form';

const filled: AccountFormInput = {
  ...startForm(undefined, undefined),
  host: ' SMTP.Example.COM. ',
  ports: '2526, 587',
  kinds: { p587: 'implicit-tls' },
  username: ' shop@example.com ',
  fromAddress: ' shop@example.com ',
  fromName: ' Shop ',
};
const messages = (form: AccountFormInput) => {
  const { error } = z.safeParse(accountFormSchema, form);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('the account form', () => {
  test('gives an account with trimmed values, and the kind of encryption chosen for a port', () => {
    const account = accountOf(z.parse(accountFormSchema, filled));
    expect(account).toEqual({
      variant: '',
      host: 'smtp.example.com',
      ports: [
        { port: 2526, security: 'starttls' },
        { port: 587, security: 'implicit-tls' },
      ],
      login: true,
      username: 'shop@example.com',
      from: { name: 'Shop', address: 'shop@example.com' },
    });
  });

  test('shows again what was answered', () => {
    const account = accountOf(z.parse(accountFormSchema, filled));
    const again = startForm(undefined, account);
    expect(accountOf(z.parse(accountFormSchema, again))).toEqual(account);
  });

  test('begins with the provider’s first host, and with its user name where that is fixed', () => {
    expect(startForm(sendgrid, undefined)).toMatchObject({
      variant: 'global',
      host: 'smtp.sendgrid.net',
      username: 'apikey',
    });
  });

  test('a server that needs no login keeps no user name', () => {
    const account = accountOf(z.parse(accountFormSchema, { ...filled, noLogin: true }));
    expect(account).toMatchObject({ login: false, username: '' });
  });

  test('a practice server’s own ports are the whole list', () => {
    const played = [{ port: 40001, security: 'starttls', plays: 587 }] as const;
    expect(accountOf(z.parse(accountFormSchema, filled), [...played]).ports).toEqual(played);
  });

  test.each<[Partial<AccountFormInput>, string]>([
    [{ host: '' }, "host: Enter your mail server's host name, like smtp.example.com"],
    [{ host: 'me@example.com' }, 'host: Enter a host name, not an email address'],
    [{ host: 'smtp example' }, 'host: Host names use only letters, numbers, dots and hyphens'],
    [{ ports: '70000' }, 'ports: Port must be a whole number from 1 to 65535'],
    [{ ports: '587 and more' }, 'ports: Port must be a whole number from 1 to 65535'],
    [{ ports: '-25' }, 'ports: Port must be a whole number from 1 to 65535'],
    [{ ports: Array.from({ length: 13 }, (_, i) => i + 1).join() }, 'ports: Name at most 12 ports'],
    [{ username: ' ' }, 'username: Enter the user name for your mail server'],
    [{ fromAddress: 'shop' }, 'fromAddress: Enter the sender address, like name@example.com'],
    [{ fromName: 'a\r\nBcc: b@example.com' }, 'fromName: Sender name must be one line'],
  ])('says what to do about %j', (change, message) => {
    expect(messages({ ...filled, ...change })).toContain(message);
  });
});

test.each([
  ['', []],
  ['587', [587]],
  ['587, 2525;2525  26', [587, 2525, 26]],
  ['x', [Number.NaN]],
  ['123456', [Number.NaN]],
])('%j reads as the ports %j', (text, ports) => {
  expect(readPorts(text)).toEqual(ports);
});
