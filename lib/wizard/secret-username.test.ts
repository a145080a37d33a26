import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Provider } from '@/lib/providers/provider';
import { sendgrid } from '@/lib/providers/sendgrid';
import { accountFormSchema, accountOf, ruledUsername, startForm } from './account-form';
import { answerAccount, chooseProvider, emptyDraft, withoutSecret } from './draft';
import { finishedSettings } from './finished-settings';

const tokenProvider: Provider = { ...sendgrid, username: { kind: 'password', hint: 'The token is both.' } };
const form = { ...startForm(tokenProvider, undefined), fromAddress: 'shop@example.com' };

it('where the secret is the user name, none is asked for, and none is stored', () => {
  const account = accountOf(z.parse(accountFormSchema, form));
  expect(account).toMatchObject({ login: true, username: '', usernameIsPassword: true });
  const draft = answerAccount(chooseProvider(emptyDraft, 'sendgrid'), account, 'the-token');
  expect(JSON.stringify(withoutSecret(draft))).not.toContain('the-token');
  const chosen = { ...draft, chosen: { port: 587, security: 'starttls' as const } };
  expect(finishedSettings(chosen)).toMatchObject({ usernameIsPassword: true, password: 'the-token' });
  expect(finishedSettings(chosen)).not.toHaveProperty('username');
});

it('a rule puts its own word, nothing, or what was typed into the field', () => {
  expect(ruledUsername(sendgrid.username, 'typed')).toEqual({ username: 'apikey', usernameIsPassword: false });
  expect(ruledUsername(tokenProvider.username, 'typed')).toEqual({ username: '', usernameIsPassword: true });
  expect(ruledUsername(undefined, 'typed')).toEqual({ username: 'typed', usernameIsPassword: false });
});

it('the form begins with what was found from an address, and a found host brings its ports', () => {
  const found = { address: 'ann@example.com', username: 'ann', host: 'mail.example.com' };
  const ports = [{ port: 2465, security: 'implicit-tls' as const }];
  expect(startForm(undefined, undefined, { ...found, ports })).toMatchObject({
    host: 'mail.example.com',
    ports: '2465',
    kinds: { p2465: 'implicit-tls' },
    username: 'ann',
    fromAddress: 'ann@example.com',
  });
  expect(startForm(sendgrid, undefined, { ...found, variant: 'eu' })).toMatchObject({
    variant: 'eu',
    host: 'smtp.eu.sendgrid.net',
    username: 'apikey',
  });
});
