/** Recipient, size and limits: what the server thinks of where the message goes, and of how much was sent (RFC 3463 §3). */
import type { Rule } from '../finding';
import { always, enhancedRefusal, envelope, isLoggedIn, otherRefusal, otherwise, refusal, rfc } from '../rule-table';

const connected = 'The connection itself works.';
const checkRecipient = 'Check the recipient’s address, or send the test to another one.';
const waitAndSend = 'Wait 15 minutes and send again.';

export const deliveryRules: readonly Rule[] = [
  enhancedRefusal('recipient-unknown', { at: envelope, enhanced: /^[45]\.1\.[16]$/ }, (_failure, { to }) => ({
    title: 'The recipient does not exist',
    why: `${connected} There is no mailbox ${to ?? 'of that name'}, or it has moved.`,
    doThis: [checkRecipient],
    source: rfc(3463, '3.2'),
  })),
  enhancedRefusal('recipient-domain-unknown', { at: envelope, enhanced: /^[45]\.1\.2$/ }, (_failure, { to }) => ({
    title: 'The recipient’s domain takes no mail',
    why: `${connected} The part after the @ of ${to ?? 'the recipient'} leads to no mail server.`,
    doThis: [checkRecipient],
    source: rfc(3463, '3.2'),
  })),
  enhancedRefusal('recipient-malformed', { at: envelope, enhanced: /^5\.1\.3$/ }, (_failure, { to }) => ({
    title: 'The server finds the recipient’s address malformed',
    why: `It reads ${to ?? 'the recipient'} and cannot make sense of it.`,
    doThis: ['Correct the recipient’s address.'],
    source: rfc(3463, '3.2'),
  })),
  enhancedRefusal(
    'recipient-takes-no-mail',
    { at: envelope, enhanced: /^5\.1\.10$/ },
    {
      title: 'The recipient’s domain says that it takes no mail',
      why: 'It has a “null MX” record, which means: no mail here, on purpose.',
      doThis: [checkRecipient],
      source: rfc(7505),
    },
  ),
  refusal(
    'domain-takes-no-mail',
    { at: envelope, codes: [521, 556] },
    {
      title: 'That domain takes no mail at all',
      why: 'The code says that the other side, or the recipient’s domain, does not accept mail on purpose.',
      doThis: [checkRecipient],
      source: rfc(7504),
    },
  ),
  enhancedRefusal(
    'mailbox-disabled',
    { at: envelope, codes: 'permanent', enhanced: /^[45]\.2\.1$/ },
    {
      title: 'That mailbox is switched off',
      why: `${connected} The mailbox exists and takes no messages for now.`,
      doThis: [checkRecipient],
      source: rfc(3463, '3.3'),
    },
  ),
  enhancedRefusal(
    'mailbox-full',
    { at: envelope, enhanced: /^[45]\.2\.2$/ },
    {
      title: 'That mailbox is full',
      why: `${connected} There is no room left for a message, or the account has used up its quota.`,
      doThis: ['Send the test to another address.', 'Make room in the mailbox.'],
      source: rfc(3463, '3.3'),
    },
  ),
  enhancedRefusal(
    'message-too-large',
    { at: envelope, enhanced: /^[45]\.(3\.4|2\.3)$/ },
    {
      title: 'The server finds the message too large',
      why: 'The test email has about 2 kB, so its limit is unusually low.',
      doThis: ['Raise the size limit of the account or server.', 'Send through another port or provider.'],
      source: rfc(1870),
    },
  ),
  refusal(
    'storage-exceeded',
    { at: envelope, codes: [552] },
    {
      title: 'Too large, or no room left',
      why: 'The test email has about 2 kB, so a full mailbox or a used-up quota is more likely than its size.',
      doThis: ['Send the test to another address.', 'Look at the storage and sending limits of the account.'],
      source: rfc(5321, '4.2.2'),
    },
  ),
  enhancedRefusal(
    'server-full',
    { at: envelope, enhanced: /^[45]\.3\.[12]$/, when: ({ reply }) => reply.code !== 432 },
    {
      title: 'The server takes no messages at the moment',
      why: 'It is full, or its owner has stopped it for a while. Nothing is wrong with your settings.',
      doThis: [waitAndSend],
      source: rfc(3463, '3.4'),
    },
  ),
  refusal(
    'limit-or-storage',
    { at: envelope, codes: [452] },
    {
      title: 'A limit is reached for now',
      why: 'The server is short of room, or too much was sent to or from here in a short time.',
      doThis: [waitAndSend, 'Look at the sending limits of the account.'],
      source: rfc(5321, '4.5.3.1.10'),
    },
  ),
  enhancedRefusal(
    'too-many-recipients',
    { at: envelope, enhanced: /^[45]\.5\.3$/ },
    {
      title: 'The server counts too many recipients',
      why: `${connected} The test has one, so the count is of earlier messages.`,
      doThis: [waitAndSend, 'Look at the sending limits of the account.'],
      source: rfc(3463, '3.6'),
    },
  ),
  enhancedRefusal(
    'sending-limit',
    { at: envelope, enhanced: /^5\.4\.5$/ },
    {
      title: 'The account has sent all it may for now',
      why: `${connected} Usually a daily limit is used up.`,
      doThis: ['Wait until tomorrow, then send again.', 'Look at the sending limits of the account.'],
      source: rfc(3463, '3.5'),
    },
  ),
  enhancedRefusal(
    'onward-trouble',
    { at: envelope, enhanced: /^[45]\.4\.[0-46-9]$/ },
    {
      title: 'The server cannot reach the recipient’s server',
      why: `${connected} The trouble is further on, on the way to the recipient.`,
      doThis: ['Send the test to another address.', 'Send again in 15 minutes.'],
      source: rfc(3463, '3.5'),
    },
  ),
  enhancedRefusal(
    'server-overloaded',
    { at: envelope, enhanced: /^4\.4\.5$/ },
    {
      title: 'The server is too busy',
      why: 'It asked to come back later. Nothing is wrong with your settings.',
      doThis: [waitAndSend],
      source: rfc(3463, '3.5'),
    },
  ),
  enhancedRefusal(
    'greylisted',
    {
      at: ['rcpt-to', 'data'],
      enhanced: /^4\.(2\.0|7\.1)$/,
      when: ({ reply }) => `${reply.code} ${reply.enhanced ?? ''}` !== '450 4.7.1',
    },
    {
      title: 'The server puts first-time senders off',
      why: 'This is usually greylisting: the first message is delayed on purpose, and the second try passes.',
      doThis: [
        'Wait 15 minutes and send again with the same sender and recipient.',
        'Check the host: servers for logging in seldom do this.',
      ],
      source: rfc(6647, '2'),
    },
  ),
  enhancedRefusal(
    'rate-limited',
    { at: envelope, codes: [450], enhanced: /^4\.(7\.1|2\.1)$/ },
    {
      title: 'Too many messages in a short time',
      why: 'The server slows down this sender, this recipient or this address.',
      doThis: [waitAndSend],
      source: rfc(3463, '3.8'),
    },
  ),
  refusal('slow-down', { at: envelope, codes: [421, 432] }, ({ stage }) => ({
    title: 'The server closed the connection for now',
    why: `It happened at the stage “${stage}”: too many messages or connections, or it is shutting down.`,
    doThis: [waitAndSend, 'Make sure no other program sends through this account at the same time.'],
    source: rfc(5321, '3.8'),
  })),
  otherRefusal(
    'try-later',
    { at: envelope, codes: 'transient' },
    {
      title: 'The server asks to try again later',
      why: `${connected} It gave a temporary answer: a limit, a check of new senders (greylisting), or a fault on its side.`,
      doThis: [waitAndSend],
      source: rfc(5321, '4.2.1'),
    },
  ),
  otherRefusal('recipient-refused', { at: ['rcpt-to'], codes: 'permanent' }, (_failure, { to }) => ({
    title: 'The server refused this recipient',
    why: `${connected} Usually ${to ?? 'the address'} does not exist. The server’s own words say more.`,
    doThis: [checkRecipient, 'Read the server’s words below.'],
    source: rfc(5321, '3.3'),
  })),
  refusal(
    'content-refused',
    { at: ['data'], codes: [550, 554], enhanced: /^5\.7\.[01]$/, when: isLoggedIn },
    {
      title: 'The server refused the message by its rules',
      why: `${connected} Usually the sender is not verified yet, or a filter took the message for spam.`,
      doThis: ['Read the server’s words below.', 'Have the sender or its domain verified at your provider.'],
      source: rfc(3463, '3.8'),
    },
  ),
  otherRefusal(
    'message-refused',
    { at: ['data'], codes: 'permanent' },
    {
      title: 'The server refused the message',
      why: `${connected} Sender, recipient or content did not suit it; an unverified sender or account is the usual reason.`,
      doThis: ['Read the server’s words below and search them at your provider.', 'Try another sender or recipient.'],
      source: rfc(5321, '3.3'),
    },
  ),
  otherRefusal(
    'odd-answer',
    {
      at: ['greeting', 'ehlo', 'starttls', 'auth', ...envelope],
      when: ({ reply }) => reply.code < 400,
    },
    ({ reply, stage }) => ({
      title: `The server answered ${reply.code}, which does not fit here`,
      why: `At the stage “${stage}” this code has no meaning. Its answers may be out of step, often through a box that inspects mail.`,
      doThis: ['Use port 465, where nothing on the way can interfere.', 'Test again in a minute.'],
      source: rfc(5321, '4.2'),
    }),
  ),
  otherwise('extension-missing', 'extension-missing', always, ({ extension }) => ({
    title:
      extension === 'SMTPUTF8'
        ? 'The server takes only plain letters in addresses'
        : 'The server does not say how large a message may be',
    why:
      extension === 'SMTPUTF8'
        ? 'Letters like é or ü before the @ need an extension that this server does not have.'
        : 'An extension that tells the largest size is missing, so nobody knows before sending.',
    doThis: [extension === 'SMTPUTF8' ? 'Use addresses with plain letters.' : 'Send the test email all the same.'],
    source: extension === 'SMTPUTF8' ? rfc(6531, '3.2') : rfc(1870),
  })),
  otherwise('our-mistake', 'unexpected', always, {
    title: 'Outport made a mistake',
    why: 'This is our mistake, not your server’s. It says nothing about your settings.',
    doThis: ['Test again. If it happens again, report it with the steps that led here.'],
    source: rfc(5321, '4.2.1'),
  }),
];
