import { expect, it } from 'vitest';
import type { Draft } from './draft';
import { loginTried } from './login-tried';

const account = {
  variant: '',
  host: 'mail.example.com',
  ports: [],
  login: true,
  username: 'shop',
  from: { name: '', address: 'shop@example.com' },
};
const draft: Draft = { provider: 'other', account, connects: true, password: '' };
const { host } = account;

it('is the host and the user name', () => {
  expect(loginTried(draft, 'secret')).toEqual({ host, username: 'shop', isSecret: false });
});

it('has no user name where there is no login', () => {
  const open = { ...draft, account: { ...account, login: false } };
  expect(loginTried(open, 'secret')).toEqual({ host, username: '', isSecret: false });
});

it('is a secret where the same was typed twice', () => {
  expect(loginTried(draft, 'shop')).toMatchObject({ isSecret: true });
});

it('is the token itself where a provider wants it twice, and a secret', () => {
  const token = { ...draft, account: { ...account, username: '', usernameIsPassword: true } };
  expect(loginTried(token, 'token')).toEqual({ host, username: 'token', isSecret: true });
});
