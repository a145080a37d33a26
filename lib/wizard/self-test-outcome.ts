/** A result of the self test → how the conversation ended, in the words that the diagnosis knows. */
import { authMechanisms, offers, parseCapabilities, type Capability, type Reply } from '@/lib/smtp/reply';
import type { Security } from '@/lib/smtp/endpoint';
import type { Failure, TranscriptLine } from '@/lib/smtp/outcome';
import { connectFailure } from './php-errno';
import type { SelfTestResult } from './self-test-result';
import { selfTestSteps, type SelfTestStep } from './self-test-steps';
import { tlsFailureOf } from './self-test-tls';

export type SelfTestOutcome =
  | { readonly status: 'accepted'; readonly reply: Reply }
  /** Handed over, and then the connection ended before the answer. */
  | { readonly status: 'outcome-unknown' | 'failed'; readonly failure: Failure }
  /** Something else sends this site's mail. */
  | { readonly status: 'not-asked' };

/** PHPMailer tries the first of these that is offered. */
const passwordMechanisms = ['CRAM-MD5', 'LOGIN', 'PLAIN'];

function isMasked(capabilities: readonly Capability[]): boolean {
  return capabilities.some(({ keyword }) => /^X{3,}[A-Z]$/.test(keyword));
}

function capabilitiesOf(steps: readonly SelfTestStep[]): Capability[] {
  const [last] = steps.filter(({ command, answer }) => command === 'EHLO' && answer.kind === 'reply').slice(-1);
  return last?.answer.kind === 'reply' ? parseCapabilities(last.answer.reply) : [];
}

/** One step and what was announced before it → its failure, or undefined when it went well. */
function failureAt(step: SelfTestStep, capabilities: readonly Capability[], patience: number): Failure | undefined {
  const { stage, secured, command, answer } = step;
  const place = { stage, secured };
  switch (answer.kind) {
    case 'reply':
      if (answer.reply.code < 400) return undefined;
      if (stage === 'starttls' && !offers(capabilities, 'STARTTLS'))
        return { ...place, kind: 'starttls-not-offered', masked: isMasked(capabilities) };
      return { ...place, kind: 'negative-reply', reply: answer.reply, command };
    case 'silent':
      return { ...place, kind: 'timed-out', afterMs: Math.max(answer.waitedMs, patience * 1000), bytes: 0 };
    case 'closed':
      return { ...place, kind: 'closed-by-peer', how: 'end' };
    case 'unreadable':
      return { ...place, kind: 'protocol-violation', cause: 'malformed', sample: answer.sample };
    case 'none':
      return undefined;
  }
}

function withoutConversation({ name, errno, os, patience }: SelfTestResult): Failure {
  const place = { stage: 'resolve', secured: false } as const;
  if (name === 'none') return { ...place, kind: 'name-not-found', cause: 'no-such-name' };
  if (name === 'failed') return { ...place, kind: 'resolver-failed', cause: 'broken' };
  return connectFailure(errno, os, patience);
}

/** Nothing was refused, and yet the message was not sent: PHPMailer itself went no further. */
function stoppedByItself(steps: readonly SelfTestStep[], capabilities: readonly Capability[], auth: boolean): Failure {
  const last = steps.at(-1);
  const { stage, secured } = last ?? { stage: 'connect' as const, secured: false };
  const mechanisms = authMechanisms(capabilities);
  const canLogIn = passwordMechanisms.some((name) => mechanisms.includes(name));
  if (auth && stage === 'ehlo' && !canLogIn) return { stage: 'auth', secured, kind: 'auth-not-offered', mechanisms };
  return { stage, secured, kind: 'unexpected' };
}

/** Result → outcome. Total: what cannot be told from the facts is `unexpected`. */
export function selfTestOutcome(result: SelfTestResult): SelfTestOutcome {
  const { used, sent, lines, inTls, patience } = result;
  if (used?.mailer !== 'smtp') return { status: 'not-asked' };
  const steps = selfTestSteps(lines);
  const last = steps.at(-1);
  if (sent) {
    const isTaken = last?.isMessage === true && last.answer.kind === 'reply' && last.answer.reply.code < 300;
    return isTaken ? { status: 'accepted', reply: last.answer.reply } : { status: 'not-asked' };
  }
  if (inTls) return { status: 'failed', failure: tlsFailureOf(result, used.host) };
  if (steps.length === 0) return { status: 'failed', failure: withoutConversation(result) };
  for (const [index, step] of steps.entries()) {
    if (step.command === 'EHLO' && steps[index + 1]?.command === 'HELO') continue; // PHPMailer's second try
    const failure = failureAt(step, capabilitiesOf(steps.slice(0, index)), patience);
    if (failure === undefined) continue;
    const isOpen = step.isMessage && (failure.kind === 'timed-out' || failure.kind === 'closed-by-peer');
    return { status: isOpen ? 'outcome-unknown' : 'failed', failure };
  }
  return { status: 'failed', failure: stoppedByItself(steps, capabilitiesOf(steps), used.auth) };
}

/** How encryption began, or would have, with the settings that were used. */
export function selfTestSecurity({ used, lines }: SelfTestResult): Security {
  if (used?.secure === 'ssl') return 'implicit-tls';
  const asked = lines.some(([, from, , text]) => from === 'client' && text === 'STARTTLS');
  return used?.secure === 'tls' || asked ? 'starttls' : 'cleartext';
}

/** The conversation as every other one is kept. */
export function selfTestTranscript({ lines }: SelfTestResult): TranscriptLine[] {
  return lines.flatMap(([at, from, secured, text]) => (from === 'ended' ? [] : [{ at, from, secured, text }]));
}
