import { describe, expect, test } from 'vitest';
import { selfTestOutcome, selfTestSecurity, selfTestTranscript } from './self-test-outcome';
import type { SelfTestResult } from './self-test-result';
import { linesOf, resultWith, sampleResult } from './testing/self-test-results';

const spoken = `< 220 smtp.example.com
  > EHLO shop.test
  < 250-smtp.example.com
  < 250 AUTH LOGIN`;
const seen = {
  subject: 'other.example',
  issuer: 'Authority',
  altNames: ['other.example', '*.example.com'],
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2027-01-01T00:00:00.000Z',
  fingerprint256: 'AB',
  chainLength: 1,
  isSelfIssued: false,
  namesIssuer: false,
};
const outcomeOf = (change: Partial<SelfTestResult>) => selfTestOutcome(resultWith(change));
const failureOf = (change: Partial<SelfTestResult>) => {
  const outcome = outcomeOf(change);
  return outcome.status === 'failed' ? outcome.failure : undefined;
};

test('a refused login is the server’s answer to AUTH, however much of it is hidden', () => {
  expect(selfTestOutcome(sampleResult)).toEqual({
    status: 'failed',
    failure: {
      stage: 'auth',
      secured: true,
      kind: 'negative-reply',
      reply: { code: 535, enhanced: '5.7.8', text: ['5.7.8 Authentication failed'] },
      command: 'AUTH LOGIN',
    },
  });
});

describe('what a conversation says of its end', () => {
  test.each([
    ['< 554 no', { stage: 'greeting', kind: 'negative-reply', command: '' }],
    ['! silent', { stage: 'greeting', kind: 'timed-out' }],
    ['! closed', { stage: 'greeting', kind: 'closed-by-peer' }],
    ['< SSH-2.0-OpenSSH', { stage: 'greeting', kind: 'protocol-violation' }],
    [
      `${spoken}
      > STARTTLS
      < 502 what`,
      { stage: 'starttls', kind: 'starttls-not-offered', masked: false },
    ],
    [
      `${spoken.replace('AUTH LOGIN', 'XXXXXXXA')}
      > STARTTLS
      < 500 what`,
      { stage: 'starttls', kind: 'starttls-not-offered', masked: true },
    ],
    [
      `${spoken.replace('AUTH LOGIN', 'STARTTLS')}
      > STARTTLS
      < 454 TLS not available`,
      { stage: 'starttls', kind: 'negative-reply', reply: { code: 454 } },
    ],
    [
      spoken.replace('AUTH LOGIN', 'AUTH XOAUTH2'),
      { stage: 'auth', kind: 'auth-not-offered', mechanisms: ['XOAUTH2'] },
    ],
    [spoken, { stage: 'ehlo', kind: 'unexpected' }],
    [
      `${spoken}
      > MAIL FROM:<shop@example.com>
      < 250 ok
      > RCPT TO:<nobody@example.com>
      < 550 5.1.1 nobody`,
      { stage: 'rcpt-to', kind: 'negative-reply', reply: { enhanced: '5.1.1' }, command: 'RCPT TO' },
    ],
    [
      `< 220 old
      > EHLO shop.test
      < 500 what
      > HELO shop.test
      < 250 old
      > MAIL FROM:<shop@example.com>
      < 553 no`,
      { stage: 'mail-from', kind: 'negative-reply' },
    ],
  ])('%#', (text, failure) => {
    expect(failureOf({ lines: linesOf(text) })).toMatchObject(failure);
  });

  test('the message handed over and no answer is nobody’s to know', () => {
    const lines = linesOf(`< 220 x\n> DATA\n< 354 go\n> [700 bytes]\n! closed`);
    expect(outcomeOf({ lines })).toMatchObject({ status: 'outcome-unknown', failure: { stage: 'data' } });
  });
  test('accepted is only what the server answered to the message', () => {
    const lines = linesOf(`< 220 x\n> DATA\n< 354 go\n> [700 bytes]\n< 250 queued\n> QUIT\n< 221 bye`);
    expect(outcomeOf({ sent: true, lines })).toMatchObject({ status: 'accepted', reply: { text: ['queued'] } });
    expect(outcomeOf({ sent: true, lines: [] })).toEqual({ status: 'not-asked' });
    expect(outcomeOf({ used: null })).toEqual({ status: 'not-asked' });
  });
});

describe('no conversation', () => {
  test.each([
    ['Linux', 111, { kind: 'refused' }],
    ['Darwin', 61, { kind: 'refused' }],
    ['Windows', 10061, { kind: 'refused' }],
    ['Linux', 110, { kind: 'timed-out', afterMs: 15_000 }],
    ['Linux', 101, { kind: 'unreachable', cause: 'no-route' }],
    ['Linux', 113, { kind: 'unreachable', cause: 'host' }],
    ['Linux', 13, { kind: 'unreachable', cause: 'denied-by-system' }],
    ['Linux', 0, { kind: 'unexpected' }],
    ['Solaris', 111, { kind: 'unexpected' }],
  ])('%s %d', (os, errno, failure) => {
    expect(failureOf({ lines: [], name: 'found', os, errno })).toMatchObject({ stage: 'connect', ...failure });
  });
  test('a name that leads nowhere comes before any number', () => {
    expect(failureOf({ lines: [], name: 'none' })).toMatchObject({ stage: 'resolve', kind: 'name-not-found' });
    expect(failureOf({ lines: [], name: 'failed' })).toMatchObject({ stage: 'resolve', kind: 'resolver-failed' });
  });
});

describe('encryption that failed', () => {
  const tls = (change: Partial<SelfTestResult>) => failureOf({ inTls: true, lines: [], ...change });
  const verify = ['0A000086'];
  test.each([
    ['of OpenSSL 3', '0A000086'],
    ['of OpenSSL 1.1', '1416F086'],
  ])('the code %s says that the certificate was not verified', (_which, code) => {
    expect(tls({ openssl: [code], certificate: seen })).toMatchObject({ reasons: ['unknown-issuer'] });
  });
  test.each([
    [{ validTo: '2026-02-01T00:00:00.000Z' }, ['expired']],
    [{ validFrom: '2026-12-30T00:00:00.000Z' }, ['not-yet-valid']],
    [{ isSelfIssued: true }, ['self-signed']],
    [{ altNames: ['other.example'] }, ['unknown-issuer', 'name-mismatch']],
  ])('what the certificate says decides: %j', (change, reasons) => {
    expect(tls({ openssl: verify, certificate: { ...seen, ...change } })).toMatchObject({
      kind: 'certificate-rejected',
      reason: reasons[0],
      reasons,
    });
  });
  test('a link that is missing is told apart from an authority nobody knows', () => {
    expect(tls({ openssl: verify, certificate: { ...seen, namesIssuer: true } })).toMatchObject({
      cause: 'incomplete-chain',
    });
  });
  test('a wildcard stands for one label only', () => {
    const used = { ...sampleResult.used, host: 'a.b.example.com' } as SelfTestResult['used'];
    expect(tls({ used, certificate: seen })).toMatchObject({ reasons: ['name-mismatch'] });
  });
  test.each([
    ['0A00010B', 'peer-speaks-cleartext', 'ERR_SSL_WRONG_VERSION_NUMBER'],
    ['1408F10B', 'peer-speaks-cleartext', 'ERR_SSL_WRONG_VERSION_NUMBER'],
    ['0A000102', 'no-common-version', 'ERR_SSL_UNSUPPORTED_PROTOCOL'],
    ['0A00042E', 'no-common-version', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION'],
    ['0A000410', 'other', 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'],
  ])('%s is %s', (code, reason, name) => {
    expect(tls({ openssl: [code] })).toMatchObject({ kind: 'tls-failed', reason, code: name });
  });
});

test('the way of encryption is the one that was used', () => {
  const used = (secure: string) => ({ ...sampleResult.used, secure }) as SelfTestResult['used'];
  expect(selfTestSecurity(resultWith({ used: used('ssl') }))).toBe('implicit-tls');
  expect(selfTestSecurity(resultWith({ used: used('tls') }))).toBe('starttls');
  expect(selfTestSecurity(resultWith({ used: used('') }))).toBe('cleartext');
  expect(selfTestSecurity(resultWith({ used: used(''), lines: linesOf('> STARTTLS') }))).toBe('starttls');
});

test('the transcript has what was said, and no remark of ours', () => {
  const said = selfTestTranscript(resultWith({ lines: linesOf('< 220 x\n! closed') }));
  expect(said).toEqual([{ at: 0, from: 'server', secured: false, text: '220 x' }]);
});
