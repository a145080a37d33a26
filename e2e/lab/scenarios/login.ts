/** Logging in: what real servers and scripted ones answer, and where the password never goes. */
import type { Line } from '@/lib/network/testing/scripted-server';
import { expect, goodbye, hangUp, loggedIn, say, secured, silence, takesMessage } from '../dialogue';
import { credentials } from '../job';
import type { FailureFacts, ScenarioEntry, Sight, Witness } from '../scenario';

const on587 = { port: 587, security: 'starttls' } as const;
const on465 = { port: 465, security: 'implicit-tls' } as const;
const wrong = { username: credentials.username, password: 'not the password' } as const;

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

const real: readonly ScenarioEntry[] = [
  {
    id: 'exim-wrong-password',
    what: 'Exim refuses a wrong password',
    servers: 'exim',
    ask: { message: { ...on587, ...wrong } },
    truth: [{ status: 'failed', failure: refused(535), finding: 'password-refused' }],
    witness: { sees: ['> AUTH PLAIN', /^< 535 Incorrect authentication data/] },
    record: { logged: /535 Incorrect authentication data/ },
  },
  {
    id: 'dovecot-wrong-password',
    what: 'Dovecot refuses a wrong password',
    servers: 'dovecot',
    ask: { message: { ...on465, ...wrong } },
    truth: [
      {
        status: 'failed',
        failure: refused(535, { reply: { code: 535, enhanced: '5.7.8' } }),
        finding: 'password-refused',
      },
    ],
    witness: { sees: ['> AUTH PLAIN', /^< 535 5\.7\.8/] },
  },
  {
    id: 'postfix-wrong-password',
    what: 'Postfix refuses a wrong password',
    servers: 'postfix',
    ask: { message: { ...on587, ...wrong } },
    truth: [
      {
        status: 'failed',
        failure: refused(535, { reply: { code: 535, enhanced: '5.7.8' } }),
        finding: 'password-refused',
      },
    ],
    witness: { sees: ['> AUTH PLAIN', /^< 535 5\.7\.8/] },
    record: { logged: /SASL PLAIN authentication failed/ },
  },
  {
    id: 'exim-offers-no-login',
    what: 'Exim offers no login on this port',
    servers: 'exim-without-login',
    ask: { message: { ...on587, ...credentials } },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'auth-not-offered', stage: 'auth', mechanisms: [] },
        finding: 'login-not-offered',
      },
    ],
    witness: { sees: ['> AUTH PLAIN', /^< 503 AUTH command used when not advertised/] },
  },
  {
    id: 'dovecot-oauth-only',
    what: 'Dovecot offers OAuth alone',
    servers: 'dovecot-oauth',
    ask: { message: { ...on587, ...credentials } },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'auth-not-offered', stage: 'auth', mechanisms: ['XOAUTH2'] },
        finding: 'oauth-only',
      },
    ],
    witness: { sees: [/^< 250[ -]AUTH XOAUTH2$/, /^< 5\d\d/] },
  },
  {
    id: 'dovecot-usable-without-password-login',
    what: 'Dovecot with OAuth alone is reachable; the probe says so and no more',
    servers: 'dovecot-oauth',
    ask: { probe: [on587] },
    truth: [{ status: 'usable', announces: ['AUTH XOAUTH2'] }],
    witness: { sees: ['certificate: trusted', /^< 250[ -]AUTH XOAUTH2$/] },
  },
];

const scripted: readonly ScenarioEntry[] = [
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
    'login-not-offered',
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
    'app-password',
    [/^< 534-5\.7\.9/, /^< 534 /],
  ),
  answers(
    'login-temporary',
    'the login service is down',
    [say('454 4.7.0 Temporary authentication failure\r\n')],
    refused(454),
    'login-later',
    [/^< 454 4\.7\.0/],
  ),
  answers(
    'login-too-often',
    'too many tries, the server ends the session',
    [say('421 4.7.0 Too many login attempts, please try again later\r\n'), hangUp],
    refused(421),
    'login-later',
    [/^< 421 4\.7\.0/],
  ),
  answers(
    'login-disabled',
    'password logins are switched off for the organisation',
    [say('535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.\r\n')],
    refused(535, { reply: { code: 535, enhanced: '5.7.139' } }),
    'password-refused',
    [/^< 535 5\.7\.139/],
  ),
  answers(
    'login-needs-transition',
    'the password has to be renewed once on the web',
    [say('432 4.7.12 A password transition is needed\r\n')],
    refused(432),
    'login-later',
    [/^< 432/],
  ),
  answers(
    'login-mechanism-unknown',
    'AUTH PLAIN is announced and then unknown',
    [say('504 5.5.4 Unrecognized authentication type\r\n')],
    refused(504),
    'password-refused',
    [/^< 504/],
  ),
  answers(
    'login-address-blocked',
    'this address is not on the list of the account',
    [say('525 5.7.1 Unauthorized IP address\r\n')],
    refused(525),
    'password-refused',
    [/^< 525/],
  ),
  answers(
    'login-hangs-up',
    'the server hangs up on AUTH',
    [hangUp],
    { kind: 'closed-by-peer', stage: 'auth', secured: true, how: 'end' },
    'closed-by-peer',
    ['closed'],
  ),
  answers('login-unexplained', 'an answer nobody knows', [say('599 no\r\n')], refused(599), 'other-refusal', [
    /^< 599/,
  ]),
  {
    ...answers(
      'login-silent',
      'the server never answers AUTH',
      [silence],
      { kind: 'timed-out', stage: 'auth', secured: true, bytes: 0 },
      'silent-later',
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

const dialogueOf = (login: readonly Line[]): Line[] => [...login, ...takesMessage(), ...goodbye];

const working: readonly ScenarioEntry[] = [
  {
    id: 'login-only-login',
    what: 'LOGIN is the only mechanism',
    servers: {
      587: {
        says: [
          ...secured(['AUTH LOGIN']),
          ...dialogueOf([
            expect(/^AUTH LOGIN$/i),
            say('334 VXNlcm5hbWU6\r\n'),
            expect(/^\S+$/),
            say('334 UGFzc3dvcmQ6\r\n'),
            expect(/^\S+$/),
            say('235 2.7.0 ok\r\n'),
          ]),
        ],
      },
    },
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'accepted' }],
    witness: { sees: ['> [password]', /^< 235/, /^< 250 2\.0\.0/], login: 'LOGIN' },
    record: { heard: [/^AUTH LOGIN$/, new RegExp(`^${Buffer.from(credentials.password).toString('base64')}$`)] },
  },
  {
    id: 'login-only-cram-md5',
    what: 'CRAM-MD5 is the only mechanism',
    servers: {
      587: {
        says: [
          ...secured(['AUTH CRAM-MD5']),
          ...dialogueOf([
            expect(/^AUTH CRAM-MD5$/i),
            say('334 PDEyMzQubGFiQGxhYi50ZXN0Pg==\r\n'),
            expect(/^\S+$/),
            say('235 2.7.0 ok\r\n'),
          ]),
        ],
      },
    },
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'accepted' }],
    witness: { sees: ['> [digest]', /^< 235/, /^< 250 2\.0\.0/], login: 'CRAM-MD5' },
    record: { heard: [/^AUTH CRAM-MD5$/], neverHeard: [/^AUTH PLAIN/] },
  },
  {
    id: 'login-old-form',
    what: 'AUTH is announced in its old form, AUTH=PLAIN',
    servers: { 587: { says: [...secured(['AUTH=PLAIN LOGIN']), ...dialogueOf(loggedIn)] } },
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'accepted' }],
    witness: { sees: [/^< 250[ -]AUTH=PLAIN LOGIN$/, /^< 235/, /^< 250 2\.0\.0/] },
  },
  {
    id: 'message-without-login',
    what: 'Exim takes mail without a login, and none is given',
    servers: 'exim-without-login',
    ask: { message: { ...on587 } },
    truth: [{ status: 'accepted', code: 250 }],
    witness: { sees: ['certificate: trusted', '> [message]', /^< 250 OK id=/] },
    record: { delivered: true },
  },
  {
    id: 'dovecot-accepts',
    what: 'Dovecot takes a message on 587 and hands it on',
    servers: 'dovecot',
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'accepted', code: 250 }],
    witness: { sees: ['certificate: trusted', /^< 235/, /^< 250/] },
    record: { delivered: true, logged: /Login: user=<lab>/ },
  },
  {
    id: 'postfix-accepts',
    what: 'Postfix takes a message on 465',
    servers: 'postfix',
    ask: { message: { ...on465, ...credentials } },
    truth: [{ status: 'accepted', code: 250, queueId: /^[0-9A-Za-z]+$/ }],
    witness: { sees: ['certificate: trusted', /^< 235/, /^< 250 2.0.0 Ok: queued/] },
    record: { delivered: true, logged: /sasl_username=lab/ },
  },
  {
    id: 'exim-accepts-587',
    what: 'Exim takes a message on 587',
    servers: 'exim',
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'accepted', code: 250 }],
    witness: { sees: ['certificate: trusted', /^< 235/, '> [message]', /^< 250 OK id=/] },
    record: { delivered: true, logged: /A=plain:lab/ },
  },
];

export const loginScenarios: readonly ScenarioEntry[] = [...real, ...scripted];
export const acceptedScenarios: readonly ScenarioEntry[] = working;
