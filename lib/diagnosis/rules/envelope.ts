/**
 * Sender, recipient and message (RFC 5321 §3.3, RFC 6409). A refusal often comes later than its cause: many servers
 * hold back what they think of client and sender until the recipient is named. So the enhanced code speaks before the stage.
 */
import type { Rule } from '../finding';
import { offer } from '../other-security';
import {
  enhancedRefusal,
  envelope,
  isLoggedIn,
  isNotLoggedIn,
  otherRefusal,
  refusal,
  registry,
  rfc,
  type FailureOf,
} from '../rule-table';

const connected = 'The connection itself works.';
const goLogIn = 'Go back to the account page and give user name and password.';

/** A login address as sender is what most accounts may use. */
function ownAddress(username: string | undefined, from: string | undefined) {
  const isAddress = username !== undefined && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(username);
  return isAddress && username !== from ? ({ kind: 'use-sender', address: username } as const) : undefined;
}

/** 530 before encryption may ask for either; its enhanced code or the place tells (RFC 6409 §4.3, RFC 3207 §4). */
function wantsEncryption({ secured, reply }: FailureOf<'negative-reply'>): boolean {
  return !secured && (reply.enhanced === undefined || reply.enhanced === '5.7.0');
}

export const envelopeRules: readonly Rule[] = [
  refusal(
    'encryption-required',
    {
      at: envelope,
      codes: [530],
      enhanced: /^(?!5\.7\.(1[01]|57|30|13)$)/,
      when: (failure) => wantsEncryption(failure),
    },
    {
      title: 'The server wants encryption, or a login, first',
      why: 'This connection is not encrypted, and the server takes no mail over it as it is.',
      doThis: ['Use port 465, or 587 with STARTTLS.', goLogIn],
      source: rfc(3207, '4'),
    },
  ),
  refusal(
    'login-required',
    {
      at: envelope,
      codes: [530],
      enhanced: /^(?!5\.7\.(1[01]|57|30|13)$)/,
      when: (failure) => !wantsEncryption(failure),
    },
    {
      title: 'The server wants a login first',
      why: 'It takes mail only from people who logged in.',
      doThis: [goLogIn],
      source: rfc(6409, '4.3'),
    },
  ),
  enhancedRefusal(
    'login-required-exchange',
    { at: envelope, enhanced: /^5\.7\.57$/ },
    {
      title: 'Microsoft wants a login before it takes mail',
      why: 'No login arrived, or SMTP login is switched off for this mailbox.',
      doThis: [goLogIn, 'Have the administrator look whether “Authenticated SMTP” is on for this mailbox.'],
      source:
        'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
    },
  ),
  enhancedRefusal(
    'encryption-required-by-code',
    { at: envelope, enhanced: /^5\.7\.1[01]$/ },
    {
      title: 'The server takes mail only with encryption',
      why: 'It says so by code: this connection is not protected enough.',
      doThis: ['Use port 465, or 587 with STARTTLS.'],
      source: registry,
    },
  ),
  refusal(
    'relay-denied',
    {
      at: ['rcpt-to'],
      codes: [550, 551, 553, 554],
      enhanced: /^(5\.7\.1)?$/,
      when: isNotLoggedIn,
    },
    {
      title: 'The server will not pass mail on without a login',
      why: 'Without a login it takes mail only for its own people, or from addresses it knows.',
      doThis: [goLogIn, 'If the server knows you by address, have the public address of this computer added.'],
      source: rfc(6409, '4.3'),
    },
  ),
  enhancedRefusal(
    'connector-missing',
    { at: envelope, enhanced: /^5\.7\.64$/ },
    {
      title: 'Microsoft does not know who sends this mail',
      why: 'Without a login it tells customers by their address or certificate, through a connector. This computer fits none.',
      doThis: [
        'Log in with a mailbox instead.',
        'Or have the administrator add the public address of this computer to a connector.',
      ],
      source:
        'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
    },
  ),
  enhancedRefusal(
    'sender-not-owned',
    {
      at: envelope,
      enhanced: /^5\.(7\.(1|60)|2\.252)$/,
      when: ({ reply }, evidence) =>
        isLoggedIn(evidence.failure, evidence) && (reply.enhanced !== '5.7.1' || reply.code === 553),
    },
    (_failure, { from, username }) => ({
      title: 'This login may not send as this sender',
      why: `${connected} ${from ?? 'The sender'} does not belong to the account that logged in. Many servers say so only when the recipient is named.`,
      doThis: [
        `Use the address you log in with as sender${username === undefined || username === '' ? '' : `: ${username}`}.`,
        'Or have this sender added to the account as an alias or with “send as”.',
      ],
      source: rfc(6409, '6.1'),
      ...offer(ownAddress(username, from)),
    }),
  ),
  enhancedRefusal('sender-malformed', { at: envelope, enhanced: /^5\.1\.7$/ }, (_failure, { from }) => ({
    title: 'The server finds the sender address malformed',
    why: `It reads ${from ?? 'the sender'} and cannot make sense of it.`,
    doThis: ['Correct the sender address.'],
    source: rfc(3463, '3.2'),
  })),
  enhancedRefusal('sender-domain-unknown', { at: envelope, enhanced: /^[45]\.1\.8$/ }, (_failure, { from }) => ({
    title: 'The server does not accept the sender’s domain',
    why: `Usually the domain of ${from ?? 'the sender'} does not exist in DNS, or takes no mail; Microsoft also uses this code for accounts blocked after spam.`,
    doThis: ['Check the part after the @ of the sender.', 'Use a sender whose domain can receive mail.'],
    source: rfc(3463, '3.2'),
  })),
  enhancedRefusal('sender-takes-no-mail', { at: envelope, enhanced: /^[45]\.7\.27$/ }, (_failure, { from }) => ({
    title: 'The sender’s domain says that it takes no mail',
    why: `The domain of ${from ?? 'the sender'} has a “null MX” record. Nobody could answer, so the server refuses.`,
    doThis: ['Use a sender whose domain can receive mail.'],
    source: rfc(7505, '4.2'),
  })),
  enhancedRefusal(
    'sender-not-authenticated',
    { at: envelope, enhanced: /^[45]\.7\.(2[0-4]|26)$/ },
    (_failure, { from }) => ({
      title: 'The sender’s domain does not vouch for this server',
      why: `The server checked SPF or DKIM of the domain of ${from ?? 'the sender'}, and they do not fit.`,
      doThis: [
        'Send through the provider of that domain, with a login.',
        'Add this provider to the domain’s SPF and DKIM records.',
      ],
      source: rfc(7372, '3'),
    }),
  ),
  enhancedRefusal(
    'reverse-dns-missing',
    { at: ['greeting', 'ehlo', ...envelope], enhanced: /^[45]\.7\.25$/ },
    {
      title: 'This computer’s address has no proper name in DNS',
      why: 'The server looked up the name of the address, and found none or one that does not lead back.',
      doThis: [
        'Use port 465 or 587 with a login, where no such name is needed.',
        'Or have the owner of the address set its reverse DNS.',
      ],
      source: rfc(7372, '3.3'),
    },
  ),
  enhancedRefusal(
    'account-blocked',
    { at: envelope, enhanced: /^5\.7\.5\d\d$/ },
    {
      title: 'Microsoft has blocked this account or organisation',
      why: 'Usually unwanted mail was sent from it, or it is new and not trusted yet.',
      doThis: ['Have the administrator look under “Restricted entities” in the Microsoft Defender portal.'],
      source: 'https://learn.microsoft.com/en-us/defender-office-365/outbound-spam-restore-restricted-users',
    },
  ),
  enhancedRefusal(
    'letters-not-taken',
    { at: envelope, enhanced: /^5\.6\.7$/ },
    {
      title: 'The server cannot handle letters like é or ü in addresses',
      why: 'An address with such letters before the @ needs an extension that this server does not have.',
      doThis: ['Use an address with plain letters.'],
      source: rfc(6531, '3.5'),
    },
  ),
  refusal(
    'client-policy',
    { at: ['rcpt-to', 'mail-from'], codes: [550, 554], enhanced: /^5\.7\.1$/, when: isLoggedIn },
    {
      title: 'The server’s rules do not allow this message',
      why: `${connected} A rule about the sender, the recipient or this computer’s address refused it. Its own words say which.`,
      doThis: [
        'Read the server’s words below.',
        'Try the address you log in with as sender.',
        'Try another recipient.',
      ],
      source: rfc(3463, '3.8'),
    },
  ),
  refusal(
    'out-of-order',
    { at: envelope, codes: [503] },
    {
      title: 'The server expected another command first',
      why: 'Usually it wants a login before it takes mail, or a box on the way confuses the order.',
      doThis: [goLogIn, 'Use port 465, where nothing on the way can interfere.'],
      source: rfc(5321, '4.1.4'),
    },
  ),
  refusal('command-refused', { at: envelope, codes: [500, 501, 502, 504, 555] }, ({ stage }) => ({
    title: 'The server did not accept the form of a command',
    why: `It happened over the ${stage === 'mail-from' ? 'sender' : stage === 'rcpt-to' ? 'recipient' : 'message'}. Usually an address holds a character this server cannot take; its own words are below.`,
    doThis: ['Use plain addresses for sender and recipient, without special characters.'],
    source: rfc(5321, '4.2.2'),
  })),
  otherRefusal('sender-refused', { at: ['mail-from'], codes: 'permanent' }, (_failure, { from, username }) => ({
    title: 'The server refused this sender',
    why: `${connected} Usually the account may not send as ${from ?? 'this address'}, or the address is not verified yet.`,
    doThis: ['Use the address you log in with as the sender.', 'Or have this sender verified at your provider.'],
    source: rfc(6409, '6.1'),
    ...offer(ownAddress(username, from)),
  })),
  otherRefusal('unexpected-answer', { at: ['resolve', 'connect', 'tls'] }, ({ reply }) => ({
    title: `The server answered ${reply.code} where no answer was due`,
    why: 'Outport does not know this answer in this place. The server’s own words are below.',
    doThis: ['Test again in a minute.', 'Show the words to your provider.'],
    source: rfc(5321, '4.2.1'),
  })),
];
