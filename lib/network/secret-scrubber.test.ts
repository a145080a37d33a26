import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SecretScrubber } from './secret-scrubber';
import { printable } from './transcript';

const canary = 'cAn4ry p"as\\s$w0rd%é/+ü\u200f';
const scrubber = new SecretScrubber(canary, 'shop');
const bytes = Buffer.from(canary);
const hex = bytes.toString('hex');

const forms: Readonly<Record<string, string>> = {
  'as it is': canary,
  'upper case': canary.toUpperCase(),
  'as the transcript writes it': printable(canary),
  base64: bytes.toString('base64'),
  'base64 of more': Buffer.from(`x${canary}yz`).toString('base64'),
  'base64 of still more': Buffer.from(`xy${canary}z`).toString('base64'),
  'base64 for URLs': bytes.toString('base64url'),
  'AUTH PLAIN': Buffer.from(`\u0000shop\u0000${canary}`).toString('base64'),
  'AUTH PLAIN with an identity': Buffer.from(`shop\u0000shop\u0000${canary}`).toString('base64'),
  percent: encodeURIComponent(canary),
  'percent in lower case': encodeURIComponent(canary).toLowerCase(),
  'every byte in percent': hex.replace(/../g, '%$&'),
  'a form': new URLSearchParams({ a: canary }).toString().slice(2),
  JSON: JSON.stringify(canary),
  'every letter escaped': canary.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  hex,
  'hex in upper case': hex.toUpperCase(),
  'hex with colons': hex.replace(/..(?=.)/g, '$&:'),
  'hex with blanks': hex.replace(/..(?=.)/g, '$& '),
  'hex as C writes it': hex.replace(/../g, '\\x$&'),
  'hex as a list': hex.replace(/../g, '0x$&, '),
  'quoted-printable': hex.replace(/../g, '=$&').toUpperCase(),
  HTML: canary.replaceAll('"', '&quot;'),
  'read in the wrong character set': bytes.toString('latin1'),
};

/** Nothing may be left from which a long run of the secret could be read. */
function expectHidden(lines: readonly string[], form: string): void {
  const shown = lines.join('\n');
  const squeezed = shown.replace(/\s/g, '').toLowerCase();
  expect(shown).toContain('[hidden]');
  expect(squeezed).not.toContain(form.replace(/\s/g, '').toLowerCase());
  expect(squeezed.length).toBeLessThan(form.replace(/\s/g, '').length + 60);
}

describe('the secret is hidden', () => {
  test.each(Object.entries(forms))('%s', (_name, form) => {
    expectHidden(scrubber.lines([`5.7.8 you said ${form} and`]), form);
    expectHidden(scrubber.lines([form]), form);
  });

  test.each(Object.entries(forms))('%s, cut into lines of a reply', (_name, form) => {
    for (const size of [1, 3, 7]) {
      const pieces = form.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      for (const prefix of ['', '535-', '535-5.7.8 ']) {
        const shown = scrubber.lines(pieces.map((piece) => prefix + piece));
        const rest = shown
          .map((line) => line.slice(prefix.length))
          .join('')
          .replace(/\s|\[hidden\]|0x|,/g, '');
        expect(rest.length).toBeLessThan(form.replace(/\s/g, '').length / 2);
      }
    }
  });

  test('over several replies, once it is complete', () => {
    expect(scrubber.after(['cAn4ry p"as\\s'], ['$w0rd%é/+ü\u200f'])).toEqual(['[hidden]']);
  });

  test('as the payload that was sent, and what CRAM-MD5 made of it', () => {
    const own = new SecretScrubber('tanstaaftanstaaf', 'tim');
    const digest = 'b913a602c7eda7a495b4e6e7334d3890';
    const payload = Buffer.from(`tim ${digest}`).toString('base64');
    own.alsoHide(payload);
    expect(own.lines([`got ${payload}`, `that is tim ${digest}`])).toEqual(['got [hidden]', 'that is tim [hidden]']);
  });
});

describe('what is not the secret stays', () => {
  test('word for word', () => {
    const lines = [
      '535 5.7.8 Error: authentication failed: (reason unavailable)',
      '250-SIZE 10485760',
      '250 AUTH PLAIN',
    ];
    expect(scrubber.lines(lines)).toEqual(lines);
    expect(new SecretScrubber('').lines(lines)).toEqual(lines);
  });

  test('around it, where it is neither very short nor in pieces', () => {
    const own = new SecretScrubber('abcdefgh');
    expect(own.lines(['you said abcdefgh, no'])).toEqual(['you said [hidden], no']);
  });

  test('but not in a line with a very short secret', () => {
    expect(new SecretScrubber('a1').lines(['you said A1, no', 'other'])).toEqual(['[hidden]', 'other']);
    expect(new SecretScrubber('a1').lines([`you said ${Buffer.from('a1').toString('hex')}`]).join()).not.toContain(
      '6131',
    );
  });
});

describe('whatever the secret is', () => {
  const letter = fc.oneof(
    fc.constantFrom(...'aZ09"\\%/+= <>&\'é'.split('')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  );
  const secret = fc.array(letter, { minLength: 1, maxLength: 40 }).map((list) => list.join(''));

  test('it is not readable in a line that holds it, in one piece or cut anywhere', () => {
    fc.assert(
      fc.property(secret, fc.nat(), fc.string(), (password, at, around) => {
        fc.pre(Buffer.byteLength(password.trim()) >= 3 && !around.includes(password));
        const own = new SecretScrubber(password, 'user');
        const cut = at % (password.length + 1);
        const echoes = [
          password,
          Buffer.from(password).toString('base64'),
          encodeURIComponent(password.toWellFormed()),
        ];
        for (const echo of echoes) expect(own.lines([`no: ${echo}`]).join('')).not.toContain(`no: ${echo}`);
        expect(own.lines([`535-${password.slice(0, cut)}`, `535 ${password.slice(cut)}`]).join('')).not.toContain(
          password,
        );
      }),
      { numRuns: 500 },
    );
  });

  test('nothing throws, and no line is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (password, lines) => {
        expect(new SecretScrubber(password).lines(lines)).toHaveLength(lines.length);
      }),
      { numRuns: 500 },
    );
  });

  test('a hostile flood costs no more than a moment', () => {
    const flood = Array.from({ length: 100 }, () => 'a b'.repeat(1300));
    const started = process.cpuUsage();
    new SecretScrubber('a'.repeat(1024)).lines(flood);
    expect(process.cpuUsage(started).user).toBeLessThan(5_000_000);
  });
});
