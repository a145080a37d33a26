/** The first words: the greeting, EHLO, and what is not SMTP at all (RFC 5321 §3.1, §4.2). */
import type { Rule } from '../finding';
import { always, otherRefusal, otherwise, refusal, rfc, ruleFor, type FailureOf } from '../rule-table';

const outgoing = 'Use the outgoing (SMTP) server and one of its ports: 465, 587 or 2525.';
const nameAdvice = 'Start Outport with OUTPORT_EHLO_NAME set to the full name of this computer, and test again.';

/** What a service says first gives it away; the sample is the server's, never ours. */
const services = {
  ssh: /^SSH-/,
  imap: /^\* (OK|PREAUTH|BYE)\b/i,
  pop3: /^\+OK\b/i,
  http: /^(HTTP\/|<!doctype|<html)/i,
  tls: /^[\u0015\u0016]\u0003/,
} as const;

type Service = keyof typeof services | 'unknown';

function serviceOf({ cause, sample }: FailureOf<'protocol-violation'>): Service | undefined {
  if (cause !== 'not-smtp') return undefined;
  const names = Object.keys(services) as (keyof typeof services)[];
  return names.find((name) => services[name].test(sample)) ?? 'unknown';
}

const speaks = (service: Service) => (failure: FailureOf<'protocol-violation'>) => serviceOf(failure) === service;
const caused = (cause: FailureOf<'protocol-violation'>['cause']) => (failure: FailureOf<'protocol-violation'>) =>
  failure.cause === cause;

export const greetingRules: readonly Rule[] = [
  ruleFor('ssh-behind-port', 'protocol-violation', speaks('ssh'), (_failure, { port }) => ({
    title: `Port ${port} is for remote login (SSH), not for mail`,
    why: 'The service there began with the words of SSH.',
    doThis: [outgoing],
    source: rfc(4253, '4.2'),
  })),
  ruleFor('imap-behind-port', 'protocol-violation', speaks('imap'), (_failure, { port }) => ({
    title: `Port ${port} is for reading mail (IMAP)`,
    why: 'This is the server for incoming mail, or its port. Sending uses another one.',
    doThis: [outgoing],
    source: rfc(9051, '7.1'),
  })),
  ruleFor('pop3-behind-port', 'protocol-violation', speaks('pop3'), (_failure, { port }) => ({
    title: `Port ${port} is for fetching mail (POP3)`,
    why: 'This is the server for incoming mail, or its port. Sending uses another one.',
    doThis: [outgoing],
    source: rfc(1939, '4'),
  })),
  ruleFor('web-behind-port', 'protocol-violation', speaks('http'), (_failure, { port }) => ({
    title: `A web server answers on port ${port}`,
    why: 'It is no mail port, or this network puts a sign-in page in front of everything, as hotels and cafes do.',
    doThis: ['Open any website in a browser, and sign in to the network if it asks.', outgoing],
    source: rfc(8952, '1'),
  })),
  ruleFor('tls-behind-port', 'protocol-violation', speaks('tls'), (_failure, { port }) => ({
    title: `Port ${port} begins with encryption`,
    why: 'The server answered in TLS where words were expected.',
    doThis: [`Set the encryption of port ${port} to implicit TLS and test again.`],
    source: rfc(8314, '3.3'),
    correction: { kind: 'use-security', port, security: 'implicit-tls' },
  })),
  ruleFor('not-smtp', 'protocol-violation', speaks('unknown'), (_failure, { port }) => ({
    title: `Port ${port} is not a port for sending mail`,
    why: 'Something answers there, but it does not speak SMTP.',
    doThis: [outgoing],
    source: rfc(5321, '4.2'),
  })),
  ruleFor('injected', 'protocol-violation', caused('data-before-tls'), {
    title: 'Something put words in before encryption started',
    why: 'After agreeing to encrypt, the other side sent more in the clear. A careful client must not believe that, so Outport stopped.',
    doThis: ['Use port 465, where encryption starts with the first byte.', 'Tell your provider what happened.'],
    source: rfc(3207, '6'),
  }),
  ruleFor('endless-reply', 'protocol-violation', caused('too-long'), {
    title: 'The server’s answer does not end',
    why: 'It is longer than any mail server’s answer may be, so Outport stopped reading. Usually it is no mail server, or a trap for spammers.',
    doThis: ['Check host and port at your provider.', 'Use another port that works.'],
    source: rfc(5321, '4.5.3.1.5'),
  }),
  ruleFor('out-of-step', 'protocol-violation', caused('out-of-step'), {
    title: 'The server answers what nobody asked',
    why: 'More answers came than questions were put, so none can be trusted. Often a box on the way that inspects mail adds them.',
    doThis: ['Use port 465, where such boxes cannot read along.', 'Switch mail inspection off where you can.'],
    source: rfc(5321, '4.2'),
  }),
  otherwise('broken-smtp', 'protocol-violation', always, {
    title: 'The server’s answers make no sense',
    why: 'They break the rules of SMTP. Often a box on the way that inspects mail changes them.',
    doThis: [
      'Use port 465, where such boxes cannot read along.',
      'Ask whoever runs this network about “SMTP inspection”.',
    ],
    source: rfc(5321, '4.2'),
  }),
  refusal('accepts-no-mail', { at: ['greeting', 'ehlo'], codes: [521] }, (_failure, { host }) => ({
    title: 'This machine takes no mail at all',
    why: `The code 521 means that ${host} is no mail server, on purpose.`,
    doThis: ['Compare the host with your provider’s own page.'],
    source: rfc(7504),
  })),
  refusal(
    'too-many-connections',
    { at: ['greeting'], codes: [421] },
    {
      title: 'The server is not taking connections now',
      why: 'It asked to come back later: too busy, or too many connections from this address.',
      doThis: ['Wait a few minutes, then test again.', 'Make sure no other program keeps connecting.'],
      source: rfc(5321, '3.8'),
    },
  ),
  refusal(
    'port-25-refuses',
    { at: ['greeting'], codes: 'permanent', when: ({ reply }, { port }) => port === 25 && reply.code !== 521 },
    {
      severity: 'note',
      title: 'Port 25 refuses this computer, and that is usual',
      why: 'It is for mail between servers, and turns away addresses of homes and hosting accounts.',
      doThis: ['Use port 465 or 587, which are for logging in.'],
      source: rfc(6409, '3.1'),
    },
  ),
  otherRefusal(
    'greeting-refused',
    { at: ['greeting'], codes: 'permanent' },
    {
      title: 'The server refuses this computer',
      why: 'It answered, and will not talk to this address. Usually the address is on a blocklist, or has no name in DNS. Its own words are below.',
      doThis: [
        'Read the server’s words: a link in them leads to the reason.',
        'Use port 465 or 587 if this is another one.',
        'Show the words to whoever runs the server.',
      ],
      source: rfc(5321, '3.1'),
    },
  ),
  otherRefusal(
    'greeting-later',
    { at: ['greeting'], codes: 'transient' },
    {
      title: 'The server puts this computer off',
      why: 'It gave a temporary answer before anything was asked. Its own words are below.',
      doThis: ['Wait a few minutes, then test again.'],
      source: rfc(5321, '4.2.1'),
    },
  ),
  refusal(
    'ehlo-name-refused',
    { at: ['ehlo'], codes: [501, 504] },
    {
      title: 'The server dislikes the name this computer gives',
      why: 'Every client introduces itself with EHLO and a name. Some servers want a full host name there and refuse anything else.',
      doThis: [nameAdvice],
      source: rfc(5321, '4.1.4'),
    },
  ),
  refusal(
    'ehlo-unknown',
    { at: ['ehlo'], codes: [500, 502] },
    {
      title: 'The server does not know EHLO',
      why: 'It is very old, or something on the way hides what it can do. Without EHLO there is no encryption and no login.',
      doThis: ['Use port 465, where nothing on the way can interfere.', 'Check host and port at your provider.'],
      source: rfc(5321, '4.1.1.1'),
    },
  ),
  refusal('ehlo-wants-login', { at: ['ehlo'], codes: [530] }, (_failure, { port }) => ({
    title: `Port ${port} seems to belong to file transfer (FTP)`,
    why: 'It greets like a mail server and then wants a login before anything else, as FTP does.',
    doThis: [outgoing],
    source: rfc(959, '5.4'),
  })),
  refusal(
    'ehlo-busy',
    { at: ['ehlo'], codes: [421] },
    {
      title: 'The server closes the connection for now',
      why: 'It greeted and then asked to come back later: too busy, or too many connections from this address.',
      doThis: ['Wait a few minutes, then test again.'],
      source: rfc(5321, '3.8'),
    },
  ),
  otherRefusal(
    'ehlo-refused',
    { at: ['ehlo'], codes: 'permanent' },
    {
      title: 'The server refuses to go on after EHLO',
      why: 'It will not talk to this address or to the name this computer gave. Its own words are below.',
      doThis: [nameAdvice, 'Show the server’s words to whoever runs it.'],
      source: rfc(5321, '4.1.1.1'),
    },
  ),
  otherRefusal(
    'ehlo-later',
    { at: ['ehlo'], codes: 'transient' },
    {
      title: 'The server puts EHLO off',
      why: 'It gave a temporary answer. Its own words are below.',
      doThis: ['Wait a few minutes, then test again.'],
      source: rfc(5321, '4.2.1'),
    },
  ),
];
