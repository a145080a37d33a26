/** The lines of a self test as steps: what WordPress said, at which stage, and what came back. */
import { parseReply, type Reply } from '@/lib/smtp/reply';
import type { Stage } from '@/lib/smtp/outcome';
import type { SelfTestResult } from './self-test-result';

type Answer =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'silent' | 'closed'; readonly waitedMs: number }
  | { readonly kind: 'unreadable'; readonly sample: string }
  | { readonly kind: 'none' };

export type SelfTestStep = {
  readonly stage: Stage;
  readonly secured: boolean;
  /** Without its arguments, as a failure names it; empty for the greeting. */
  readonly command: string;
  /** True for the message itself, after which nobody knows what an ending means. */
  readonly isMessage: boolean;
  readonly answer: Answer;
};

const commands: readonly (readonly [RegExp, Stage, string])[] = [
  [/^EHLO\b/i, 'ehlo', 'EHLO'],
  [/^HELO\b/i, 'ehlo', 'HELO'],
  [/^STARTTLS$/i, 'starttls', 'STARTTLS'],
  [/^AUTH\b/i, 'auth', 'AUTH'],
  [/^\[hidden\]$/, 'auth', 'AUTH'],
  [/^MAIL FROM:/i, 'mail-from', 'MAIL FROM'],
  [/^RCPT TO:/i, 'rcpt-to', 'RCPT TO'],
  [/^DATA$/i, 'data', 'DATA'],
  [/^\[\d+ bytes\]$/, 'data', ''],
];

type Line = SelfTestResult['lines'][number];

function answerOf(lines: readonly Line[], askedAt: number): Answer {
  const ended = lines.find(([, from]) => from === 'ended');
  const words = lines.flatMap(([, from, , text]) => (from === 'server' ? [text] : []));
  if (words.length === 0) {
    if (ended === undefined) return { kind: 'none' };
    return { kind: ended[3] === 'silent' ? 'silent' : 'closed', waitedMs: Math.max(0, ended[0] - askedAt) };
  }
  const parsed = parseReply(new TextEncoder().encode(`${words.join('\r\n')}\r\n`));
  return parsed.kind === 'reply'
    ? { kind: 'reply', reply: parsed.reply }
    : { kind: 'unreadable', sample: (words[0] ?? '').slice(0, 200) };
}

/** Lines → steps, the greeting first; QUIT, which comes after every failure, ends them. */
export function selfTestSteps(lines: readonly Line[]): SelfTestStep[] {
  const steps: SelfTestStep[] = [];
  for (let start = 0; start < lines.length;) {
    const said = lines[start]?.[1] === 'client' ? lines[start] : undefined;
    const from = said === undefined ? start : start + 1;
    const next = lines.findIndex(([, who], index) => index >= from && who === 'client');
    const end = next === -1 ? lines.length : next;
    const known = commands.find(([pattern]) => pattern.test(said?.[3] ?? ''));
    if (said !== undefined && known === undefined) break;
    const [, stage, name] = known ?? [undefined, 'greeting' as const, ''];
    const mechanism = /^AUTH (\S+)/i.exec(said?.[3] ?? '')?.[1] ?? '';
    // What answers a challenge belongs to the AUTH before it.
    const isHidden = stage === 'auth' && mechanism === '';
    const command = isHidden ? (steps.at(-1)?.command ?? name) : `${name} ${mechanism}`.trim();
    const answers = lines.slice(from, end);
    const answer = answerOf(answers, said?.[0] ?? 0);
    const secured = (said ?? answers[0])?.[2] ?? false;
    steps.push({ stage, command, secured, isMessage: said !== undefined && name === '', answer });
    start = end;
  }
  return steps;
}
