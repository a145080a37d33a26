/** A connection that was made and then ended or fell silent, stage by stage; RFC 5321 §4.5.3.2 names the patience due. */
import type { Stage } from '@/lib/smtp/outcome';
import { usualSecurity } from '@/lib/smtp/endpoint';
import type { Evidence, Rule } from '../finding';
import { offer, otherSecurity, worksOtherwise } from '../other-security';
import { always, envelope, otherwise, rfc, ruleFor, type FailureOf } from '../rule-table';
import { nobodySpoke } from '../run-facts';
import { seconds } from '../shown';

const testAgain = 'Wait a few minutes and test again.';
const useAnother = 'Use another port that works.';

/** The port as the provider lists it, else as it usually is. */
function expected({ variant, port }: Evidence): string {
  return variant?.ports.find((offered) => offered.port === port)?.security ?? usualSecurity(port);
}

type Quiet = 'swallowed' | 'wants-tls' | 'inside-tls' | 'partial' | 'nothing';

function quietGreeting(failure: FailureOf<'timed-out'>, evidence: Evidence): Quiet | undefined {
  if (failure.stage !== 'greeting') return undefined;
  if (failure.secured) return 'inside-tls';
  if (failure.bytes > 0) return 'partial';
  if (nobodySpoke(evidence)) return 'swallowed';
  const other = otherSecurity(evidence);
  const isLikely = expected(evidence) === 'implicit-tls' || worksOtherwise(evidence);
  return other?.security === 'implicit-tls' && isLikely ? 'wants-tls' : 'nothing';
}

const quiet = (kind: Quiet) => (failure: FailureOf<'timed-out'>, evidence: Evidence) =>
  quietGreeting(failure, evidence) === kind;
const at =
  (...stages: Stage[]) =>
  ({ stage }: { stage: Stage }) =>
    stages.includes(stage);

export const interruptionRules: readonly Rule[] = [
  ruleFor('mail-swallowed', 'timed-out', quiet('swallowed'), {
    title: 'Something here accepts mail connections and stays silent',
    why: 'Every port took the connection and nobody spoke. Usually an antivirus program, VPN or proxy on the way answers in the server’s place.',
    doThis: [
      'Switch off the mail protection of the antivirus program or the VPN for a moment, and test again.',
      'Test from another network to see the difference.',
    ],
    source: rfc(5321, '4.5.3.2'),
  }),
  ruleFor('wants-implicit-tls', 'timed-out', quiet('wants-tls'), (_failure, evidence) => ({
    title: `Port ${evidence.port} waits for encryption from the first byte`,
    why: 'The server said nothing, because on this port the client has to begin, with implicit TLS.',
    doThis: [`Set the encryption of port ${evidence.port} to implicit TLS and test again.`],
    source: rfc(8314, '3.3'),
    ...offer(otherSecurity(evidence)),
  })),
  ruleFor('silent-inside-tls', 'timed-out', quiet('inside-tls'), (_failure, { port }) => ({
    title: `Port ${port} encrypts, but no mail server speaks there`,
    why: 'Encryption was agreed on, and then no greeting came. A web server waits like this.',
    doThis: ['Use the outgoing (SMTP) server and one of its ports: 465, 587 or 2525.'],
    source: rfc(5321, '3.1'),
  })),
  ruleFor('greeting-dribbles', 'timed-out', quiet('partial'), ({ afterMs, bytes }) => ({
    title: 'The server never finishes its greeting',
    why: `${bytes} bytes came in ${seconds(afterMs)} and no end. Some servers slow down unknown senders so; a broken proxy looks the same.`,
    doThis: [useAnother, testAgain],
    source: rfc(5321, '4.5.3.2.1'),
  })),
  ruleFor('silent-at-greeting', 'timed-out', quiet('nothing'), ({ afterMs }, evidence) => ({
    title: `Port ${evidence.port} connects, but nobody speaks`,
    why: `No greeting came within ${seconds(afterMs)}. Usually a filter on the way swallows it, or the server is overloaded.`,
    doThis: [
      ...(otherSecurity(evidence) === undefined ? [] : [`Try port ${evidence.port} with implicit TLS.`]),
      useAnother,
    ],
    source: rfc(5321, '4.5.3.2.1'),
    ...offer(otherSecurity(evidence)),
  })),
  ruleFor(
    'handshake-silent',
    'timed-out',
    ({ stage }, { security }) => stage === 'tls' && security !== 'starttls',
    (failure, evidence) => ({
      title: `Port ${evidence.port} does not answer when encryption begins`,
      why: `It accepted the connection and then said nothing for ${seconds(failure.afterMs)}. Either it wants STARTTLS and waits, or a filter on the way swallows encryption.`,
      doThis: [
        ...(otherSecurity(evidence) === undefined ? [] : [`Try port ${evidence.port} with STARTTLS.`]),
        useAnother,
      ],
      source: rfc(8314, '3.3'),
      ...offer(otherSecurity(evidence)),
    }),
  ),
  ruleFor('handshake-swallowed', 'timed-out', ({ stage }, { security }) => stage === 'tls' && security === 'starttls', {
    title: 'Encryption was agreed on and then nothing came',
    why: 'The server said yes to STARTTLS, and the handshake got no answer. Usually a box on the way swallows it.',
    doThis: ['Use port 465, which begins with encryption.', 'Test from another network to see the difference.'],
    source: rfc(3207, '4'),
  }),
  ruleFor('ehlo-swallowed', 'timed-out', at('ehlo', 'starttls'), ({ stage, afterMs }) => ({
    title: `The server did not answer ${stage === 'ehlo' ? 'EHLO' : 'STARTTLS'}`,
    why: `It greeted, and then said nothing for ${seconds(afterMs)}. Usually a filter on the way swallows this command, or the server hangs.`,
    doThis: [useAnother, testAgain],
    source: rfc(5321, '4.1.1.1'),
  })),
  ruleFor('login-held-back', 'timed-out', at('auth'), ({ afterMs }) => ({
    title: 'The server does not answer the login',
    why: `${seconds(afterMs)} passed. Servers slow down after wrong passwords, and a hanging login service looks the same. It says nothing about this password.`,
    doThis: ['Wait at least 15 minutes, then try once.', 'Make sure no other program keeps trying an old password.'],
    source: rfc(4954, '4'),
  })),
  ruleFor('envelope-stalled', 'timed-out', at('mail-from', 'rcpt-to'), ({ stage, afterMs }) => ({
    title: `The server takes too long over the ${stage === 'mail-from' ? 'sender' : 'recipient'}`,
    why: `No answer came within ${seconds(afterMs)}. Some servers ask the other mail server first, or slow down unknown senders.`,
    doThis: ['Send again in a few minutes.', 'Try another recipient.'],
    source: rfc(5321, '4.5.3.2.3'),
  })),
  ruleFor('message-stalled', 'timed-out', at('data'), ({ afterMs }) => ({
    title: 'The server stopped while the message was handed over',
    why: `Nothing came for ${seconds(afterMs)}, and the message was not completed. It was not sent.`,
    doThis: ['Send again in a few minutes.', useAnother],
    source: rfc(5321, '4.5.3.2.5'),
  })),
  ruleFor(
    'cut-before-greeting',
    'closed-by-peer',
    ({ stage, secured }) => stage === 'connect' || (stage === 'greeting' && !secured),
    ({ how }) => ({
      title: `The server ${how === 'reset' ? 'cuts the connection' : 'hangs up'} before its first word`,
      why: 'It accepted the connection and ended it at once. Usually it blocks this address, for instance after failed logins, or has too many connections.',
      doThis: ['Wait 30 minutes and test again.', useAnother, 'Test from another network to see the difference.'],
      source: rfc(5321, '3.1'),
    }),
  ),
  ruleFor(
    'cut-inside-tls',
    'closed-by-peer',
    ({ stage, secured }) => stage === 'greeting' && secured,
    (_failure, { port }) => ({
      title: `Port ${port} encrypts and then hangs up`,
      why: 'Encryption was agreed on, and the other side left without a greeting. Usually the service behind it is down, or it is no mail server.',
      doThis: [useAnother, testAgain],
      source: rfc(5321, '3.1'),
    }),
  ),
  ruleFor('handshake-cut', 'closed-by-peer', at('tls'), (_failure, evidence) => ({
    title: 'The connection is cut as soon as encryption begins',
    why: 'Usually a filter on the way does not let encrypted mail through, or the port does not expect encryption at this point.',
    doThis: [
      ...(evidence.security === 'implicit-tls' && otherSecurity(evidence) !== undefined
        ? [`Try port ${evidence.port} with STARTTLS.`]
        : []),
      useAnother,
      'Test from another network to see the difference.',
    ],
    source: rfc(8446, '6.1'),
    ...(evidence.security === 'implicit-tls' ? offer(otherSecurity(evidence)) : {}),
  })),
  ruleFor('cut-at-ehlo', 'closed-by-peer', at('ehlo', 'starttls'), ({ stage }) => ({
    title: `The server hangs up after ${stage === 'ehlo' ? 'EHLO' : 'STARTTLS'}`,
    why: 'It greeted and then left without a reason. It may dislike the name this computer gave, or something on the way interferes.',
    doThis: [useAnother, testAgain],
    source: rfc(5321, '4.1.1.1'),
  })),
  ruleFor('cut-at-login', 'closed-by-peer', at('auth'), {
    title: 'The server hangs up when asked to log in',
    why: 'It gave no answer at all. Usually its login service is out of order, or it blocks this address. It says nothing about the password.',
    doThis: ['Wait 15 minutes, then try once.', 'Look at your provider’s status page.'],
    source: rfc(4954, '4'),
  }),
  ruleFor('cut-in-envelope', 'closed-by-peer', at(...envelope), {
    title: 'The server hung up before it had the message',
    why: 'The connection ended without a reply. The message was not complete, so it was not sent.',
    doThis: ['Send again in a few minutes.', useAnother],
    source: rfc(5321, '3.8'),
  }),
  otherwise('closed-by-peer', 'closed-by-peer', always, ({ how, stage }) => ({
    title: how === 'reset' ? 'The connection was cut off' : 'The server hung up',
    why: `The other side ended the connection at the stage “${stage}” without giving a reason.`,
    doThis: [testAgain, useAnother],
    source: rfc(5321, '3.8'),
  })),
];
