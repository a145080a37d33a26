import { describe, expect, test } from 'vitest';
import {
  answerAccount,
  changePassword,
  chooseProvider,
  choosePort,
  emptyDraft,
  withoutSecret,
  type Account,
  type Draft,
} from './draft';
import { claim } from './finished-settings';
import { admitStep, stepIds, stepPosition } from './steps';

const account: Account = {
  variant: 'us',
  host: 'smtp.example.com',
  ports: [],
  login: true,
  username: 'shop',
  from: { name: 'Shop', address: 'shop@example.com' },
};
const chosen = { port: 465, security: 'implicit-tls' } as const;
const outcome = { status: 'accepted', reply: { code: 250, text: ['ok'] }, messageId: '<1@example.com>' } as const;
const done: Draft = {
  provider: 'mailgun',
  account,
  chosen,
  connects: true,
  password: 'canary',
  proven: {
    endpoint: { host: account.host, ...chosen },
    username: 'shop',
    from: account.from,
    to: 'me@example.com',
    when: '2026-11-24T10:00:00Z',
    outcome: { ...outcome, reply: { code: 250, text: ['ok'] } },
  },
};

describe('what is claimed', () => {
  test('works only while every value is the one that was tested', () => {
    expect(claim(done)).toBe('works');
    const changes: Draft[] = [
      { ...done, account: { ...account, host: 'smtp2.example.com' } },
      { ...done, account: { ...account, username: 'other' } },
      { ...done, account: { ...account, from: { name: 'Shop', address: 'x@example.com' } } },
      { ...done, account: { ...account, from: { name: 'Other', address: account.from.address } } },
      { ...done, chosen: { port: 587, security: 'starttls' } },
    ];
    for (const draft of changes) expect(claim(draft)).not.toBe('works');
    expect(claim(changePassword(done, 'another'))).toBe('connects');
  });
  test('an unknown outcome is not working', () => {
    if (done.proven === undefined) throw new Error('no proof');
    expect(
      claim({
        ...done,
        proven: {
          ...done.proven,
          outcome: { status: 'failed', failure: { stage: 'auth', secured: true, kind: 'refused' } },
        },
      }),
    ).toBe('connects');
  });
});

describe('what an answer invalidates', () => {
  test('a new host drops the chosen port and the proof', () => {
    const next = answerAccount(done, { ...account, host: 'smtp2.example.com' }, 'canary');
    expect(next).toMatchObject({ connects: false });
    expect(next.chosen).toBeUndefined();
    expect(next.proven).toBeUndefined();
  });
  test('a new password drops the proof and keeps the port', () => {
    const next = answerAccount(done, account, 'new');
    expect(next.chosen).toEqual(chosen);
    expect(next.proven).toBeUndefined();
  });
  test('the same answers drop nothing', () => {
    expect(answerAccount(done, account, 'canary')).toEqual(done);
    expect(choosePort(done, chosen, true)).toEqual(done);
  });
  test('what was seen from the web server goes with its port, its server, and no other', () => {
    const seen = choosePort(done, { port: 2525, security: 'starttls' }, false, '2026-11-24T10:04:30.000Z');
    expect(seen.seenThere).toBe('2026-11-24T10:04:30.000Z');
    expect(answerAccount(seen, account, 'new').seenThere).toBe(seen.seenThere);
    expect(choosePort(seen, chosen, true)).not.toHaveProperty('seenThere');
    expect(answerAccount(seen, { ...account, host: 'smtp2.example.com' }, 'canary')).not.toHaveProperty('seenThere');
    expect(chooseProvider(seen, 'sendgrid')).not.toHaveProperty('seenThere');
  });
  test('another provider starts clean, but for the sender', () => {
    const suggestion = { address: 'shop@example.com', name: 'Shop' };
    expect(chooseProvider(done, 'sendgrid')).toEqual({
      provider: 'sendgrid',
      suggestion,
      connects: false,
      password: '',
    });
  });
  test('the sender of a practice server is left behind', () => {
    const ports = [{ port: 40465, security: 'implicit-tls', plays: 465 }] as const;
    const practised = { ...done, account: { ...account, ports: [...ports] } };
    expect(chooseProvider(practised, 'sendgrid')).not.toHaveProperty('suggestion');
  });
  test('what is stored never holds the password', () =>
    expect(JSON.stringify(withoutSecret(done))).not.toContain('canary'));
});

test('the steps lead forwards and back, and too early an address leads to the first unanswered one', () => {
  expect(stepIds.map((id) => stepPosition(id).next?.id)).toEqual(['account', 'ports', 'test', 'settings', undefined]);
  expect(stepIds.map((id) => admitStep(id, emptyDraft).step)).toEqual([
    'provider',
    'provider',
    'provider',
    'provider',
    'provider',
  ]);
  expect(stepIds.map((id) => admitStep(id, { ...emptyDraft, provider: 'other' }).step)).toEqual([
    'provider',
    'account',
    'account',
    'account',
    'account',
  ]);
  expect(stepIds.map((id) => admitStep(id, done).step)).toEqual([...stepIds]);
});
