import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrivalFacts, trustOf } from './arrival-facts';
import { arrivalFindings } from './arrival-findings';
import { mostCharacters, pasteProblems, readSource, valuesOf, type PasteProblem } from './message-source';
import { sameMessage } from './same-message';
import { code, gmailAllPass, messageId } from './testing/sources';

function read(pasted: string) {
  const result = readSource(pasted);
  if (result.status !== 'read') throw new Error(result.problem);
  return result.source;
}

describe('a source is read the same', () => {
  const whole = read(gmailAllPass);
  test.each([
    ['with CRLF', gmailAllPass.replaceAll('\n', '\r\n')],
    ['with CR alone', gmailAllPass.replaceAll('\n', '\r')],
    ['after blank lines', `\n\n  \n${gmailAllPass}`],
    ['with a byte order mark', `\uFEFF${gmailAllPass}`],
    ['below the words of whoever forwards it', `Here is the source:\n\n${gmailAllPass}`],
    ['quoted', gmailAllPass.replace(/^/gm, '> ')],
    ['with an empty line after each', gmailAllPass.replaceAll('\n', '\n\n')],
    ['without the blanks that fold a field', gmailAllPass.replace(/^[ \t]+/gm, '')],
    ['from a mailbox file', `From orders@shop.example Wed Nov 25 10:00:00 2026\n${gmailAllPass}`],
  ])('%s', (_how, pasted) => {
    expect(read(pasted).fields).toEqual(whole.fields);
  });

  test('however its fields are folded', () => {
    expect(valuesOf(whole, 'received')).toHaveLength(3);
    expect(valuesOf(whole, 'received')[1]).toMatch(
      /^from out1\.provider\.example \(.*\) by mx\.google\.com with ESMTPS id \S+ for .*; Wed, 25 Nov 2026 02:00:03/,
    );
  });

  test('up to its first empty line, and no further', () => {
    expect(whole.body).toBe('Hello');
    expect(read(`${gmailAllPass}\n\nReceived: from nobody`).fields).toEqual(whole.fields);
  });

  test('where only a part was copied, by that part', () => {
    const part = gmailAllPass.slice(gmailAllPass.indexOf('Return-Path'));
    expect(arrivalFacts(read(part)).authority.kind).toBe('receiver');
  });
});

test.each<[PasteProblem, string]>([
  ['empty', ' \n\t\n'],
  ['visible-text', 'Your test email arrived\n\nCode: 7WN9-R7KQ\nServer: smtp.provider.example'],
  ['visible-text', 'Screenshot 2026-11-25 at 10.00.png'],
  ['html', '<!doctype html><html><body>Received: from</body></html>'],
  ['html', '  <div class="mail">'],
  ['no-way', 'From: Orders <orders@shop.example>\nSubject: Outport test\nDate: Today, 10:00\n\nYour test email'],
  ['too-long', `Received: by x\n${'x'.repeat(mostCharacters)}`],
])('what is no source is told as %s', (problem, pasted) => {
  expect(readSource(pasted)).toEqual({ status: 'not-read', problem });
  expect(pasteProblems[problem]).toMatch(/^[A-Z].*\.$/);
});

describe('whose source it is', () => {
  test('shows in the Message-ID, or where a service put its own, in the code', () => {
    expect(sameMessage(read(gmailAllPass), messageId, code)).toEqual({ kind: 'this-one' });
    const renamed = gmailAllPass.replace(messageId, '<0100018f@eu-west-1.service.example>');
    expect(sameMessage(read(renamed), messageId, code)).toEqual({ kind: 'this-one' });
    const unnamed = renamed.replace(` ${code}`, '').replace('Hello', `Your code is ${code}.`);
    expect(sameMessage(read(unnamed), messageId, code)).toEqual({ kind: 'this-one' });
  });

  test('is another’s where neither fits, and its subject says which', () => {
    const other = gmailAllPass.replace(messageId, '<1@a.example>').replace(code, '0000-0000');
    const subject = 'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= =?utf-8?b?IGF1cyBCZXJu?=';
    expect(sameMessage(read(other.replace(/^Subject: .*$/m, subject)), messageId, code)).toEqual({
      kind: 'another',
      subject: 'Grüße aus Bern',
      isQuoting: false,
    });
  });

  test.each([
    ['answers it', `Subject: Re: Outport test ${code}`, ''],
    ['forwards it', `Subject: WG: Outport test ${code}`, ''],
    ['answers it under another subject', 'Subject: It came', `In-Reply-To: ${messageId}\n`],
    ['forwards it under another subject', 'Subject: Look', `References: ${messageId}\n`],
  ])('is another’s where a mail %s, with the code in it', (_how, subject, more) => {
    const quoting = gmailAllPass
      .replace(messageId, '<1@a.example>')
      .replace(/^Subject: .*$/m, `${more}${subject}`)
      .replace('Hello', `> Code: ${code}`);
    expect(sameMessage(read(quoting), messageId, code)).toMatchObject({ kind: 'another', isQuoting: true });
  });

  test('is the test email’s in a mailbox to which a rule sends it on: its Message-ID stays', () => {
    const redirected = gmailAllPass.replace(
      /^From:/m,
      `Resent-From: owner@own.example\nReferences: ${messageId}\nFrom:`,
    );
    expect(sameMessage(read(redirected), messageId, code)).toEqual({ kind: 'this-one' });
  });

  test('cannot be told from a part that has neither', () => {
    expect(sameMessage(read('Received: by mx.example; Wed, 25 Nov 2026 10:00:00 +0000'), messageId, code)).toEqual({
      kind: 'cannot-tell',
    });
  });
});

describe('nothing that is pasted', () => {
  const lines = gmailAllPass.split('\n');
  const mangled = fc
    .array(
      fc.oneof(
        fc.constantFrom(...lines),
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom(
          'Authentication-Results: ',
          'Received: ((((',
          'DKIM-Signature: d=;s=',
          'X-Spam-Status: Yes, ',
          '',
          '\t;"',
        ),
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join('\n'));

  test('makes the reader throw, or say undefined', () => {
    fc.assert(
      fc.property(mangled, (pasted) => {
        const result = readSource(pasted);
        if (result.status === 'not-read') return;
        const facts = arrivalFacts(result.source, 'owner@mailbox.example');
        const findings = arrivalFindings(facts);
        if (trustOf(facts) !== 'trusted') expect(findings).not.toEqual([]);
        expect(JSON.stringify(findings)).not.toMatch(/undefined|NaN|null/);
        sameMessage(result.source, messageId, code);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['one long word', `Authentication-Results: ${'a'.repeat(200_000)}`],
    ['blanks', `Received: from a by b;${' '.repeat(200_000)}x`],
    ['opened comments', `Received: ${'('.repeat(200_000)}`],
    ['many servers', 'Received: from a by b.example; Wed, 25 Nov 2026 10:00:00 +0000\n'.repeat(4000)],
    ['equal signs', `Authentication-Results: a;${' spf=pass='.repeat(20_000)}`],
    ['encoded words', `Received: by a\nSubject: ${'=?utf-8?q?'.repeat(20_000)}`],
  ])('keeps the reader busy for long: %s', (_what, pasted) => {
    const source = read(pasted);
    const started = process.cpuUsage();
    arrivalFindings(arrivalFacts(source));
    sameMessage(source, messageId, code);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });
});
