import { expect, test } from 'vitest';
import { readArrival } from './read-arrival';
import { eximSpamAssassin } from './testing/further-sources';
import { code, gmailAllPass, gmailOtherDomain, messageId } from './testing/sources';

const sent = { messageId, code, to: 'owner@mailbox.example' };

function read(pasted: string) {
  const reading = readArrival(pasted, sent);
  if (reading.status !== 'read') throw new Error(reading.status);
  return reading;
}

test('a source of the test email tells trust, the way, and line by line what it stands on', () => {
  const reading = read(gmailAllPass);
  expect(reading).toMatchObject({
    isOurs: true,
    trust: 'trusted',
    findings: [],
    way: 'It took 3 s, through 3 servers.',
  });
  expect(reading.evidence).toEqual([
    'dkim=pass domain shop.example key mail2026',
    expect.stringMatching(/^spf=pass domain shop\.example \(google\.com: domain of/),
    'dmarc=pass domain shop.example policy reject (p=REJECT sp=REJECT dis=NONE)',
    'signed by shop.example, key mail2026, rsa-sha256',
    '2026-11-25 10:00:01  out1.provider.example from [203.0.113.7] with ESMTPSA',
    '2026-11-25 10:00:03  mx.google.com from out1.provider.example with ESMTPS, +2 s',
    '2026-11-25 10:00:04  2002:a05:6a10:1234:b0:5a1:2b3c:4d5e with SMTP, +1 s',
  ]);
});

test('clocks that do not agree give no duration', () => {
  expect(read(eximSpamAssassin).way).toBe('It went through 2 servers.');
});

test('the source of another mail is not read as this one, and its subject cannot turn the line around', () => {
  const other = gmailAllPass.replace(messageId, '<1@a.example>').replace(/^Subject: .*$/m, 'Subject: a\u202eb');
  expect(readArrival(other, sent)).toEqual({ status: 'another-message', subject: 'a\\u{202e}b', isQuoting: false });
});

test('a part without Message-ID and subject is read, and not taken for this one', () => {
  const part = gmailOtherDomain.slice(0, gmailOtherDomain.indexOf('From:'));
  expect(read(part)).toMatchObject({ isOurs: false, trust: 'not-trusted' });
});

test('what is no source says why', () => {
  expect(readArrival('', sent)).toEqual({ status: 'not-read', problem: 'empty' });
});
