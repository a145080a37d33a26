import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { messageEventSchema, type MessageEvent } from '@/lib/probe/events';
import type { MessageRequest } from '@/lib/settings/message-request';
import type { DeliveryOutcome, TranscriptLine } from '@/lib/smtp/outcome';
import { sendTestMessage, type MessageOptions } from '../send-test-message';
import type { Line } from './scripted-server';

export type Sent = {
  readonly events: readonly MessageEvent[];
  readonly outcome: DeliveryOutcome;
  readonly transcript: readonly TranscriptLine[];
  /** All that was told, as it stands on the wire. */
  readonly text: string;
};

type Options = Partial<MessageOptions> & { readonly onEvent?: (event: MessageEvent) => void };

/** Sends a message to its end and checks what holds for every one: times, order, the last event, no fault of ours. */
export async function send(request: MessageRequest, { onEvent, ...options }: Options = {}): Promise<Sent> {
  const unexpected: unknown[] = [];
  const events: MessageEvent[] = [];
  const { signal } = new AbortController();
  const onUnexpected = (error: unknown) => unexpected.push(error);
  for await (const event of sendTestMessage(request, { mode: 'local', signal, onUnexpected, ...options })) {
    events.push(event);
    onEvent?.(event);
  }
  assert.deepEqual(unexpected, []);
  for (const event of events) assert.equal(z.safeParse(messageEventSchema, event).error, undefined);
  const times = events.map(({ at }) => at);
  assert.deepEqual(
    times,
    [...times].sort((a, b) => a - b),
  );
  assert.equal(events[0]?.event, 'planned');
  const last = events.at(-1);
  if (last?.event !== 'settled') throw new Error('the message did not settle');
  assert.equal(events.filter(({ event }) => event === 'settled').length, 1);
  assertInOrder(events);
  return { events, outcome: last.outcome, transcript: last.transcript, text: JSON.stringify(events) };
}

/** A stage passes before the next one starts, and none starts twice. */
function assertInOrder(events: readonly MessageEvent[]): void {
  const told = events.flatMap((event) =>
    event.event === 'stage-started' || event.event === 'stage-passed' ? [event] : [],
  );
  told.forEach((event, index) => {
    if (event.event === 'stage-started') return;
    const before = told[index - 1];
    assert.deepEqual([before?.event, before?.stage, before?.secured], ['stage-started', event.stage, event.secured]);
  });
}

export function request(port: number, change: Partial<MessageRequest> = {}): MessageRequest {
  return {
    endpoint: { host: 'localhost', port, security: 'implicit-tls' },
    username: 'shop',
    password: 'cAn4ry p"as\\s$w0rd%é',
    from: { name: 'The Shop', address: 'shop@example.test' },
    to: 'owner@example.test',
    ...change,
  };
}

/** Parts of a dialogue, as the server has them. */
export const say = (text: string): Line => ({ say: text });
export const hear = (expected: RegExp): Line => ({ expect: expected });
export const quit = hear(/^QUIT$/);
export const opening = (...capabilities: string[]): Line[] => [
  say('220 mail.test\r\n'),
  hear(/^EHLO/),
  say(
    ['mail.test', ...capabilities]
      .map((text, at) => `250${at === capabilities.length ? ' ' : '-'}${text}\r\n`)
      .join(''),
  ),
];
export const login: Line[] = [hear(/^AUTH PLAIN \S+$/), say('235 ok\r\n')];
export const mail: Line[] = [hear(/^MAIL FROM:<shop@example.test>$/), say('250 ok\r\n')];
export const recipient: Line[] = [hear(/^RCPT TO:<owner@example.test>$/), say('250 ok\r\n')];
export const upToData: Line[] = [...opening('AUTH PLAIN'), ...login, ...mail, ...recipient, hear(/^DATA$/)];
export const upToDot: Line[] = [...upToData, say('354 go\r\n'), { takeBody: true }];
