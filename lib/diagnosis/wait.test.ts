import { describe, expect, it } from 'vitest';
import { diagnose } from './diagnose';
import { fixtures } from './testing/all-fixtures';
import { at, refused, refusedAfterLogin } from './testing/evidence';

const waits = (rule: string) =>
  fixtures.filter((fixture) => fixture.rule === rule).map(({ evidence }) => diagnose(evidence).wait);

it.each([
  ['too-many-logins', 900],
  ['too-many-logins-in-words', 900],
  ['yahoo-too-many-logins', 3600],
  ['google-too-many-logins', 3600],
  ['login-later', 900],
])('%s asks to wait', (rule, seconds) => {
  expect(waits(rule)).toEqual([{ seconds, saidBy: 'rule' }]);
});

it('a wrong password may be corrected at once, and so may everything else', () => {
  const asking = fixtures.filter(({ evidence }) => diagnose(evidence).wait !== undefined).map(({ rule }) => rule);
  expect(asking).not.toContain('password-refused');
  expect([...new Set(asking)].sort()).toEqual([
    'google-too-many-logins',
    'login-later',
    'too-many-logins',
    'too-many-logins-in-words',
    'yahoo-too-many-logins',
  ]);
});

describe('a server that names the time itself', () => {
  it.each([
    ['auth', '421 4.7.0 Too many login attempts, try again in 2 minutes', 'too-many-logins', 120],
    ['auth', '535 5.7.8 Too many failed logins, locked for 1 hour', 'too-many-logins-in-words', 3600],
    ['rcpt-to', '451 4.7.1 Greylisted for 300 seconds', 'greylisted', 300],
    ['data', '421 4.7.0 Rate limit exceeded. Try again in 10 minutes', 'slow-down', 600],
  ] as const)('%s, %s', (stage, lines, rule, seconds) => {
    const { ruleId, wait } = diagnose(refusedAfterLogin(stage, lines));
    expect({ ruleId, wait }).toEqual({ ruleId: rule, wait: { seconds, saidBy: 'server' } });
  });

  it('is believed before what is usual, also by the steps', () => {
    const google = diagnose(
      refusedAfterLogin('auth', '454 4.7.0 Too many login attempts, try again in 20 minutes', at('smtp.gmail.com')),
    );
    expect(google).toMatchObject({ ruleId: 'google-too-many-logins', wait: { seconds: 1200, saidBy: 'server' } });
    expect(google.doThis[0]).toBe('Wait 20 minutes.');
    const greylisted = diagnose(refusedAfterLogin('rcpt-to', '450 4.2.0 greylisted, try again in five minutes'));
    expect(greylisted.doThis[0]).toBe('Wait 5 minutes and send again with the same sender and recipient.');
  });

  it('is not asked before the login, where another port may help', () => {
    expect(diagnose(refused('greeting', '421 Too many connections, try again in 10 minutes')).wait).toBeUndefined();
  });
});
