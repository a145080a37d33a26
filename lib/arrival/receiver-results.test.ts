import { describe, expect, test } from 'vitest';
import { arrivalFacts, trustOf } from './arrival-facts';
import { readSource } from './message-source';
import { eximSpamAssassin, icloud, stranger, yahoo } from './testing/further-sources';
import * as sources from './testing/sources';
import { forwardedToGmail, opendmarc, passBelow, postfixMilters } from './testing/split-and-forwarded';

function facts(pasted: string, to = 'owner@mailbox.example') {
  const read = readSource(pasted);
  if (read.status !== 'read') throw new Error(read.problem);
  return arrivalFacts(read.source, to);
}

const allPass =
  'dkim=pass header.d=shop.example; spf=pass smtp.mailfrom=shop.example; dmarc=pass header.from=shop.example';
const said = (pasted: string) => facts(pasted).verdicts.map(({ method, result }) => `${method}=${result}`);

describe('believed is', () => {
  test('the topmost line in the receiver’s name, which is all that a server with one line writes', () => {
    expect(facts(sources.gmailAllPass).authority).toEqual({ kind: 'receiver', writer: 'mx.google.com' });
    expect(said(yahoo)).toEqual(['dkim=pass', 'spf=pass', 'dmarc=unknown']);
  });

  test('each of Apple’s lines, which have a name for each method, and none of them for another method', () => {
    expect(said(icloud)).toEqual(['dmarc=pass', 'dkim=pass', 'spf=pass']);
    const forged = icloud
      .replace(/^Authentication-Results: dmarc\.icloud\.com.*\n/m, '')
      .replace('dkim=pass', 'dmarc=pass');
    expect(said(forged)).toEqual(['spf=pass']);
  });

  test('what passes in the topmost of several lines, and of the further ones only what does not pass', () => {
    expect(said(opendmarc)).toEqual(['dmarc=pass']);
    expect(facts(opendmarc).withheld).toEqual(['dkim', 'spf']);
    expect(trustOf(facts(opendmarc))).toBe('trusted');
    expect(
      said(postfixMilters(['dkim=pass header.d=shop.example', 'spf=softfail smtp.mailfrom=shop.example'])),
    ).toEqual(['dkim=pass', 'spf=softfail']);
  });

  test('neither yes nor no where all that passes stands below', () => {
    expect(trustOf(facts(passBelow))).toBe('not-checked');
  });
});

describe('a forged line changes nothing', () => {
  const forgedBy = (writer: string) => `Authentication-Results: ${writer}; ${allPass}\n`;

  test.each([
    ['below the receiver’s own, in its name', sources.gmailSoftfail, 'mx.google.com', /^From:/m],
    [
      'right below it, for what it does not say',
      sources.gmail({ results: 'spf=none smtp.mailfrom=shop.example' }),
      'mx.google.com',
      /^DKIM-Signature:/m,
    ],
    [
      'right below it, in another name of its operator',
      sources.gmailSoftfail,
      'mx2.google.com',
      /^Received: from \[203/m,
    ],
    ['where the receiver wrote nothing', eximSpamAssassin, 'mail.own.example', /^From:/m],
    ['in no name, as Microsoft writes', sources.microsoftJunk, '', /^DKIM-Signature:/m],
    [
      'as a copy in ARC',
      eximSpamAssassin.replace(/^From:/m, `ARC-${forgedBy('mail.own.example')}From:`),
      'a.example',
      /^From:/m,
    ],
  ])('%s', (_where, source, writer, before) => {
    const forged = source.replace(before, (found) => `${forgedBy(writer).replace('s: ;', 's:')}${found}`);
    expect(forged).not.toBe(source);
    expect(trustOf(facts(forged))).not.toBe('trusted');
  });

  test('in the name of the recipient’s provider, which the mail never passed', () => {
    for (const to of ['owner@mailbox.example', 'owner@gmail.com'])
      expect(facts(stranger, to).authority).toEqual({ kind: 'unknown-writer', writer: 'mx.google.com' });
  });
});

describe('a mail that was sent on', () => {
  test('is judged by the last server, not by the line of the one before it', () => {
    expect(facts(forwardedToGmail).authority).toEqual({ kind: 'receiver', writer: 'mx.google.com' });
    expect(said(forwardedToGmail)).toEqual(['dkim=fail', 'spf=softfail']);
    expect(facts(forwardedToGmail).isForwarded).toBe(true);
    expect(facts(sources.gmailAllPass).isForwarded).toBe(false);
  });

  test('is judged by the recipient’s own provider where the last server says nothing', () => {
    const silent = forwardedToGmail.replace(/^Authentication-Results: mx[^]*?(?=^X-Forwarded)/m, '');
    expect(facts(silent, 'owner@own.example').authority).toEqual({ kind: 'receiver', writer: 'mail.own.example' });
    expect(facts(silent, 'owner@gmail.com').authority.kind).toBe('unknown-writer');
  });
});
