import { expect, test } from 'vitest';
import { readArrival } from './read-arrival';
import { eximSpamAssassin, fastmail, icloud, rspamd, yahoo } from './testing/further-sources';
import { code, gmailAllPass, messageId, microsoftAllPass, ownFields } from './testing/sources';

function hasArrived(source: string): boolean {
  const reading = readArrival(source, { messageId, code, to: 'owner@mailbox.example' });
  if (reading.status !== 'read') throw new Error(reading.status);
  return reading.hasArrived;
}

const submitted =
  'Received: from [203.0.113.7] by smtp.provider.example with ESMTPSA id 4XyZ12; 25 Nov 2026 10:00 +0000';

test.each([
  ['Gmail', gmailAllPass],
  ['Microsoft', microsoftAllPass],
  ['Yahoo', yahoo],
  ['iCloud', icloud],
  ['Fastmail', fastmail],
  ['Exim', eximSpamAssassin],
  ['Postfix with Rspamd', rspamd],
  ['a server that sends and keeps for the same people', `Delivered-To: owner@own.example\n${submitted}\n${ownFields}`],
  ['Postfix and LMTP', `Received: from a.example by b.example with LMTP id 1; 25 Nov 2026 10:00 +0000\n${ownFields}`],
])('a source from the mailbox proves the arrival: %s', (_where, source) => {
  expect(hasArrived(source)).toBe(true);
});

test.each([
  ['no server on the way, as from “Sent”', ownFields],
  ['a Return-Path alone', `Return-Path: <orders@shop.example>\n${ownFields}`],
  ['only the server that took it from its sender', `Return-Path: <orders@shop.example>\n${submitted}\n${ownFields}`],
  ['the same in an address of its own script', `${submitted.replace('ESMTPSA', 'UTF8SMTPSA')}\n${ownFields}`],
  ['another mail’s way', gmailAllPass.slice(0, gmailAllPass.indexOf('From:'))],
  ['a line that says nothing', `Received: \n${ownFields}`],
])('a source with %s proves none', (_what, source) => {
  expect(hasArrived(source)).toBe(false);
});
