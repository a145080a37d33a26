import { expect, it } from 'vitest';
import { diagnose } from './diagnose';
import { diagnoseAccepted } from './diagnose-accepted';
import { isIpLiteral, isThisComputer } from './address-literal';
import { nearHost, submissionHostOf } from './near-host';
import { listed, printable, shown } from './shown';
import { certificate, directory, refused, seen } from './testing/evidence';

const hostile = 'no\u001b[2J\u202Egpj.exe\u0000\u2028';

it.each([
  ['plain words, é and ü', 'plain words, é and ü'],
  [hostile, 'no\\u{1b}[2J\\u{202e}gpj.exe\\u{0}\\u{2028}'],
])('%j is shown as %j', (text, expected) => {
  expect(printable(text)).toBe(expected);
});

it('what a server says acts on nobody, wherever a finding repeats it, and is bounded', () => {
  const lines = Array.from({ length: 99 }, () => `550-${hostile.replace('\u2028', '')}${'x'.repeat(550)}`);
  const findings = [
    diagnose(refused('rcpt-to', [...lines, '550 end'].join('\n'))),
    diagnose(
      seen({ stage: 'greeting', secured: false, kind: 'protocol-violation', cause: 'not-smtp', sample: hostile }),
    ),
    diagnose(seen({ stage: 'auth', secured: true, kind: 'auth-not-offered', mechanisms: [hostile, ...lines] })),
    ...diagnoseAccepted({ reply: { code: 250, text: [hostile] }, to: 'bob@example.org' }),
  ];
  for (const finding of findings) {
    const all = JSON.stringify(finding);
    expect(all).not.toMatch(/\\u001b|\\u0000|[\u202e\u2028]/i);
    expect(all.length).toBeLessThan(20_000);
  }
});

it('a long host still makes a title of one line, and stands whole in the evidence', () => {
  const host = `${'a'.repeat(60)}.${'b'.repeat(60)}.example.com`;
  const finding = diagnose(
    seen({ stage: 'resolve', secured: false, kind: 'name-not-found', cause: 'no-such-name' }, { host }),
  );
  expect(finding.title.length).toBeLessThanOrEqual(70);
  expect(finding.evidence.join('\n')).toContain(host);
  expect(shown('mail.example.com')).toBe('mail.example.com');
});

it('of many names the first five are listed', () => {
  expect(listed(['a', 'b'])).toBe('a, b');
  expect(listed(certificate().altNames)).toBe('mail.example.com, smtp.example.com');
  expect(listed(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('a, b, c, d, e and 2 more');
});

it.each([
  ['smtp.gmial.com', 'smtp.gmail.com'],
  ['smtp.gmail.co', 'smtp.gmail.com'],
  ['smtp.sendgrid.ne', 'smtp.sendgrid.net'],
  ['smtpsendgrid.net', 'smtp.sendgrid.net'],
  ['smtp.gmail.com', undefined],
  ['mail.example.com', undefined],
  ['smtp.email.com', 'smtp.gmail.com'],
  ['x'.repeat(200), undefined],
])('%s is near %s', (host, expected) => {
  expect(nearHost(host, directory)).toBe(expected);
});

it.each([
  ['sendgrid.net', 'smtp.sendgrid.net'],
  ['gmail.com', 'smtp.gmail.com'],
  ['example.com', undefined],
  ['net', undefined],
])('the submission host of %s is %s', (host, expected) => {
  expect(submissionHostOf(host, directory)).toBe(expected);
});

it.each([
  ['127.0.0.1', true, true],
  ['0.0.0.0', true, true],
  ['::1', true, true],
  ['localhost', false, true],
  ['203.0.113.5', true, false],
  ['2001:db8::1', true, false],
  ['mail.example.com', false, false],
])('%s: an address %s, this computer %s', (host, literal, own) => {
  expect(isIpLiteral(host)).toBe(literal);
  expect(isThisComputer(host)).toBe(own);
});
