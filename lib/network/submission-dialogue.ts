import 'server-only';
import type { Facts } from '@/lib/probe/events';
import type { Stage } from '@/lib/smtp/outcome';
import type { Reply } from '@/lib/smtp/reply';
import { deadlines, type Patience } from './deadlines';
import { expectCode } from './expect-code';
import { ConversationAborted, ConversationFailed } from './failure-thrown';
import type { Standing } from './open-endpoint';
import { readCommand, type Command, type SubmissionStage } from './submission-command';
import type { SubmissionRelay } from './submission-relay';
import type { Wire } from './wire';

export type DialogueContext = {
  readonly wire: Wire;
  readonly patience: Patience;
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly standing: Standing;
  readonly mechanism: string | undefined;
  /** What nodemailer hears in place of the greeting and EHLO, which were read before. */
  readonly greeting: Pick<Reply, 'code' | 'text'>;
  readonly ehlo: Pick<Reply, 'code' | 'text'>;
  readonly begin: (stage: SubmissionStage) => void;
  readonly pass: (stage: SubmissionStage, facts: Facts) => void;
  readonly record: (text: string) => void;
  /** Hears every login payload before it is sent. */
  readonly onPayload: (payload: string) => void;
};

const taken = [250, 251, 252, 253, 254, 255, 256, 257, 258, 259];
const goesOn: Readonly<Record<SubmissionStage, readonly number[]>> = {
  auth: [235, 334],
  'mail-from': taken,
  'rcpt-to': taken,
  data: [354],
};
/** How many 334 a mechanism is answered with before 235 (RFC 4954 §4); one more is put up with, an endless row is not. */
const challenges: Readonly<Record<string, number>> = { PLAIN: 0, LOGIN: 2, 'CRAM-MD5': 1 };

/**
 * From login to the answer after the final dot: what nodemailer says is sent, each reply is read, judged and only
 * then handed on. Throws ConversationFailed or ConversationAborted.
 */
export class SubmissionDialogue {
  /** When the kernel took the last byte of the final dot's line: from here on the message may have been accepted. */
  dotSentAt: number | undefined;
  /** Replies that were asked for and did not come yet. */
  outstanding = 0;
  private challenged = 0;
  private lastReply: Reply | undefined;
  private readonly startedAt = new Map<Stage, number>();

  constructor(private readonly context: DialogueContext) {}

  /** Runs it; out comes the reply that accepted the message. */
  async run(relay: SubmissionRelay): Promise<Reply> {
    const { greeting, ehlo } = this.context;
    relay.say(greeting);
    for (;;) {
      const written = await this.next(relay);
      const lines = written.toString('utf8').split('\r\n').slice(0, -1);
      if (/^EHLO /.test(lines[0] ?? '')) relay.say(ehlo);
      else if (await this.converse(lines, relay)) return this.deliver(relay);
    }
  }

  /** True when the last command was DATA, and the server waits for the message. */
  private async converse(lines: readonly string[], relay: SubmissionRelay): Promise<boolean> {
    const { wire, signal, patience, onPayload } = this.context;
    const commands = lines.map((line) => readCommand(line, this.lastReply?.code === 334, this.context.mechanism));
    const [first] = commands;
    if (first === undefined) return false;
    for (const { payload } of commands) if (payload !== undefined) onPayload(payload);
    this.begin(first.stage);
    const shown = commands.map((command) => command.shown);
    await wire.send(lines, this.place(first.stage), patience(first.stage), signal, shown);
    this.outstanding = commands.length;
    for (const command of commands) relay.say(await this.answer(command));
    return commands.at(-1)?.stage === 'data';
  }

  private async answer(command: Command): Promise<Reply> {
    const { stage, name } = command;
    this.begin(stage);
    const reply = await this.context.wire.readReply(stage, this.left(stage), this.context.signal);
    this.outstanding -= 1;
    expectCode(reply, goesOn[stage], this.place(stage), name);
    if (stage === 'auth') this.judgeLogin(reply);
    if (stage === 'mail-from' || stage === 'rcpt-to') this.context.pass(stage, { reply });
    this.lastReply = reply;
    return reply;
  }

  private judgeLogin(reply: Reply): void {
    const { mechanism = '', pass } = this.context;
    const expected = challenges[mechanism] ?? 0;
    if (reply.code === 334) this.challenged += 1;
    const isTooSoon = reply.code === 235 && this.challenged < expected;
    if (isTooSoon || this.challenged > expected + 1) throw this.violation('auth', 'out-of-step', reply);
    if (reply.code === 235) pass('auth', { mechanism });
  }

  private async deliver(relay: SubmissionRelay): Promise<Reply> {
    const { wire, signal, patience, standing, record, now, pass } = this.context;
    const place = this.place('data');
    const isRefusal = (code: number) => code >= 400;
    standing.isMidMessage = true;
    let bytes = 0;
    let tail = '';
    do {
      const part = await this.next(relay);
      if (wire.unread > 0) throw await wire.spokenTooEarly(place, patience('data'), signal, isRefusal);
      bytes += part.length;
      tail = (tail + part.toString('latin1')).slice(-5);
      // A connection that broke may have left an answer behind; it is never a yes to what the server did not get.
      if (!(await wire.sendBody(part, place, patience('data'), signal)))
        return expectCode(await wire.readReply('data', patience('data'), signal), [], place, 'DATA');
    } while (tail !== '\r\n.\r\n');
    standing.isMidMessage = false;
    this.dotSentAt = now();
    record(`[${bytes} bytes]`);
    const reply = await wire.readReply('data', patience('acceptance'), signal);
    expectCode(reply, taken, place, '.');
    pass('data', { reply });
    return reply;
  }

  /** What nodemailer has to say. It gives up only when it cannot answer what the server asked. */
  private async next(relay: SubmissionRelay): Promise<Buffer> {
    const written = await relay.next();
    if (written !== undefined) return written;
    if (this.context.signal.aborted) throw new ConversationAborted();
    if (this.lastReply?.code === 334) throw this.violation('auth', 'malformed', this.lastReply);
    throw new Error('the client library gave up');
  }

  private violation(stage: SubmissionStage, cause: 'out-of-step' | 'malformed', reply: Reply): ConversationFailed {
    const sample = `${reply.code} ${reply.text[0] ?? ''}`.slice(0, 200);
    return new ConversationFailed({ ...this.place(stage), kind: 'protocol-violation', cause, sample });
  }

  private begin(stage: SubmissionStage): void {
    if (this.startedAt.has(stage)) return;
    this.startedAt.set(stage, this.context.now());
    Object.assign(this.context.standing, { stage });
    this.context.begin(stage);
  }

  /** A stage's deadline is one for all its replies, however many there are. */
  private left(stage: SubmissionStage): number {
    const waited = this.context.now() - (this.startedAt.get(stage) ?? 0);
    return Math.max(1, Math.min(this.context.patience(stage), Math.round(deadlines[stage] - waited)));
  }

  private place<S extends SubmissionStage>(stage: S): { readonly stage: S; readonly secured: boolean } {
    return { stage, secured: this.context.wire.secured };
  }
}
