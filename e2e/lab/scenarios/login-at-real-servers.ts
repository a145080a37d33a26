/** What real servers answer to a login: Exim, Dovecot, Postfix. */
import { credentials } from '../job';
import type { FailureFacts, ScenarioEntry } from '../scenario';
import { on465, on587 } from './usual-endpoints';

const wrong = { username: credentials.username, password: 'not the password' } as const;

const refused = (code: number, facts: Omit<FailureFacts, 'kind'> = {}): FailureFacts => ({
  kind: 'negative-reply',
  stage: 'auth',
  secured: true,
  reply: { code },
  ...facts,
});

export const realLoginScenarios: readonly ScenarioEntry[] = [
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
