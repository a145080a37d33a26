import { describe, expect, it } from 'vitest';
import { loadProvider } from '@/lib/providers/catalog';
import { startForm } from './account-form';
import { chooseProvider, emptyDraft, withoutSecret } from './draft';
import { leaveAccount } from './leave-account';

const mailgun = await loadProvider('mailgun');
const fresh = chooseProvider(emptyDraft, 'mailgun');
const typed = { ...startForm(mailgun, undefined), variant: 'eu', host: 'smtp.eu.mailgun.org', fromName: 'Shop' };

describe('leaving the account step', () => {
  it('half typed, what stands in it is there again', () => {
    const left = leaveAccount(fresh, { ...typed, username: 'shop@mg.example.com' }, 'secret');
    expect(left.account).toBeUndefined();
    expect(startForm(mailgun, left.account, left.suggestion)).toMatchObject({
      variant: 'eu',
      host: 'smtp.eu.mailgun.org',
      username: 'shop@mg.example.com',
      fromName: 'Shop',
    });
    expect(left.password).toBe('secret');
    expect(JSON.stringify(withoutSecret(left))).not.toContain('secret');
  });

  it('finished, it counts as answered', () => {
    const done = { ...typed, username: 'shop@mg.example.com', fromAddress: 'shop@example.com' };
    expect(leaveAccount(fresh, done, '').account).toMatchObject({
      variant: 'eu',
      from: { address: 'shop@example.com' },
    });
  });

  it('an earlier answer stays when what stands there now cannot be used', () => {
    const done = { ...typed, username: 'shop@mg.example.com', fromAddress: 'shop@example.com' };
    const answered = leaveAccount(fresh, done, '');
    expect(leaveAccount(answered, { ...done, fromAddress: 'no address' }, '')).toEqual(answered);
  });
});

describe('going from one provider to another', () => {
  it('the sender stays, and nothing else', () => {
    const done = { ...typed, username: 'shop@mg.example.com', fromAddress: 'shop@example.com' };
    const other = chooseProvider(leaveAccount(fresh, done, 'secret'), 'brevo');
    expect(other).toEqual({
      provider: 'brevo',
      suggestion: { address: 'shop@example.com', name: 'Shop' },
      connects: false,
      password: '',
    });
  });
});
