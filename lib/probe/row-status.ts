/** An endpoint's state → the words of its row. One status word, one short reason; the colour only repeats the word. */
import type { Failure, FailureKind, Stage, Trust } from '@/lib/smtp/outcome';
import type { EndpointReport } from './report';

export type RowTone = 'waiting' | 'running' | 'works' | 'warns' | 'fails' | 'muted';
export type RowStatus = { readonly word: string; readonly detail: string; readonly tone: RowTone };

const runningWords: Readonly<Record<Stage, string>> = {
  resolve: 'Looking up',
  connect: 'Connecting',
  tls: 'Encrypting',
  greeting: 'Reading greeting',
  ehlo: 'Asking',
  starttls: 'Starting TLS',
  auth: 'Logging in',
  'mail-from': 'Naming the sender',
  'rcpt-to': 'Naming the recipient',
  data: 'Handing over',
};

const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;

const trustWords: Readonly<Record<Trust, string>> = {
  expired: 'certificate expired',
  'not-yet-valid': 'certificate not valid yet',
  'self-signed': 'certificate signed by itself',
  'unknown-issuer': 'certificate from nobody known',
  'name-mismatch': 'certificate for another name',
  other: 'certificate not acceptable',
};

type Of<K extends FailureKind> = Extract<Failure, { kind: K }>;

/** One short reason for each kind of failure; the opened row explains it. */
const reasons: { readonly [K in FailureKind]: (failure: Of<K>) => string } = {
  'name-not-found': ({ cause }) => (cause === 'no-such-name' ? 'no such host' : 'host has no address'),
  'resolver-failed': () => 'look-up failed',
  refused: () => 'closed: refused at once',
  unreachable: ({ cause }) => (cause === 'denied-by-system' ? 'forbidden on this computer' : 'no way there'),
  'timed-out': ({ afterMs, stage }) =>
    stage === 'connect' ? `waited ${seconds(afterMs)}` : `connected, then silent for ${seconds(afterMs)}`,
  'closed-by-peer': ({ how }) => (how === 'reset' ? 'cut off' : 'server hung up'),
  'protocol-violation': ({ cause }) => (cause === 'not-smtp' ? 'not a mail server' : 'answers make no sense'),
  'negative-reply': ({ reply }) => `server said ${reply.code}`,
  'starttls-not-offered': () => 'offers no encryption',
  'auth-not-offered': () => 'offers no login',
  'extension-missing': ({ extension }) => `lacks ${extension}`,
  'tls-failed': ({ reason }) =>
    reason === 'no-common-version'
      ? 'only outdated encryption'
      : reason === 'peer-speaks-cleartext'
        ? 'not encrypted from the start'
        : 'encryption failed',
  'certificate-rejected': ({ reason }) => trustWords[reason],
  unexpected: () => 'our mistake',
};

function reasonOf<K extends FailureKind>(failure: Of<K>): string {
  return (reasons[failure.kind] as (failure: Of<K>) => string)(failure);
}

function settledStatus(
  outcome: NonNullable<EndpointReport['outcome']>,
  role: number,
  notOffered: string | undefined,
): RowStatus {
  switch (outcome.status) {
    case 'usable':
      if (outcome.tls === undefined) return { word: 'Works, with a warning', detail: 'not encrypted', tone: 'warns' };
      return {
        word: 'Works',
        detail: notOffered === undefined ? outcome.tls.version.replace('v', ' ') : `${notOffered}, works all the same`,
        tone: 'works',
      };
    case 'not-tested':
      return {
        word: 'Not tested',
        detail: outcome.reason === 'not-admitted' ? 'not reached from here' : 'stopped',
        tone: 'muted',
      };
    case 'failed': {
      const isSilent = outcome.failure.kind === 'timed-out' && outcome.failure.stage === 'connect';
      return {
        word: isSilent ? 'No answer' : 'Does not work',
        detail: notOffered ?? reasonOf(outcome.failure),
        tone: role === 25 || notOffered !== undefined ? 'muted' : 'fails',
      };
    }
  }
}

/**
 * `role` is the port it is, or plays; `notOffered` says who does not offer it, where its table lacks it; `isRunning`
 * whether the test still goes on. Port 25 and what nobody offers stay muted whatever happens.
 */
export function rowStatus(
  { outcome, stages }: Pick<EndpointReport, 'outcome' | 'stages'>,
  { role, notOffered, isRunning }: { role: number; notOffered: string | undefined; isRunning: boolean },
): RowStatus {
  if (outcome !== undefined) return settledStatus(outcome, role, notOffered);
  if (!isRunning) return { word: 'Not tested', detail: '', tone: 'muted' };
  const last = stages.at(-1);
  return last === undefined
    ? { word: 'Waiting', detail: '', tone: 'waiting' }
    : { word: runningWords[last.stage], detail: '', tone: 'running' };
}

const stageNames: Readonly<Record<Stage, string>> = {
  resolve: 'Look up',
  connect: 'Connect',
  tls: 'Encrypt',
  greeting: 'Greeting',
  ehlo: 'EHLO',
  starttls: 'STARTTLS',
  auth: 'Log in',
  'mail-from': 'Sender',
  'rcpt-to': 'Recipient',
  data: 'Message',
};

/** The stage's name as a person reads it; the EHLO inside TLS is told from the one before. */
export function stageName(stage: Stage, secured: boolean): string {
  return secured && stage === 'ehlo' ? 'EHLO, encrypted' : stageNames[stage];
}
