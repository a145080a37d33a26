import { describe, expect, test } from 'vitest';
import type { Endpoint } from '@/lib/smtp/endpoint';
import { checkFile } from './check-file';
import { sampleRun } from './testing/sample-run';

const kilobyte = 1024;
const longHost = 'email-smtp.ap-northeast-1.amazonaws.com';
const many = (count: number): Endpoint[] =>
  Array.from({ length: count }, (_, index) => ({ host: longHost, port: 2000 + index, security: 'implicit-tls' }));

/** The longer of the two kinds of file: it posts its result as well. */
const posting = (endpoints: readonly Endpoint[]) => {
  return { ...sampleRun(endpoints), postAddress: 'https://outport.example.com/api/checks' };
};

describe('the check file', () => {
  test.each([1, 8, 16])('is under 40 kB with %i endpoints', (count) =>
    expect(Buffer.byteLength(checkFile(posting(many(count))))).toBeLessThan(40 * kilobyte),
  );

  test('can be read: no line is long, and nearly every function says what it does', () => {
    const lines = checkFile(sampleRun()).split('\n');
    expect(lines.filter((line) => line.length > 200)).toEqual([]);
    const functions = lines.flatMap((line, at) => (line.startsWith('function op_') ? [lines[at - 1]] : []));
    expect(functions.length).toBeGreaterThan(40);
    expect(functions.filter((before) => before?.endsWith('*/')).length / functions.length).toBeGreaterThan(0.7);
  });

  test('has functions of at most 50 lines', () => {
    const bodies = checkFile(sampleRun()).match(/^function op_(?!sentences)[^]*?^}/gm) ?? [];
    expect(bodies.filter((body) => body.split('\n').length > 50)).toEqual([]);
  });

  test('reads of a request nothing but its method, the key and the wish to be deleted', () => {
    const text = checkFile(sampleRun());
    expect(text.match(/\$_\w+(\['\w+'\])?/g)?.sort()).toEqual([
      "$_POST['delete']",
      "$_POST['key']",
      "$_SERVER['REQUEST_METHOD']",
      "$_SERVER['REQUEST_METHOD']",
    ]);
    expect(text).not.toMatch(/php:\/\/input|getallheaders|\beval\b|file_put_contents|fopen\([^)]*'[wax]/);
  });
});
