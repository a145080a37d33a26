/** The wait a refusal asks for: the server's own word where it gives one, or else the rule's. */
import { durationInWords } from '@/lib/probe/duration';
import type { Failure, Stage } from '@/lib/smtp/outcome';
import type { Wait, Words } from './finding';
import { namedWait } from './named-wait';

/** From here on the account is what is held back; before it another port may help. */
const atLogin: readonly Stage[] = ['auth', 'mail-from', 'rcpt-to', 'data'];

/** A failure and its rule's wait → how long to wait; undefined when another try does no harm. */
export function waitOf(failure: Failure, ruleSeconds: number | undefined): Wait | undefined {
  const isAnswer = failure.kind === 'negative-reply' && failure.reply.code >= 400;
  const named = isAnswer && atLogin.includes(failure.stage) ? namedWait(failure.reply) : undefined;
  if (named !== undefined) return { seconds: named, saidBy: 'server' };
  return ruleSeconds === undefined ? undefined : { seconds: ruleSeconds, saidBy: 'rule' };
}

/** The usual time in a step that begins with "Wait", as the rules write it. */
const usualTime = /^Wait (?:(?:at least |up to )?\d+(?: to \d+)? (?:minutes|hours)|an hour|until tomorrow)/;

type Said = Omit<Words, 'waitSeconds'>;

/** What a rule says, with the server's own time where the rule gives the usual one. */
export function withWait(said: Said, wait: Wait | undefined): Said & { readonly wait?: Wait } {
  if (wait === undefined) return said;
  if (wait.saidBy === 'rule') return { ...said, wait };
  const asked = `Wait ${durationInWords(wait.seconds)}`;
  return { ...said, wait, doThis: said.doThis.map((step) => step.replace(usualTime, asked)) };
}
