/** STARTTLS that is missing, masked, refused, injected into or never comes to TLS (RFC 3207). */
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
import type { FailureFacts, ScenarioEntry, Sight, Witness } from '../scenario';
import { on587 } from './usual-endpoints';

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

export const starttlsScenarios: readonly ScenarioEntry[] = [
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
    'starttls-unavailable',
    ['> STARTTLS', /^< 454/],
  ),
  unencrypted(
    'starttls-unknown',
    'STARTTLS is announced and then unknown',
    [...offered, asked, say('502 5.5.1 Command not implemented\r\n'), ...goodbye],
    declined(502),
    'starttls-unsupported',
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
    'ehlo-swallowed',
    ['> STARTTLS', 'silence'],
  ),
  unencrypted(
    'starttls-hangs-up',
    'the server hangs up on STARTTLS',
    [...offered, asked, hangUp],
    { kind: 'closed-by-peer', stage: 'starttls', how: 'end' },
    'cut-at-ehlo',
    ['> STARTTLS', 'closed'],
  ),
  unencrypted(
    'starttls-then-plain',
    'the server agrees to TLS and goes on in the clear',
    [...offered, asked, agreed, pause(300), say('500 5.5.1 What was that?\r\n'), silence],
    { kind: 'tls-failed', stage: 'tls', reason: 'peer-speaks-cleartext' },
    'cleartext-after-starttls',
    [/^< 220 2\.0\.0/, 'TLS: ERR_SSL_WRONG_VERSION_NUMBER'],
  ),
  unencrypted(
    'starttls-then-silent',
    'the server agrees to TLS and then says nothing',
    [...offered, asked, agreed, silence],
    { kind: 'timed-out', stage: 'tls' },
    'handshake-swallowed',
    [/^< 220 2\.0\.0/, 'TLS: silence'],
  ),
  unencrypted(
    'starttls-then-hangs-up',
    'the server agrees to TLS and hangs up',
    [...offered, asked, agreed, hangUp],
    { kind: 'closed-by-peer', stage: 'tls', how: 'end' },
    'handshake-cut',
    [/^< 220 2\.0\.0/, /^TLS: /],
  ),
  unencrypted(
    'starttls-then-reset',
    'the server agrees to TLS and resets',
    [...offered, asked, agreed, reset],
    { kind: 'closed-by-peer' },
    'handshake-cut',
    ['> STARTTLS', /reset$|ECONNRESET$|^closed$/],
  ),
];
