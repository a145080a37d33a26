import type { Rule } from '../finding';
import { always, rfc, ruleFor } from '../rule-table';

const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;
const tryOthers = [
  'Use another port that works; the list shows which.',
  'If none works, ask your web host or internet provider whether it blocks outgoing mail ports.',
];

export const connectRules: readonly Rule[] = [
  ruleFor(
    'port-25-silent',
    'timed-out',
    ({ stage }, { port }) => stage === 'connect' && port === 25,
    () => ({
      severity: 'note',
      title: 'Port 25 gave no answer, and that is normal',
      why: 'Most web hosts and internet providers close it against spam. It is meant for mail between servers; your site does not need it.',
      doThis: ['Nothing: use 465 or 587.'],
      source: rfc(5068),
    }),
  ),
  ruleFor(
    'port-silent',
    'timed-out',
    ({ stage }) => stage === 'connect',
    ({ afterMs }, { port, host }) => ({
      title: `Port ${port} gave no answer`,
      why: `Nothing came back from ${host} within ${seconds(afterMs)}. Usually something on the way drops the connection, or the server does not offer this port.`,
      doThis: tryOthers,
      source: rfc(9293),
    }),
  ),
  ruleFor('port-refused', 'refused', always, (_f, { port, host }) => ({
    title: `Port ${port} is closed`,
    why: `The connection to ${host} was refused at once. Usually nothing listens on this port; a firewall that says no looks the same.`,
    doThis: ['Check the port number at your provider.', ...tryOthers],
    source: rfc(9293),
  })),
  ruleFor(
    'system-forbids',
    'unreachable',
    ({ cause }) => cause === 'denied-by-system',
    (_f, { port }) => ({
      title: `This computer does not allow connections to port ${port}`,
      why: 'The operating system itself said no, before anything was sent: a local firewall or a rule of the hosting platform.',
      doThis: ['Look at the firewall of this computer, or ask whoever runs it.'],
      source: 'https://man7.org/linux/man-pages/man2/connect.2.html',
    }),
  ),
  ruleFor(
    'no-route',
    'unreachable',
    ({ local }) => local,
    (_f, { host }) => ({
      title: `This computer knows no way to ${host}`,
      why: 'It has no network connection of the kind that address needs. Often there is no IPv6 here.',
      doThis: ['Check that this computer is online.', 'Test again.'],
      source: 'https://man7.org/linux/man-pages/man2/connect.2.html',
    }),
  ),
  ruleFor(
    'unreachable',
    'unreachable',
    ({ local }) => !local,
    (_f, { host }) => ({
      title: `${host} cannot be reached from here`,
      why: 'A router on the way said so. It may be out of order, or forbid this connection.',
      doThis: tryOthers,
      source: rfc(792),
    }),
  ),
  ruleFor(
    'silent-at-greeting',
    'timed-out',
    ({ stage }) => stage === 'greeting',
    ({ afterMs }, { port }) => ({
      title: `Port ${port} connects, but nobody speaks`,
      why: `The server sent no greeting within ${seconds(afterMs)}. A server that expects encryption from the first byte waits like this, and so does a filter that swallows mail.`,
      doThis: [
        'If this is not one of the usual ports, try it with implicit TLS.',
        'Otherwise use another port that works.',
      ],
      source: rfc(5321),
    }),
  ),
  ruleFor(
    'silent-later',
    'timed-out',
    ({ stage }) => stage !== 'connect' && stage !== 'greeting',
    ({ afterMs, stage }) => ({
      title: 'The server stopped answering',
      why: `It accepted the connection and then said nothing for ${seconds(afterMs)} at the stage “${stage}”.`,
      doThis: ['Test again in a minute.', 'If it stays so, use another port.'],
      source: rfc(5321),
    }),
  ),
  ruleFor('closed-by-peer', 'closed-by-peer', always, ({ how, stage }) => ({
    title: how === 'reset' ? 'The connection was cut off' : 'The server hung up',
    why: `The other side ended the connection at the stage “${stage}” without giving a reason. It may block this address, be overloaded, or something between may interfere.`,
    doThis: ['Wait a few minutes and test again.', 'Use another port that works.'],
    source: rfc(5321),
  })),
  ruleFor(
    'not-smtp',
    'protocol-violation',
    ({ cause }) => cause === 'not-smtp',
    (_f, { port }) => ({
      title: `Port ${port} is not a mail sending port`,
      why: 'Something answers there, but it does not speak SMTP. It may be the server for incoming mail, or another service.',
      doThis: ['Use the outgoing (SMTP) server and one of its ports: 465, 587 or 2525.'],
      source: rfc(5321),
    }),
  ),
  ruleFor(
    'injected',
    'protocol-violation',
    ({ cause }) => cause === 'data-before-tls',
    () => ({
      title: 'Something put words in before encryption started',
      why: 'After agreeing to encrypt, the other side sent more in the clear. A careful client must not believe that, so Outport stopped.',
      doThis: ['Use port 465, where encryption starts with the first byte.', 'Tell your provider what happened.'],
      source: `${rfc(3207)}#section-4.2`,
    }),
  ),
  ruleFor(
    'broken-smtp',
    'protocol-violation',
    ({ cause }) => cause !== 'not-smtp' && cause !== 'data-before-tls',
    () => ({
      title: 'The server’s answers make no sense',
      why: 'They break the rules of SMTP. Often a box on the way that inspects mail changes them.',
      doThis: [
        'Use port 465, where such boxes cannot read along.',
        'Ask whoever runs this network about “SMTP inspection”.',
      ],
      source: rfc(5321),
    }),
  ),
];
