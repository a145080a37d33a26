import { describe, expect, test } from 'vitest';
import { readPastedServer } from './pasted-server';

describe('a pasted server', () => {
  test.each([
    ['smtp.example.com', { host: 'smtp.example.com' }],
    ['  smtp.example.com. ', { host: 'smtp.example.com' }],
    ['smtp.example.com:587', { host: 'smtp.example.com', port: 587, security: 'starttls' }],
    ['smtp.example.com:465', { host: 'smtp.example.com', port: 465, security: 'implicit-tls' }],
    [
      'smtp://me%40example.com@smtp.example.com:2525',
      { host: 'smtp.example.com', port: 2525, username: 'me@example.com' },
    ],
    ['smtps://smtp.example.com/', { host: 'smtp.example.com', security: 'implicit-tls' }],
    ['[::1]:25', { host: '::1', port: 25 }],
    ['https://mail.example.com/webmail?x=1', { host: 'mail.example.com' }],
  ])('%s', (text, expected) => {
    expect(readPastedServer(text)).toMatchObject(expected);
  });
  test('never keeps a password, and says so', () => {
    const read = readPastedServer('smtp://user:canary@smtp.example.com');
    expect(JSON.stringify(read)).not.toContain('canary');
    expect(read.changes.join(' ')).toMatch(/password/);
  });
  test('says nothing where nothing was changed', () => {
    expect(readPastedServer('smtp.example.com').changes).toEqual([]);
  });
});
