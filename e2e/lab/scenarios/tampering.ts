/** What only shows to somebody who knows the provider: its names, its ports, and what it really offers there. */
import { expect, goodbye, say } from '../dialogue';
import type { FailureFacts, ScenarioEntry, ScriptedPeer, Truth } from '../scenario';

const by = (failure: FailureFacts, finding: string): Truth => ({ status: 'failed', failure, finding });

const stripped: ScriptedPeer = {
  says: [
    say('220 smtp.eu.mailgun.org ESMTP ready\r\n'),
    expect(/^EHLO/i),
    say('250-smtp.eu.mailgun.org at your service\r\n250-SIZE 52428800\r\n250 PIPELINING\r\n'),
    ...goodbye,
  ],
  identity: 'provider',
};

/** What only shows to somebody who knows what the provider really does. */
export const tamperingScenarios: readonly ScenarioEntry[] = [
  {
    id: 'mailgun-stripped',
    what: 'Mailgun: STARTTLS is taken away on port 25',
    host: 'smtp.eu.mailgun.org',
    servers: { 25: stripped },
    ask: { probe: [{ port: 25, security: 'starttls' }] },
    truth: [by({ kind: 'starttls-not-offered', stage: 'starttls', masked: false }, 'starttls-stripped')],
    witness: { sees: ['< 250 PIPELINING'], security: 'cleartext' },
  },
  {
    id: 'mailgun-redirected',
    what: 'Mailgun: the host leads port 2525 to its own server (Exim)',
    host: 'smtp.eu.mailgun.org',
    redirected: { port: 2525, to: 'exim-of-the-host', toPort: 2525 },
    ask: { probe: [{ port: 2525, security: 'starttls' }] },
    truth: [by({ kind: 'certificate-rejected', stage: 'tls', reason: 'name-mismatch' }, 'redirected')],
    witness: { sees: [/connected$/, /^< 220/, 'name: does not fit'] },
  },
  {
    id: 'google-redirected-to-plain',
    what: 'Google: the host leads port 465 to its own server’s port 25',
    host: 'smtp-relay.gmail.com',
    redirected: { port: 465, to: 'exim-of-the-host', toPort: 25 },
    ask: { probe: [{ port: 465, security: 'implicit-tls' }] },
    truth: [by({ kind: 'tls-failed', stage: 'tls', reason: 'peer-speaks-cleartext' }, 'implicit-port-in-the-clear')],
    witness: { sees: [/connected$/, 'TLS: ERR_SSL_WRONG_VERSION_NUMBER'] },
  },
  {
    id: 'google-without-2525',
    what: 'Google: 2525 is silent because it is not offered there',
    host: 'smtp.gmail.com',
    network: [{ at: 'far', does: 'drop', port: 2525 }],
    ask: { probe: [{ port: 2525, security: 'starttls' }] },
    truth: [by({ kind: 'timed-out', stage: 'connect' }, 'port-not-offered')],
    witness: { sees: [/^198\.\S+: silence$/] },
  },
  {
    id: 'sendgrid-mistyped',
    what: 'SendGrid: two letters of the name are swapped',
    host: 'smtp.sendgird.net',
    addresses: { A: 'no-such-name', AAAA: 'no-such-name' },
    ask: { probe: [{ port: 587, security: 'starttls' }] },
    truth: [by({ kind: 'name-not-found', stage: 'resolve', cause: 'no-such-name' }, 'host-name-mistyped')],
    witness: { sees: ['A: NXDOMAIN', 'AAAA: NXDOMAIN'] },
  },
  {
    id: 'sendgrid-bare-domain',
    what: 'SendGrid: the domain is given instead of the server',
    host: 'sendgrid.net',
    addresses: { A: [], AAAA: [] },
    ask: { probe: [{ port: 587, security: 'starttls' }] },
    truth: [by({ kind: 'name-not-found', stage: 'resolve', cause: 'no-address' }, 'bare-domain')],
    witness: { sees: ['A: none', 'AAAA: none'] },
  },
];
