/** Messages that Exim and Postfix refuse or put off. */
import { credentials } from '../job';
import type { AskedMessage, FailureFacts, RealServer, ScenarioEntry, Sight } from '../scenario';
import { on587 } from './usual-endpoints';

type Stage = 'mail-from' | 'rcpt-to' | 'data';

const refusal = (stage: Stage, code: number, enhanced?: string): FailureFacts => ({
  kind: 'negative-reply',
  stage,
  secured: true,
  reply: { code, ...(enhanced === undefined ? {} : { enhanced }) },
});

function real(
  id: string,
  what: string,
  servers: RealServer,
  extra: Partial<AskedMessage>,
  failure: FailureFacts,
  finding: string,
  sees: readonly Sight[],
): ScenarioEntry {
  return {
    id,
    what,
    servers,
    ask: { message: { ...on587, ...credentials, ...extra } },
    truth: [{ status: 'failed', failure, finding }],
    witness: { sees: ['certificate: trusted', ...sees] },
  };
}

export const realMessageScenarios: readonly ScenarioEntry[] = [
  real(
    'exim-greylists',
    'Exim puts the recipient off (greylisting)',
    'exim',
    { to: 'greylisted@lab.test' },
    refusal('rcpt-to', 451),
    'greylisted-in-words',
    ['> RCPT TO:<greylisted@lab.test>', /^< 451 greylisted/],
  ),
  real(
    'exim-unknown-recipient',
    'Exim does not know the recipient',
    'exim',
    { to: 'missing@lab.test' },
    refusal('rcpt-to', 550),
    'recipient-refused',
    ['> RCPT TO:<missing@lab.test>', /^< 550 unknown user/],
  ),
  real(
    'exim-mailbox-full',
    'Exim says that the mailbox is full',
    'exim',
    { to: 'full@lab.test' },
    refusal('rcpt-to', 552, '5.2.2'),
    'mailbox-full',
    [/^< 552 5\.2\.2 mailbox is full/],
  ),
  real(
    'exim-sender-not-own',
    'Exim refuses a sender that is not the account’s',
    'exim',
    { from: 'stranger@lab.test' },
    refusal('rcpt-to', 550, '5.7.1'),
    'client-policy',
    [/^< 550 5\.7\.1 you may not send/],
  ),
  real(
    'exim-too-large',
    'Exim takes no message over 1,000 bytes',
    'exim-small',
    {},
    { kind: 'extension-missing', stage: 'mail-from', secured: true, extension: 'SIZE' },
    'extension-missing',
    [/^< 250[ -]SIZE 1000$/],
  ),
  {
    ...real(
      'exim-relay-denied',
      'Exim passes nothing on without a login',
      'exim',
      {},
      refusal('rcpt-to', 550),
      'relay-denied',
      ['> RCPT TO:<postmaster@lab.test>', /^< 550 relay not permitted/],
    ),
    ask: { message: on587 },
  },
  {
    ...real(
      'postfix-relay-denied',
      'Postfix passes nothing on without a login',
      'postfix',
      {},
      refusal('rcpt-to', 554, '5.7.1'),
      'relay-denied',
      ['> RCPT TO:<postmaster@lab.test>', /^< 554 5\.7\.1/],
    ),
    ask: { message: on587 },
  },
  real(
    'postfix-sender-not-own',
    'Postfix refuses a sender that is not the account’s, at the recipient',
    'postfix',
    { from: 'stranger@lab.test' },
    refusal('rcpt-to', 553, '5.7.1'),
    'sender-not-owned',
    ['> RCPT TO:<postmaster@lab.test>', /^< 553 5\.7\.1 .*not owned by user lab/],
  ),
  real(
    'postfix-recipient-refused',
    'Postfix refuses the recipient by a rule',
    'postfix',
    { to: 'nobody@lab.test' },
    refusal('rcpt-to', 554, '5.7.1'),
    'client-policy',
    ['> RCPT TO:<nobody@lab.test>', /^< 554 5\.7\.1 .*Access denied/],
  ),
  {
    id: 'postfix-wants-tls',
    what: 'Postfix wants encryption first, and none is asked for',
    servers: 'postfix',
    ask: { message: { port: 587, security: 'cleartext' } },
    truth: [
      {
        status: 'failed',
        failure: {
          kind: 'negative-reply',
          stage: 'mail-from',
          secured: false,
          reply: { code: 530, enhanced: '5.7.0' },
        },
        finding: 'encryption-required',
      },
    ],
    witness: { sees: ['> MAIL FROM:<lab@lab.test>', /^< 530 5\.7\.0 Must issue a STARTTLS command first/] },
  },
];
