import { expect, test } from 'vitest';
import { normalizeHost } from '@/lib/smtp/host';
import { incomingServer } from './incoming-servers';

test.each([
  ['smtp.gmail.com', 'imap.gmail.com', 'same', 'googlemail.com.xml'],
  ['smtp.mail.me.com', 'imap.mail.me.com', 'local-part', 'me.com.xml'],
  ['smtp.zoho.eu', 'imap.zoho.eu', 'same', 'zoho.eu.xml'],
  ['mail.gandi.net', 'mail.gandi.net', 'same', 'gandi.net.xml'],
])('mail sent by %s is received from %s, and where that is published', (submission, host, username, file) => {
  expect(incomingServer(submission)).toEqual({
    host,
    username,
    source: `https://github.com/thunderbird/autoconfig/blob/HEAD/ispdb/${file}`,
  });
  expect(normalizeHost(host)).toBe(host);
});

test('general knowledge has no source', () => {
  expect(incomingServer('smtp.hostinger.com')).toEqual({
    host: 'imap.hostinger.com',
    username: 'same',
    source: undefined,
  });
});

test.each(['smtp.sendgrid.net', 'smtp.office365.com', 'smtp-mail.outlook.com', 'smtp.protonmail.ch'])(
  'a mailbox of %s has no server that takes a password, or none at all',
  (submission) => expect(incomingServer(submission)).toBeUndefined(),
);
