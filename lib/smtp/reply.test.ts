import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { authMechanisms, offers, parseCapabilities, parseReply, replyLimits, replySchema, type Reply } from './reply';

const bytes = (text: string) => new TextEncoder().encode(text);

function whole(text: string): Reply {
  const result = parseReply(bytes(text));
  if (result.kind !== 'reply') throw new Error(`expected a reply, got ${JSON.stringify(result)}`);
  expect(result.rest).toHaveLength(0);
  return result.reply;
}

describe('a complete reply is read', () => {
  test.each<[name: string, text: string, expected: Reply]>([
    ['one line', '220 mail.test ready\r\n', { code: 220, text: ['mail.test ready'] }],
    ['a code and nothing else', '250\r\n', { code: 250, text: [''] }],
    ['a code and a blank', '250 \r\n', { code: 250, text: [''] }],
    ['a bare LF at the end', '250 ok\n', { code: 250, text: ['ok'] }],
    ['several lines', '250-a\r\n250-b\r\n250 c\r\n', { code: 250, text: ['a', 'b', 'c'] }],
    ['a last line without words', '250-a\r\n250\r\n', { code: 250, text: ['a', ''] }],
    ['CRLF and LF mixed', '250-a\n250 b\r\n', { code: 250, text: ['a', 'b'] }],
    ['a CR inside the words', '250 a\rb\r\n', { code: 250, text: ['a\rb'] }],
    ['a NUL inside the words', '250 a\u0000b\r\n', { code: 250, text: ['a\u0000b'] }],
    ['words beyond ASCII', '550 kein Empfänger\r\n', { code: 550, text: ['kein Empfänger'] }],
    ['an enhanced code', '535 5.7.8 no\r\n', { code: 535, enhanced: '5.7.8', text: ['5.7.8 no'] }],
    ['only an enhanced code', '250 2.0.0\r\n', { code: 250, enhanced: '2.0.0', text: ['2.0.0'] }],
    [
      'the enhanced code of the first line',
      '550-5.1.1 a\r\n550 5.7.1 b\r\n',
      { code: 550, enhanced: '5.1.1', text: ['5.1.1 a', '5.7.1 b'] },
    ],
    ['an address that is no enhanced code', '220 5.7.8.9 here\r\n', { code: 220, text: ['5.7.8.9 here'] }],
    ['an enhanced code of a class that is none', '250 3.0.0 x\r\n', { code: 250, text: ['3.0.0 x'] }],
    ['an enhanced code with too many digits', '550 5.1234.1 x\r\n', { code: 550, text: ['5.1234.1 x'] }],
    ['an enhanced code that is not at the start', '550 no 5.1.1\r\n', { code: 550, text: ['no 5.1.1'] }],
  ])('%s', (_name, text, expected) => {
    expect(whole(text)).toEqual(expected);
  });

  test('and what follows it is left for the next one', () => {
    const first = parseReply(bytes('220 hi\r\n250 early\r\n'));
    expect(first).toMatchObject({ kind: 'reply', reply: { code: 220 } });
    if (first.kind === 'reply') expect(new TextDecoder().decode(first.rest)).toBe('250 early\r\n');
  });

  test('invalid UTF-8 becomes a replacement character', () => {
    const result = parseReply(Uint8Array.from([...bytes('250 '), 0xff, 0xc3, ...bytes('\r\n')]));
    expect(result).toMatchObject({ kind: 'reply', reply: { text: ['\ufffd\ufffd'] } });
  });
});

describe('a beginning is waited for', () => {
  test.each(['', '2', '25', '250', '250\r', '250 half a li', '250-first\r\n', '250-first\r\n25', '250-first\r\n251'])(
    '%j',
    (text) => expect(parseReply(bytes(text))).toEqual({ kind: 'incomplete' }),
  );
});

describe('what cannot be a reply is refused', () => {
  const line = 'x'.repeat(replyLimits.lineBytes);
  test.each([
    ['SSH, before its line ends', 'SSH-2.0-OpenSSH_9', 'not-smtp'],
    ['IMAP', '* OK IMAP4rev1 ready\r\n', 'not-smtp'],
    ['POP3', '+OK ready\r\n', 'not-smtp'],
    ['HTTP', 'HTTP/1.1 400 Bad Request\r\n', 'not-smtp'],
    ['TLS', '\u0015\u0003\u0001\u0000\u0002', 'not-smtp'],
    ['an empty line', '\r\n', 'not-smtp'],
    ['two digits', '25\r\n', 'not-smtp'],
    ['a code below 200', '150 ok\r\n', 'not-smtp'],
    ['a code above 599', '600 ok\r\n', 'not-smtp'],
    ['four digits', '2500 ok\r\n', 'not-smtp'],
    ['a byte order mark', '\ufeff250 ok\r\n', 'not-smtp'],
    ['a blank before the code', ' 250 ok\r\n', 'not-smtp'],
    ['another code on the second line', '250-a\r\n251 b\r\n', 'malformed'],
    ['words on the second line', '250-a\r\nhello\r\n', 'malformed'],
    ['an empty second line', '250-a\r\n\r\n', 'malformed'],
    ['an endless line', `250 ${line}`, 'too-long'],
    ['a line that is too long, with its end', `250 ${line}\r\n`, 'too-long'],
    ['an endless line of another protocol', line.repeat(3), 'not-smtp'],
    ['too many lines', '250-a\r\n'.repeat(replyLimits.lines + 1), 'too-long'],
    ['too many bytes', `250-${'x'.repeat(4000)}\r\n`.repeat(20), 'too-long'],
  ])('%s', (_name, text, cause) => {
    const result = parseReply(bytes(text));
    expect(result).toMatchObject({ kind: 'violation', cause });
    if (result.kind === 'violation') expect(result.sample.length).toBeLessThanOrEqual(200);
  });

  test('a reply of exactly as many lines as allowed is none of that', () => {
    expect(whole(`${'250-a\r\n'.repeat(replyLimits.lines - 1)}250 a\r\n`).text).toHaveLength(replyLimits.lines);
  });
});

describe('whatever a server sends', () => {
  const digits = fc.constantFrom(
    ...'2345019 -\r\n\u0000ab'.split('').map((letter) => letter.charCodeAt(0)),
    0xc3,
    0xff,
  );
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(digits).map((list) => Uint8Array.from(list)),
  );

  test('nothing throws, a reply keeps to its schema, and the rest is the end of what came', () => {
    fc.assert(
      fc.property(anything, (input) => {
        const result = parseReply(input);
        if (result.kind !== 'reply') return;
        expect(z.safeParse(replySchema, result.reply).success).toBe(true);
        expect(result.rest).toEqual(input.slice(input.length - result.rest.length));
        parseCapabilities(result.reply);
      }),
      { numRuns: 1000 },
    );
  });

  test('a verdict does not change when more arrives', () => {
    const grown = fc.tuple(anything, anything);
    fc.assert(
      fc.property(grown, ([head, tail]) => {
        const early = parseReply(head);
        const late = parseReply(Uint8Array.from([...head, ...tail]));
        if (early.kind === 'violation') expect(late).toMatchObject({ kind: 'violation', cause: early.cause });
        if (early.kind === 'reply') expect(late).toMatchObject({ kind: 'reply', reply: early.reply });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what EHLO announces', () => {
  const ehlo = (...lines: string[]) => parseCapabilities({ code: 250, text: ['mail.test', ...lines] });

  test.each([
    ['AUTH with its mechanisms', ['AUTH PLAIN LOGIN'], ['PLAIN', 'LOGIN']],
    ['the old AUTH= form', ['AUTH=LOGIN PLAIN'], ['LOGIN', 'PLAIN']],
    ['both forms, each mechanism once', ['AUTH PLAIN LOGIN', 'AUTH=LOGIN'], ['PLAIN', 'LOGIN']],
    ['lower case', ['auth plain cram-md5'], ['PLAIN', 'CRAM-MD5']],
    ['AUTH without mechanisms', ['AUTH'], []],
    ['AUTH= without mechanisms', ['AUTH='], []],
    ['extra blanks', ['  AUTH   PLAIN  '], ['PLAIN']],
    ['no AUTH', ['AUTHORS PLAIN', 'SIZE 1'], []],
  ])('%s', (_name, lines, expected) => expect(authMechanisms(ehlo(...lines))).toEqual(expected));

  test('the first line is the server’s name, never a keyword', () => {
    expect(parseCapabilities({ code: 250, text: ['STARTTLS'] })).toEqual([]);
  });

  test('SIZE comes with and without its number, and empty lines are left out', () => {
    expect(ehlo('SIZE 35882577', '', 'size', '8BITMIME')).toEqual([
      { keyword: 'SIZE', params: ['35882577'] },
      { keyword: 'SIZE', params: [] },
      { keyword: '8BITMIME', params: [] },
    ]);
  });

  test('a keyword is offered whole or not at all', () => {
    expect(offers(ehlo('starttls'), 'STARTTLS')).toBe(true);
    expect(offers(ehlo('XSTARTTLS', 'X STARTTLS'), 'STARTTLS')).toBe(false);
  });
});
