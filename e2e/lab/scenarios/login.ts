/** Logging in at scripted servers: every kind of refusal, and where the password never goes. */
import type { Line } from '@/lib/network/testing/scripted-server';
import { expect, goodbye, hangUp, say, secured, silence } from '../dialogue';
import { credentials } from '../job';
import type { FailureFacts, ScenarioEntry, Sight, Witness } from '../scenario';
import { on587 } from './usual-endpoints';

const refused = (code: number, facts: Omit<FailureFacts, 'kind'> = {}): FailureFacts => ({
  kind: 'negative-reply',
  stage: 'auth',
  secured: true,
  reply: { code },
  ...facts,
});

/** A scripted server that answers AUTH PLAIN with these lines. */
function answers(
  id: string,
  what: string,
  lines: readonly Line[],
  failure: FailureFacts,
  finding: string,
  sees: readonly Sight[],
  witness: Partial<Witness> = {},
): ScenarioEntry {
  return {
    id,
    what,
    servers: { 587: { says: [...secured(), expect(/^AUTH PLAIN \S+$/i), ...lines, ...goodbye] } },
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'failed', failure, finding }],
    witness: { sees: ['> AUTH PLAIN', ...sees], ...witness },
    record: { neverHeard: [/^MAIL/i] },
  };
}

/** A server that announces only these mechanisms; the password stays here. */
function announcesOnly(
  id: string,
  what: string,
  keywords: readonly string[],
  mechanisms: readonly string[],
  finding: string,
): ScenarioEntry {
  return {
    id,
    what,
    servers: { 587: { says: [...secured(keywords), ...goodbye] } },
    ask: { message: { ...on587, ...credentials } },
    truth: [
      { status: 'failed', failure: { kind: 'auth-not-offered', stage: 'auth', secured: true, mechanisms }, finding },
    ],
    witness: { sees: ['certificate: trusted', /^< 250[ -]/], login: 'none' },
    record: { neverHeard: [/^AUTH/i, /^MAIL/i] },
  };
}

export const loginScenarios: readonly ScenarioEntry[] = [
  announcesOnly(
    'no-login-offered',
    'no AUTH is announced inside TLS',
    ['PIPELINING', '8BITMIME'],
    [],
    'login-not-offered',
  ),
  announcesOnly(
    'oauthbearer-only',
    'OAUTHBEARER and XOAUTH2 are announced',
    ['AUTH XOAUTH2 OAUTHBEARER'],
    ['XOAUTH2', 'OAUTHBEARER'],
    'oauth-only',
  ),
  announcesOnly(
    'ntlm-only',
    'NTLM and GSSAPI are announced',
    ['AUTH NTLM GSSAPI'],
    ['NTLM', 'GSSAPI'],
    'login-of-another-kind',
  ),
  answers(
    'login-app-password',
    'the provider wants an app password',
    [
      say(
        '534-5.7.9 Application-specific password required. Learn more at\r\n534 5.7.9 https://support.example/mail InvalidSecondFactor\r\n',
      ),
    ],
    refused(534, { reply: { code: 534, enhanced: '5.7.9' } }),
    'stronger-login-wanted',
    [/^< 534-5\.7\.9/, /^< 534 /],
  ),
  answers(
    'login-temporary',
    'the login service is down',
    [say('454 4.7.0 Temporary authentication failure\r\n')],
    refused(454),
    'login-service-down',
    [/^< 454 4\.7\.0/],
  ),
  answers(
    'login-too-often',
    'too many tries, the server ends the session',
    [say('421 4.7.0 Too many login attempts, please try again later\r\n'), hangUp],
    refused(421),
    'too-many-logins',
    [/^< 421 4\.7\.0/],
  ),
  answers(
    'login-too-often-in-words',
    'too many tries, said with the code of a fault, and how long to wait',
    [say('454 4.7.0 Too many failed login attempts, try again in 15 minutes\r\n')],
    refused(454),
    'too-many-logins-in-words',
    [/^< 454 4\.7\.0 Too many/],
  ),
  answers(
    'login-disabled',
    'password logins are switched off for the organisation',
    [say('535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.\r\n')],
    refused(535, { reply: { code: 535, enhanced: '5.7.139' } }),
    'microsoft-smtp-auth-off',
    [/^< 535 5\.7\.139/],
  ),
  answers(
    'login-needs-transition',
    'the password has to be renewed once on the web',
    [say('432 4.7.12 A password transition is needed\r\n')],
    refused(432),
    'password-transition',
    [/^< 432/],
  ),
  answers(
    'login-mechanism-unknown',
    'AUTH PLAIN is announced and then unknown',
    [say('504 5.5.4 Unrecognized authentication type\r\n')],
    refused(504),
    'mechanism-refused',
    [/^< 504/],
  ),
  answers(
    'login-address-blocked',
    'this address is not on the list of the account',
    [say('525 5.7.1 Unauthorized IP address\r\n')],
    refused(525),
    'address-not-allowed',
    [/^< 525/],
  ),
  answers(
    'login-hangs-up',
    'the server hangs up on AUTH',
    [hangUp],
    { kind: 'closed-by-peer', stage: 'auth', secured: true, how: 'end' },
    'cut-at-login',
    ['closed'],
  ),
  answers('login-unexplained', 'an answer nobody knows', [say('599 no\r\n')], refused(599), 'login-refused', [
    /^< 599/,
  ]),
  {
    ...answers(
      'login-silent',
      'the server never answers AUTH',
      [silence],
      { kind: 'timed-out', stage: 'auth', secured: true, bytes: 0 },
      'login-held-back',
      ['silence'],
    ),
  },
  {
    id: 'login-repeats-password',
    what: 'the server repeats the password in its refusal',
    servers: {
      587: {
        says: [
          ...secured(),
          expect(/^AUTH PLAIN \S+$/i),
          say(`535 5.7.8 Wrong: ${credentials.password}\r\n`),
          ...goodbye,
        ],
      },
    },
    ask: { message: { ...on587, ...credentials } },
    truth: [
      {
        status: 'failed',
        failure: refused(535, { reply: { text: [/^5\.7\.8 Wrong: \[hidden\]$/] } }),
        finding: 'password-refused',
      },
    ],
    witness: { sees: [/^< 535 5\.7\.8 Wrong: correct horse battery staple$/] },
  },
];
