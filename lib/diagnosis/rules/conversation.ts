import type { Rule } from '../finding';
import { always, replied, rfc, ruleFor } from '../rule-table';

const passwordAdvice = [
  'Type or paste the password again, without blanks around it.',
  'Check the user name: most providers want the whole email address.',
  'If the account uses two-step login, make an app password.',
];
const connected = 'The server, port and encryption are right.';

export const greetingRules: readonly Rule[] = [
  ruleFor(
    'greeting-busy',
    'negative-reply',
    ({ stage, reply }) => (stage === 'greeting' || stage === 'ehlo') && reply.code < 500,
    () => ({
      title: 'The server is not taking connections now',
      why: 'It asked to come back later: too busy, or too many connections from this address.',
      doThis: ['Wait a few minutes, then test again.'],
      source: rfc(5321),
    }),
  ),
  ruleFor(
    'greeting-refused',
    'negative-reply',
    ({ stage, reply }) => (stage === 'greeting' || stage === 'ehlo') && reply.code >= 500,
    () => ({
      title: 'The server refuses this computer',
      why: 'It answered, but will not talk to this address or to the name Outport gave. Read its own words below.',
      doThis: [
        'Use port 465 or 587, which are for logging in; port 25 often refuses home and hosting addresses.',
        'Show the server’s words to your provider.',
      ],
      source: rfc(5321),
    }),
  ),
];

export const authRules: readonly Rule[] = [
  ruleFor(
    'oauth-only',
    'auth-not-offered',
    ({ mechanisms }) => mechanisms.some((name) => name === 'XOAUTH2' || name === 'OAUTHBEARER'),
    () => ({
      title: 'This server takes no passwords',
      why: 'It offers only OAuth, a sign-in through the browser. Your password was not sent.',
      doThis: [
        'Look whether your provider offers app passwords or a separate SMTP password.',
        'Otherwise use a program that can sign in with OAuth for this provider.',
      ],
      source: rfc(7628),
    }),
  ),
  ruleFor(
    'login-not-offered',
    'auth-not-offered',
    ({ mechanisms }) => !mechanisms.some((name) => name === 'XOAUTH2' || name === 'OAUTHBEARER'),
    ({ mechanisms }) => ({
      title: 'This port offers no way to log in',
      why:
        mechanisms.length === 0
          ? 'The server did not ask for a login on this port. Your password was not sent.'
          : `The server offers only ${mechanisms.join(', ')}. Your password was not sent.`,
      doThis: [
        'Use port 465 or 587, where providers take logins.',
        'If the server needs no login, say so on the account page.',
      ],
      source: rfc(4954),
    }),
  ),
  ruleFor('app-password', 'negative-reply', replied(['auth'], [534]), () => ({
    title: 'The server wants another kind of password',
    why: `${connected} It asked for something stronger than this password, usually an app password.`,
    doThis: ['Make an app password at your provider and use it here.'],
    source: rfc(4954),
  })),
  ruleFor('password-refused', 'negative-reply', replied(['auth'], [535, 530, 538, 550, 554, 501, 525, 504]), () => ({
    title: 'The server refused the login',
    why: `${connected} The user name or the password is usually wrong, or this account may not send by SMTP.`,
    doThis: passwordAdvice,
    source: rfc(4954),
  })),
  ruleFor(
    'login-later',
    'negative-reply',
    ({ stage, reply }) => stage === 'auth' && reply.code < 500,
    () => ({
      title: 'The server cannot log anybody in right now',
      why: `${connected} The answer is a temporary one: too many tries, or a fault on its side. It says nothing about the password.`,
      doThis: ['Wait at least 15 minutes before the next try; more tries can lock the account.'],
      source: rfc(4954),
    }),
  ),
];

export const deliveryRules: readonly Rule[] = [
  ruleFor('login-required', 'negative-reply', replied(['mail-from', 'rcpt-to', 'data'], [530]), () => ({
    title: 'The server wants a login first',
    why: 'It takes mail only from people who logged in.',
    doThis: ['Go back to the account page and give user name and password.'],
    source: rfc(6409),
  })),
  ruleFor(
    'recipient-unknown',
    'negative-reply',
    replied(['rcpt-to', 'data'], [550, 551, 553], /^5\.1\.[0123]$/),
    (_f, { to }) => ({
      title: 'The server does not take mail for this recipient',
      why: `${connected} ${to ?? 'The recipient'} does not exist there, or is mistyped.`,
      doThis: ['Check the address, or send the test to another one.'],
      source: rfc(3463),
    }),
  ),
  ruleFor('too-large', 'negative-reply', replied(['mail-from', 'data'], [552], /^5\.[23]\./), () => ({
    title: 'The server found the message too large or the mailbox full',
    why: `${connected} The test email is about 2 kB, so a full mailbox or used-up quota is more likely.`,
    doThis: ['Look at the storage and sending limits of the account.'],
    source: rfc(3463),
  })),
  ruleFor(
    'relay-denied',
    'negative-reply',
    ({ stage, reply }, { username }) =>
      stage === 'rcpt-to' && [550, 554, 551].includes(reply.code) && username === undefined,
    () => ({
      title: 'The server will not pass mail on without a login',
      why: 'Without a login it takes mail only for its own people, or from addresses it knows.',
      doThis: [
        'Go back to the account page and give user name and password.',
        'If the server knows you by address, have the public address of this computer added.',
      ],
      source: rfc(5321),
    }),
  ),
  ruleFor(
    'sender-refused',
    'negative-reply',
    ({ stage, reply }) =>
      reply.code >= 500 && (stage === 'mail-from' || (stage === 'data' && /^5\.7\./.test(reply.enhanced ?? ''))),
    (_f, { from }) => ({
      title: 'The server refused this sender',
      why: `${connected} It usually means that the account may not send as ${from ?? 'this address'}.`,
      doThis: ['Use the address you log in with as the sender.', 'Or have this sender verified at your provider.'],
      source: rfc(6409),
    }),
  ),
  ruleFor(
    'try-later',
    'negative-reply',
    ({ stage, reply }) => ['mail-from', 'rcpt-to', 'data'].includes(stage) && reply.code < 500,
    () => ({
      title: 'The server asks to try again later',
      why: `${connected} It gave a temporary answer: a limit, a check of new senders (greylisting), or a fault on its side.`,
      doThis: ['Wait 15 minutes and send again.'],
      source: rfc(5321),
    }),
  ),
  ruleFor(
    'message-refused',
    'negative-reply',
    ({ stage, reply }) => ['rcpt-to', 'data'].includes(stage) && reply.code >= 500,
    () => ({
      title: 'The server refused the message',
      why: `${connected} Its own words below say why; sender, recipient or content did not suit it.`,
      doThis: ['Read the server’s words and search them at your provider.', 'Try another sender or recipient.'],
      source: rfc(5321),
    }),
  ),
  ruleFor('no-utf8', 'extension-missing', always, ({ extension }) => ({
    title:
      extension === 'SMTPUTF8'
        ? 'The server cannot handle letters like é or ü in addresses'
        : 'The server does not say how large a message may be',
    why: 'An address with such letters before the @ needs an extension that this server does not have.',
    doThis: ['Use an address with plain letters.'],
    source: rfc(6531),
  })),
  ruleFor('our-mistake', 'unexpected', always, () => ({
    title: 'Outport made a mistake',
    why: 'This is our mistake, not your server’s. It says nothing about your settings.',
    doThis: ['Test again. If it happens again, report it with the steps that led here.'],
    source: 'https://www.rfc-editor.org/rfc/rfc5321',
  })),
  ruleFor('other-refusal', 'negative-reply', always, ({ reply }) => ({
    title: `The server answered ${reply.code}`,
    why: 'Outport does not know this answer in this place. The server’s own words are below.',
    doThis: ['Show the words to your provider.'],
    source: rfc(5321),
  })),
];
