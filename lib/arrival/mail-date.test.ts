import { expect, test } from 'vitest';
import { parseMailDate } from './mail-date';

const at = (iso: string) => Date.parse(iso);

test.each([
  ['Wed, 25 Nov 2026 10:00:03 +0100', '2026-11-25T09:00:03Z'],
  ['25 Nov 2026 10:00 -0800 (PST)', '2026-11-25T18:00:00Z'],
  ['Wed, 25 Nov 2026 10:00:09 GMT', '2026-11-25T10:00:09Z'],
  ['Wed, 25 Nov 26 10:00:09 EDT', '2026-11-25T14:00:09Z'],
  ['Wed, 25 Nov 126 10:00:09 PST', '2026-11-25T18:00:09Z'],
  ['25 Nov 99 10:00:09 Z', '1999-11-25T10:00:09Z'],
  ['Wed(day), 25 (of) Nov (month) 2026 10 : 00 : 09 +0000 (a (nested) zone)', '2026-11-25T10:00:09Z'],
  ['wednesday, 5-NOV-2026 10:00:09.250 -0000', '2026-11-05T10:00:09Z'],
  ['Wed, 25 Nov 2026 10:00:09', '2026-11-25T10:00:09Z'],
  ['31 Dec 2016 23:59:60 +0000', '2017-01-01T00:00:00Z'],
])('a date as %j is understood', (written, iso) => {
  expect(parseMailDate(written)).toBe(at(iso));
});

test.each([
  '',
  'yesterday',
  '30 Feb 2026 10:00 +0000',
  '25 Nov 2026 25:00 +0000',
  '25 Nov 2026 10:00 +9900',
  '2026-11-25T10:00:00Z',
])('what is no date of a mail gives none: %j', (written) => {
  expect(parseMailDate(written)).toBeUndefined();
});
