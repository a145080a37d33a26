/** Logging in: what real servers and scripted ones answer, and what the password never does. */
import { credentials } from '../job';
import type { ScenarioEntry } from '../scenario';

const on587 = { port: 587, security: 'starttls' } as const;
const on465 = { port: 465, security: 'implicit-tls' } as const;

export const loginScenarios: readonly ScenarioEntry[] = [
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
];
