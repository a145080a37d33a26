/** What EHLO says about logging in (RFC 4954 §3), before any password is sent. */
import type { Rule } from '../finding';
import { always, otherwise, rfc, ruleFor, type FailureOf } from '../rule-table';
import { listed } from '../shown';

const oauth = ['XOAUTH2', 'OAUTHBEARER'];

type Offer = 'oauth-only' | 'in-the-clear' | 'none' | 'others';

function offered({ mechanisms, secured }: FailureOf<'auth-not-offered'>): Offer {
  if (mechanisms.some((name) => oauth.includes(name))) return 'oauth-only';
  if (mechanisms.length > 0) return 'others';
  return secured ? 'none' : 'in-the-clear';
}
const offers = (kind: Offer) => (failure: FailureOf<'auth-not-offered'>) => offered(failure) === kind;

export const loginOfferRules: readonly Rule[] = [
  ruleFor('oauth-only', 'auth-not-offered', offers('oauth-only'), {
    title: 'This server takes no passwords',
    why: 'It offers only OAuth, a sign-in through the browser. Your password was not sent.',
    doThis: [
      'Look whether your provider offers app passwords or a separate SMTP password.',
      'Otherwise use a program that can sign in with OAuth for this provider.',
    ],
    source: rfc(7628),
  }),
  ruleFor('login-hidden-in-the-clear', 'auth-not-offered', offers('in-the-clear'), {
    title: 'The server offers a login only with encryption',
    why: 'Over this unencrypted connection it showed none. Your password was not sent.',
    doThis: ['Use a port that encrypts: 465 or 587.'],
    source: rfc(4954, '4'),
  }),
  ruleFor('login-not-offered', 'auth-not-offered', offers('none'), (_failure, { port }) => ({
    title: 'This port offers no way to log in',
    why: `The server listed no login on port ${port}. Your password was not sent.`,
    doThis: [
      'Use port 465 or 587, where providers take logins.',
      'If the server needs no login, say so on the account page.',
    ],
    source: rfc(6409, '4.3'),
  })),
  otherwise('login-of-another-kind', 'auth-not-offered', always, ({ mechanisms }) => ({
    title: 'The server offers no login by password',
    why: `It offers only ${listed(mechanisms)}, which are for programs inside its own network. Your password was not sent.`,
    doThis: [
      'Use the port your provider names for logging in by password, usually 465 or 587.',
      'Ask whoever runs the server to allow PLAIN or LOGIN over encryption.',
    ],
    source: rfc(4954, '3'),
  })),
];
