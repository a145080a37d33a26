import { expect, test } from 'vitest';
import { queueId } from './queue-id';

test.each([
  ['Postfix', '2.0.0 Ok: queued as 4XyZ12', '4XyZ12'],
  ['Exim', 'OK id=1abcDE-00000001234-4XyZ', '1abcDE-00000001234-4XyZ'],
  ['an older Exim', 'OK id=1abCdE-0001x5-2f', '1abCdE-0001x5-2f'],
  ['SendGrid', 'Ok: queued as 6oZ9xBLcSnixVCGF2jJZ1w', '6oZ9xBLcSnixVCGF2jJZ1w'],
  [
    'Brevo',
    '2.0.0 OK: queued as <202611231200.12345678901@smtp-relay.mailin.fr>',
    '202611231200.12345678901@smtp-relay.mailin.fr',
  ],
  ['MailHog', 'Ok: queued as l1ke_THis-1=@mailhog.example', 'l1ke_THis-1=@mailhog.example'],
  [
    'Gmail',
    '2.0.0 OK  1700000000 d9443c01a7336-1bdc8a4f1d9sm1234567plb.100 - gsmtp',
    'd9443c01a7336-1bdc8a4f1d9sm1234567plb.100',
  ],
  [
    'Exchange',
    '2.6.0 <a@b> [InternalId=57947362590814, Hostname=X.prod.outlook.com] 9 bytes in 0.1, Queued mail for delivery',
    '57947362590814',
  ],
  [
    'Amazon SES',
    'Ok 0100018b5c3c0a4f-1a2b3c4d-0000-4abc-8def-0123456789ab-000000',
    '0100018b5c3c0a4f-1a2b3c4d-0000-4abc-8def-0123456789ab-000000',
  ],
  ['Sendmail', '2.0.0 x7GCq0v2012345 Message accepted for delivery', 'x7GCq0v2012345'],
  ['OpenSMTPD', '2.0.0 a1b2c3d4 Message accepted for delivery', 'a1b2c3d4'],
  ['Stalwart', '2.0.0 Message queued with id 1a2b3c4d.', '1a2b3c4d'],
  ['qmail', 'ok 1700000000 qp 12345', '12345'],
  ['Mailgun', 'Great success', undefined],
  ['a server that has none', '2.0.0 Message received', undefined],
  ['a server that says only that it did', 'OK: message queued', undefined],
  ['hMailServer', 'Queued (0.047 seconds)', undefined],
  ['one whose name was hidden', 'Ok: queued as [hidden]', undefined],
  ['one of which a part was hidden', 'Ok: queued as abcd[hidden]', undefined],
])('%s', (_name, text, expected) => {
  expect(queueId({ code: 250, text: [text] })).toBe(expected);
});
