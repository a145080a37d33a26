import { simpleParser, type ParsedMail } from 'mailparser';
import { beforeAll, describe, expect, test } from 'vitest';
import { arrivalCode } from '@/lib/arrival/code';
import { readSource } from '@/lib/arrival/message-source';
import { sameMessage } from '@/lib/arrival/same-message';
import type { MessageRequest } from '@/lib/settings/message-request';
import { composeTestMessage } from './test-message';

const request: MessageRequest = {
  endpoint: { host: 'smtp.provider.example', port: 587, security: 'starttls' },
  username: 'shop-user',
  password: 'correct horse',
  from: { name: 'Grüße <b>& Co</b>', address: 'orders@bücher.example' },
  to: 'owner@mailbox.example',
};
const when = new Date('2026-11-25T10:00:07.250Z');

let composed: Awaited<ReturnType<typeof composeTestMessage>>;
let mail: ParsedMail;
let html = '';
beforeAll(async () => {
  composed = await composeTestMessage(request, when, 'local');
  mail = await simpleParser(composed.raw);
  html = mail.html === false ? '' : (mail.html ?? '');
});

test('the code that the Message-ID gives stands in the subject, the plain text and the HTML', () => {
  const code = arrivalCode(composed.messageId) ?? 'none';
  expect(composed.messageId).toBe(mail.messageId);
  expect(mail.subject).toBe(`Outport test ${code}: smtp.provider.example, port 587`);
  expect(mail.text).toContain(`Code: ${code}`);
  expect(html).toContain(`>${code}</p>`);
});

test('its own source is known as its own', () => {
  const read = readSource(composed.raw.toString());
  if (read.status !== 'read') throw new Error(read.problem);
  const code = arrivalCode(composed.messageId) ?? '';
  expect(sameMessage(read.source, composed.messageId, code)).toEqual({ kind: 'this-one' });
  expect(sameMessage(read.source, '<another@bücher.example>', code)).toEqual({ kind: 'this-one' });
});

describe('it is useful', () => {
  test.each(['smtp.provider.example', '587', 'STARTTLS', '2026-11-25 10:00:07 UTC', 'the computer on which you run'])(
    'and says %s in both parts',
    (fact) => {
      expect(mail.text?.replace(/\s+/g, ' ')).toContain(fact);
      expect(html).toContain(fact);
    },
  );

  test('and a hosted Outport says that it was not the person’s computer', async () => {
    const hosted = await simpleParser((await composeTestMessage(request, when, 'hosted')).raw);
    expect(hosted.text).toContain('the server of the Outport you opened');
  });
});

test('it tells no secret, loads nothing, leads nowhere and runs nothing', () => {
  const all = composed.raw.toString() + (mail.text ?? '') + html;
  for (const secret of ['correct horse', 'shop-user']) expect(all).not.toContain(secret);
  expect(html).not.toMatch(/<(img|link|script|a|iframe|form|input)\b|url\(|@import|https?:|\bon\w+=/i);
});

test('what others chose cannot become markup', async () => {
  const address = '"<b>x</b>"@shop.example';
  const hostile = await simpleParser(
    (await composeTestMessage({ ...request, from: { name: '', address } }, when, 'local')).raw,
  );
  expect(hostile.html).toContain('&lt;b&gt;x&lt;/b&gt;');
  expect(hostile.html).not.toContain('<b>');
});

test('plain text comes first and HTML second, as alternatives, in lines that any server takes', () => {
  const raw = composed.raw.toString();
  expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m);
  expect(raw.indexOf('text/plain')).toBeLessThan(raw.indexOf('text/html'));
  expect(raw.split('\r\n').filter((line) => Buffer.byteLength(line) > 998)).toEqual([]);
  expect(mail.text?.split('\n').filter((line) => line.length > 78)).toEqual([]);
});

test('where others can reach Outport, both parts lead to the page that proves the arrival', async () => {
  const asked: string[] = [];
  const link = 'https://outport.example.com/a/token';
  const linked = await composeTestMessage(request, when, 'hosted', (messageId) => {
    asked.push(messageId);
    return Promise.resolve(link);
  });
  const read = await simpleParser(linked.raw);
  expect(asked).toEqual([linked.messageId]);
  expect(read.text).toContain(link);
  expect(read.html).toContain(`href="${link}"`);
  // Written out it would be wider than a telephone.
  expect(String(read.html).replace(/href="[^"]*"/g, '')).not.toContain(link);
  expect(mail.text).not.toContain('https://');
});
