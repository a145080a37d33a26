/** Some of the same through a running Outport and its real routes. */
import { goodbye, implicit, loggedIn, say, secured, takesMessage } from '../dialogue';
import { credentials } from '../job';
import type { ScenarioEntry } from '../scenario';
import { on465, on587 } from './usual-endpoints';

export const httpScenarios: readonly ScenarioEntry[] = [
  {
    id: 'route-usable',
    what: 'the probe route: a good server',
    through: 'http',
    servers: { 465: { says: [...implicit(), ...goodbye], implicitTls: true } },
    ask: { probe: [on465] },
    truth: [{ status: 'usable', announces: ['AUTH PLAIN LOGIN'] }],
    witness: { sees: ['certificate: trusted', /^< 250/] },
  },
  {
    id: 'route-name-missing',
    what: 'the probe route: no such name',
    through: 'http',
    addresses: { A: 'no-such-name', AAAA: 'no-such-name' },
    ask: { probe: [on465] },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'name-not-found', stage: 'resolve', cause: 'no-such-name' },
        finding: 'host-name-unknown',
      },
    ],
    witness: { sees: ['A: NXDOMAIN', 'AAAA: NXDOMAIN'] },
  },
  {
    id: 'route-silent',
    what: 'the probe route: a port that is dropped',
    through: 'http',
    network: [{ at: 'far', does: 'drop', port: 587 }],
    ask: { probe: [on587] },
    truth: [{ status: 'failed', failure: { kind: 'timed-out', stage: 'connect' }, finding: 'silence' }],
    witness: { sees: [/^198\.\S+: silence$/] },
  },
  {
    id: 'route-expired',
    what: 'the probe route: an expired certificate',
    through: 'http',
    servers: { 465: { says: [...implicit(), ...goodbye], implicitTls: true, identity: 'expired' } },
    ask: { probe: [on465] },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'certificate-rejected', reason: 'expired' },
        finding: 'certificate-expired',
      },
    ],
    witness: { sees: ['certificate: CERT_HAS_EXPIRED'] },
  },
  {
    id: 'route-accepted',
    what: 'the message route: Exim takes the message',
    through: 'http',
    servers: 'exim',
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'accepted', code: 250 }],
    witness: { sees: ['certificate: trusted', /^< 235/, /^< 250 OK id=/] },
    record: { delivered: true },
  },
  {
    id: 'route-wrong-password',
    what: 'the message route: Dovecot refuses the password',
    through: 'http',
    servers: 'dovecot',
    ask: { message: { ...on587, username: credentials.username, password: 'not the password' } },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'negative-reply', stage: 'auth', reply: { code: 535 } },
        finding: 'password-refused',
      },
    ],
    witness: { sees: ['> AUTH PLAIN', /^< 535 5\.7\.8/] },
  },
  {
    id: 'route-unknown',
    what: 'the message route: the connection ends after the final dot',
    through: 'http',
    servers: {
      587: { says: [...secured(), ...loggedIn, ...takesMessage({ dot: [say('250 2.0'), { close: 'end' }] })] },
    },
    ask: { message: { ...on587, ...credentials } },
    truth: [
      {
        status: 'outcome-unknown',
        failure: { kind: 'closed-by-peer', stage: 'data', how: 'end' },
        finding: 'outcome-unknown',
      },
    ],
    witness: { sees: ['> [message]', /^< \(unfinished\) 250 2\.0/, 'closed'] },
  },
];
