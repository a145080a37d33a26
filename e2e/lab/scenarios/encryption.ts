/** How encryption starts: the wrong way, at somebody else’s server, with an end in the middle. */
import { beforeTls, ehlo, expect, goodbye, greeting, hangUp, say, silence, startTls } from '../dialogue';
import { credentials } from '../job';
import type { FailureFacts, ScenarioEntry } from '../scenario';
import { on465, on587 } from './usual-endpoints';

const offered = [greeting, ...ehlo(beforeTls)];

const asked = expect(/^STARTTLS$/i);

const agreed = say('220 2.0.0 Ready to start TLS\r\n');

const notOffered = (masked: boolean): FailureFacts => ({
  kind: 'starttls-not-offered',
  stage: 'starttls',
  secured: false,
  masked,
});

export const encryptionScenarios: readonly ScenarioEntry[] = [
  {
    id: 'implicit-to-starttls-port',
    what: 'TLS from the first byte, on a port that wants STARTTLS (Exim)',
    servers: 'exim',
    ask: { probe: [{ port: 587, security: 'implicit-tls' }] },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'tls-failed', stage: 'tls', reason: 'peer-speaks-cleartext' },
        finding: 'implicit-tls-on-starttls-port',
      },
    ],
    witness: { sees: ['TLS: ERR_SSL_WRONG_VERSION_NUMBER'] },
  },
  {
    id: 'starttls-to-implicit-port',
    what: 'waiting for a greeting on a port that wants TLS first (Exim)',
    servers: 'exim',
    ask: { probe: [{ port: 465, security: 'starttls' }] },
    truth: [
      { status: 'failed', failure: { kind: 'timed-out', stage: 'greeting', bytes: 0 }, finding: 'wants-implicit-tls' },
    ],
    witness: { sees: ['TLS: TLSv1.3', 'certificate: trusted', /^< 220/], security: 'implicit-tls' },
  },
  {
    id: 'cleartext-works',
    what: 'no encryption is asked for, and none is needed (Exim)',
    servers: 'exim',
    ask: { probe: [{ port: 25, security: 'cleartext' }] },
    truth: [{ status: 'usable', announces: ['STARTTLS'] }],
    witness: { sees: [/^< 220/, /^< 250[ -]STARTTLS$/] },
  },
  {
    id: 'exim-offers-no-starttls',
    what: 'Exim offers no STARTTLS',
    servers: 'exim-without-tls',
    ask: { probe: [on587] },
    truth: [{ status: 'failed', failure: notOffered(false), finding: 'starttls-missing' }],
    witness: { sees: [/^< 250 HELP$/], security: 'cleartext' },
  },
  {
    id: 'starttls-stripped-message',
    what: 'STARTTLS is missing and a message with a password is to be sent',
    servers: { 587: { says: [greeting, ...ehlo(['PIPELINING', 'AUTH PLAIN LOGIN']), ...goodbye] } },
    ask: { message: { ...on587, ...credentials } },
    truth: [{ status: 'failed', failure: notOffered(false), finding: 'starttls-missing' }],
    witness: { sees: [/^< 250 AUTH PLAIN LOGIN$/], security: 'cleartext', login: 'none' },
    record: { neverHeard: [/^AUTH/i, /^MAIL/i] },
  },
  {
    id: 'handshake-silent',
    what: 'the port for implicit TLS takes the connection and says nothing',
    servers: { 465: { says: [silence] } },
    ask: { probe: [on465] },
    truth: [{ status: 'failed', failure: { kind: 'timed-out', stage: 'tls' }, finding: 'handshake-silent' }],
    witness: { sees: [/connected$/, 'TLS: silence'] },
  },
  {
    id: 'handshake-reset',
    what: 'a filter resets the connection when it sees TLS',
    servers: { 465: { says: [silence] } },
    ask: { probe: [on465] },
    network: [{ at: 'far', does: 'tcp-reset', port: 465, withData: true }],
    truth: [
      { status: 'failed', failure: { kind: 'closed-by-peer', stage: 'tls', how: 'reset' }, finding: 'handshake-cut' },
    ],
    witness: { sees: [/connected$/, 'TLS: ECONNRESET'] },
  },
  {
    id: 'handshake-hangs-up',
    what: 'the port for implicit TLS hangs up',
    servers: { 465: { says: [hangUp] } },
    ask: { probe: [on465] },
    truth: [
      { status: 'failed', failure: { kind: 'closed-by-peer', stage: 'tls', how: 'end' }, finding: 'handshake-cut' },
    ],
    witness: { sees: [/connected$/, 'TLS: ECONNRESET'] },
  },
  {
    id: 'redirected-starttls',
    what: 'the host leads the connection to its own mail server (Exim): its banner, its certificate',
    redirected: { port: 587, to: 'exim-of-the-host', toPort: 587 },
    ask: { probe: [on587] },
    truth: [
      {
        status: 'failed',
        failure: {
          kind: 'certificate-rejected',
          stage: 'tls',
          reason: 'name-mismatch',
          certificate: { altNames: ['server7.hosting.test', '*.hosting.test'] },
        },
        finding: 'certificate-another-name',
      },
    ],
    witness: { sees: [/connected$/, /^< 220/, 'name: does not fit'] },
  },
  {
    id: 'redirected-implicit',
    what: 'the host leads port 465 to its own mail server (Exim)',
    redirected: { port: 465, to: 'exim-of-the-host', toPort: 465 },
    ask: { probe: [on465] },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'certificate-rejected', stage: 'tls', reason: 'name-mismatch' },
        finding: 'certificate-another-name',
      },
    ],
    witness: { sees: [/connected$/, 'TLS: TLSv1.3', 'name: does not fit'] },
  },
  {
    id: 'redirected-to-plain',
    what: 'the host leads port 465 to its own server’s port 25',
    redirected: { port: 465, to: 'exim-of-the-host', toPort: 25 },
    ask: { probe: [on465] },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'tls-failed', stage: 'tls', reason: 'peer-speaks-cleartext' },
        finding: 'implicit-tls-on-starttls-port',
      },
    ],
    witness: { sees: [/connected$/, 'TLS: ERR_SSL_WRONG_VERSION_NUMBER'] },
  },
  {
    id: 'tls-greeting-silent',
    what: 'TLS starts, and then nobody greets',
    servers: { 465: { says: [silence], implicitTls: true } },
    ask: { probe: [on465] },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'timed-out', stage: 'greeting', secured: true, bytes: 0 },
        finding: 'silent-inside-tls',
      },
    ],
    witness: { sees: ['certificate: trusted', 'silence'] },
  },
  {
    id: 'ehlo-refused-inside-tls',
    what: 'EHLO is refused once TLS is there',
    servers: {
      587: {
        says: [...offered, asked, agreed, startTls, expect(/^EHLO/i), say('550 5.7.1 Access denied\r\n'), ...goodbye],
      },
    },
    ask: { probe: [on587] },
    truth: [
      {
        status: 'failed',
        failure: { kind: 'negative-reply', stage: 'ehlo', secured: true, reply: { code: 550 } },
        finding: 'ehlo-refused',
      },
    ],
    witness: { sees: ['certificate: trusted', '> EHLO witness.test', /^< 550/] },
  },
  {
    id: 'exim-both-modes',
    what: 'Exim on 465 and 587, each in its own way',
    servers: 'exim',
    ask: { probe: [on465, on587] },
    truth: [
      { status: 'usable', tls: 'TLSv1.3', announces: ['AUTH PLAIN LOGIN'] },
      { status: 'usable', tls: 'TLSv1.3', announces: ['AUTH PLAIN LOGIN'] },
    ],
    recommends: 465,
    witness: { sees: ['certificate: trusted', /^< 250[ -]AUTH PLAIN LOGIN$/] },
  },
];
