import { describe, expect, test } from 'vitest';
import { correctHost, correctSecurity, correctSender, correctUsername, correctVariant } from './correct-account';
import { directoryEntry } from '@/lib/providers/directory';
import { mailgun } from '@/lib/providers/mailgun';
import { emptyDraft, type Draft } from './draft';

const directory = [directoryEntry(mailgun)];

const draft: Draft = {
  ...emptyDraft,
  provider: 'mailgun',
  account: {
    variant: 'us',
    host: 'smtp.mailgun.org',
    ports: [{ port: 2626, security: 'starttls', plays: 25 }],
    login: true,
    username: 'postmaster@example.com',
    from: { name: 'Shop', address: 'shop@example.com' },
  },
  chosen: { port: 587, security: 'starttls' },
  connects: true,
  password: 'secret',
};

describe('one press changes one answer', () => {
  test('another host keeps the password and drops the chosen port', () => {
    const changed = correctHost('mail.example.com')(draft);
    expect(changed.account).toEqual({ ...draft.account, host: 'mail.example.com' });
    expect(changed).toMatchObject({ password: 'secret', connects: false });
    expect(changed.chosen).toBeUndefined();
  });

  test('another start of encryption names the port once, and keeps what it stands for', () => {
    expect(correctSecurity(587, 'implicit-tls')(draft).account?.ports).toEqual([
      { port: 2626, security: 'starttls', plays: 25 },
      { port: 587, security: 'implicit-tls' },
    ]);
    expect(correctSecurity(2626, 'implicit-tls')(draft).account?.ports).toEqual([
      { port: 2626, security: 'implicit-tls', plays: 25 },
    ]);
  });

  test('another region brings its host, and one that does not exist changes nothing', () => {
    expect(correctVariant(directory, 'eu')(draft).account).toMatchObject({
      variant: 'eu',
      host: 'smtp.eu.mailgun.org',
    });
    expect(correctVariant(directory, 'mars')(draft).account).toEqual(draft.account);
  });

  test('another user name or sender keeps the port that was found', () => {
    expect(correctUsername('apikey')(draft)).toMatchObject({ account: { username: 'apikey' }, connects: true });
    expect(correctSender('me@example.com')(draft)).toMatchObject({
      account: { from: { name: 'Shop', address: 'me@example.com' } },
      chosen: draft.chosen,
    });
  });

  test('without an account there is nothing to change', () => {
    expect(correctHost('mail.example.com')(emptyDraft)).toBe(emptyDraft);
  });
});
