import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestResult, readSelfTestResult, refusalSentences, type Refusal } from './self-test-result';
import { sampleResult } from './testing/self-test-results';

const now = sampleResult.at + 60;
const runs = [{ id: sampleResult.run, madeAt: sampleResult.at - 60 }];
const json = JSON.stringify(sampleResult);
const encoded = Buffer.from(json).toString('base64url');
const read = (text: string, at = now) => readSelfTestResult(text, runs, at);
const refusalOf = (text: string, at = now) => {
  const result = read(text, at);
  return result.status === 'refused' ? result.refusal : undefined;
};
const changed = (change: object) => JSON.stringify({ ...sampleResult, ...change });

test.each([
  ['as JSON', json],
  ['with blanks and line ends around it', `\n  ${json}\r\n`],
  ['as the address of the link', `http://127.0.0.1:3000/setup/settings#self-test=${encoded}`],
  ['as what that address carries', encoded],
])('a result is read %s', (_form, text) => {
  expect(read(text)).toEqual({ status: 'read', result: sampleResult });
});

describe('a text is refused with its reason', () => {
  test.each<[Refusal, string]>([
    ['empty', ' \n'],
    ['too-large', json + ' '.repeat(10) + 'x'.repeat(longestResult)],
    ['unreadable', json.slice(0, -20)],
    ['unreadable', json.slice(20)],
    ['unreadable', encoded.slice(0, -9)],
    ['unreadable', 'Authentication failed'],
    ['not-a-result', '{}'],
    ['not-a-result', changed({ version: 2 })],
    ['not-a-result', changed({ more: 1 })],
    ['not-a-result', changed({ lines: [[0, 'somebody', false, 'x']] })],
    ['not-a-result', changed({ error: 'x'.repeat(2001) })],
    ['unknown-run', changed({ run: 'f'.repeat(32) })],
    ['out-of-time', changed({ at: sampleResult.at + 5_000 })],
    ['out-of-time', changed({ at: sampleResult.at - 700 })],
  ])('%s', (refusal, text) => {
    expect(refusalOf(text)).toBe(refusal);
  });
  test('out-of-time, when it is a day old', () => {
    expect(refusalOf(json, now + 86_400)).toBe('out-of-time');
  });
});

test('every refusal has a sentence', () => {
  for (const sentence of Object.values(refusalSentences)) expect(sentence).toMatch(/^[A-Z].*\.$/);
});

test('no text at all makes the reader throw', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => read(text).status === 'refused'));
});
