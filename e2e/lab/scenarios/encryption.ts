/** How encryption starts, and everything that keeps it from starting: the wrong way, a missing offer, a refusal, an intruder. */
import type { Line } from '@/lib/network/testing/scripted-server';
import {
  beforeTls,
  ehlo,
  ehloReply,
  expect,
  goodbye,
  greeting,
  hangUp,
  pause,
  reset,
  say,
  silence,
  startTls,
} from '../dialogue';
import { credentials } from '../job';
import type { FailureFacts, ScenarioEntry, Sight, Witness } from '../scenario';

const on587 = { port: 587, security: 'starttls' } as const;
const on465 = { port: 465, security: 'implicit-tls' } as const;

/** A server on 587 that never gets as far as TLS. */
function unencrypted(
  id: string,
  what: string,
  says: readonly Line[],
  failure: FailureFacts,
  finding: string,
  sees: readonly Sight[],
  witness: Partial<Witness> = {},
): ScenarioEntry {
  return {
    id,
    what,
    servers: { 587: { says } },
    ask: { probe: [on587] },
    truth: [{ status: 'failed', failure, finding }],
    witness: { sees, ...witness },
    record: { neverHeard: [/^AUTH/i] },
  };
}

const offered = [greeting, ...ehlo(beforeTls)];
const asked = expect(/^STARTTLS$/i);
const agreed = say('220 2.0.0 Ready to start TLS\r\n');
const notOffered = (masked: boolean): FailureFacts => ({
  kind: 'starttls-not-offered',
  stage: 'starttls',
  secured: false,
  masked,
});
const declined = (code: number): FailureFacts => ({
  kind: 'negative-reply',
  stage: 'starttls',
  secured: false,
  reply: { code },
  command: 'STARTTLS',
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
        finding: 'cleartext-peer',
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
      { status: 'failed', failure: { kind: 'timed-out', stage: 'greeting', bytes: 0 }, finding: 'silent-at-greeting' },
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
  unencrypted(
    'starttls-missing',
    'STARTTLS is not announced',
    [greeting, ...ehlo(['PIPELINING', 'SIZE 10240000']), ...goodbye],
    notOffered(false),
    'starttls-missing',
    [/^< 250[ -]PIPELINING$/, /^< 250 SIZE/],
    { security: 'cleartext' },
  ),
  unencrypted(
    'starttls-masked',
    'a box on the way overwrites STARTTLS with X letters',
    [greeting, ...ehlo(['PIPELINING', 'XXXXXXXA', '8BITMIME']), ...goodbye],
    notOffered(true),
    'starttls-masked',
    [/^< 250-XXXXXXXA$/],
    { security: 'cleartext' },
  ),
  unencrypted(
    'starttls-temporary',
    'STARTTLS is announced and declined for now',
    [...offered, asked, say('454 4.7.0 TLS not available due to local problem\r\n'), ...goodbye],
    declined(454),
    'starttls-refused',
    ['> STARTTLS', /^< 454/],
  ),
  unencrypted(
    'starttls-unknown',
    'STARTTLS is announced and then unknown',
    [...offered, asked, say('502 5.5.1 Command not implemented\r\n'), ...goodbye],
    declined(502),
    'starttls-refused',
    ['> STARTTLS', /^< 502/],
  ),
  unencrypted(
    'starttls-injected',
    'an intruder adds a reply between the agreement and TLS',
    [
      ...offered,
      asked,
      say(`220 2.0.0 Ready to start TLS\r\n${ehloReply(['AUTH PLAIN'])}`),
      startTls,
      ...ehlo(),
      ...goodbye,
    ],
    { kind: 'protocol-violation', stage: 'starttls', secured: false, cause: 'data-before-tls', sample: /^250-mail/ },
    'injected',
    ['> STARTTLS', /^< 220 2\.0\.0/, /^< \(unasked\) 250-/],
  ),
  unencrypted(
    'starttls-silent',
    'STARTTLS is never answered',
    [...offered, asked, silence],
    { kind: 'timed-out', stage: 'starttls', bytes: 0 },
    'silent-later',
    ['> STARTTLS', 'silence'],
  ),
  unencrypted(
    'starttls-hangs-up',
    'the server hangs up on STARTTLS',
    [...offered, asked, hangUp],
    { kind: 'closed-by-peer', stage: 'starttls', how: 'end' },
    'closed-by-peer',
    ['> STARTTLS', 'closed'],
  ),
  unencrypted(
    'starttls-then-plain',
    'the server agrees to TLS and goes on in the clear',
    [...offered, asked, agreed, pause(300), say('500 5.5.1 What was that?\r\n'), silence],
    { kind: 'tls-failed', stage: 'tls', reason: 'peer-speaks-cleartext' },
    'cleartext-peer',
    [/^< 220 2\.0\.0/, 'TLS: ERR_SSL_WRONG_VERSION_NUMBER'],
  ),
  unencrypted(
    'starttls-then-silent',
    'the server agrees to TLS and then says nothing',
    [...offered, asked, agreed, silence],
    { kind: 'timed-out', stage: 'tls' },
    'silent-later',
    [/^< 220 2\.0\.0/, 'TLS: silence'],
  ),
  unencrypted(
    'starttls-then-hangs-up',
    'the server agrees to TLS and hangs up',
    [...offered, asked, agreed, hangUp],
    { kind: 'closed-by-peer', stage: 'tls', how: 'end' },
    'closed-by-peer',
    [/^< 220 2\.0\.0/, /^TLS: /],
  ),
  unencrypted(
    'starttls-then-reset',
    'the server agrees to TLS and resets',
    [...offered, asked, agreed, reset],
    { kind: 'closed-by-peer' },
    'closed-by-peer',
    ['> STARTTLS', /reset$|ECONNRESET$|^closed$/],
  ),
  {
    id: 'handshake-silent',
    what: 'the port for implicit TLS takes the connection and says nothing',
    servers: { 465: { says: [silence] } },
    ask: { probe: [on465] },
    truth: [{ status: 'failed', failure: { kind: 'timed-out', stage: 'tls' }, finding: 'silent-later' }],
    witness: { sees: [/connected$/, 'TLS: silence'] },
  },
  {
    id: 'handshake-reset',
    what: 'a filter resets the connection when it sees TLS',
    servers: { 465: { says: [silence] } },
    ask: { probe: [on465] },
    network: [{ at: 'far', does: 'tcp-reset', port: 465, withData: true }],
    truth: [
      { status: 'failed', failure: { kind: 'closed-by-peer', stage: 'tls', how: 'reset' }, finding: 'closed-by-peer' },
    ],
    witness: { sees: [/connected$/, 'TLS: ECONNRESET'] },
  },
  {
    id: 'handshake-hangs-up',
    what: 'the port for implicit TLS hangs up',
    servers: { 465: { says: [hangUp] } },
    ask: { probe: [on465] },
    truth: [
      { status: 'failed', failure: { kind: 'closed-by-peer', stage: 'tls', how: 'end' }, finding: 'closed-by-peer' },
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
        finding: 'certificate',
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
        finding: 'certificate',
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
        finding: 'cleartext-peer',
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
        finding: 'silent-at-greeting',
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
        finding: 'greeting-refused',
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
