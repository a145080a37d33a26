/** Dialogues of scripted servers, put together from the parts in which scenarios differ (RFC 5321, 3207, 4954). */
import type { Line } from '@/lib/network/testing/scripted-server';

export const say = (text: string | Buffer): Line => ({ say: text });
export const expect = (pattern: RegExp): Line => ({ expect: pattern });
export const pause = (ms: number): Line => ({ pause: ms });
export const silence: Line = { silence: true };
export const hangUp: Line = { close: 'end' };
export const reset: Line = { close: 'reset' };
export const startTls: Line = { startTls: true };

/** The letters one at a time, so many milliseconds apart. */
export function dripped(text: string, everyMs: number): Line[] {
  return Array.from(text).flatMap((letter) => [say(letter), pause(everyMs)]);
}

const host = 'mail.lab.test';
export const greeting = say(`220 ${host} ESMTP ready\r\n`);

/** Keywords → the reply to EHLO that announces them. */
export function ehloReply(keywords: readonly string[]): string {
  const lines = [`${host} at your service`, ...keywords];
  return lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}\r\n`).join('');
}

export const beforeTls = ['PIPELINING', 'SIZE 10240000', 'STARTTLS', '8BITMIME'] as const;
export const insideTls = ['PIPELINING', 'SIZE 10240000', 'AUTH PLAIN LOGIN', '8BITMIME'] as const;

/** Waits for EHLO and announces the keywords. */
export function ehlo(keywords: readonly string[] = insideTls): Line[] {
  return [expect(/^EHLO \S+$/i), say(ehloReply(keywords))];
}

/** Waits for STARTTLS, agrees and starts TLS. */
const upgrade: readonly Line[] = [expect(/^STARTTLS$/i), say('220 2.0.0 Ready to start TLS\r\n'), startTls];

export const goodbye: readonly Line[] = [expect(/^QUIT$/i), say('221 2.0.0 Bye\r\n'), hangUp];

/** Everything up to the second EHLO of STARTTLS, which announces `keywords`. */
export function secured(keywords: readonly string[] = insideTls): Line[] {
  return [greeting, ...ehlo(beforeTls), ...upgrade, ...ehlo(keywords)];
}

/** The same on a port where TLS starts with the first byte. */
export function implicit(keywords: readonly string[] = insideTls): Line[] {
  return [greeting, ...ehlo(keywords)];
}

export const loggedIn: readonly Line[] = [expect(/^AUTH PLAIN \S+$/i), say('235 2.7.0 Authentication successful\r\n')];

/** What the server answers to each command of a message; what is left out is the usual consent. */
export type Answers = {
  readonly mail?: readonly Line[];
  readonly rcpt?: readonly Line[];
  readonly data?: readonly Line[];
  readonly dot?: readonly Line[];
};

/** MAIL, RCPT, DATA and the message, each with its answer. An answer that ends the conversation ends the dialogue. */
export function takesMessage(answers: Answers = {}): Line[] {
  const steps: readonly (readonly [Line, readonly Line[] | undefined, string])[] = [
    [expect(/^MAIL FROM:<\S*>/i), answers.mail, '250 2.1.0 Sender ok\r\n'],
    [expect(/^RCPT TO:<\S+>/i), answers.rcpt, '250 2.1.5 Recipient ok\r\n'],
    [expect(/^DATA$/i), answers.data, '354 End data with <CR><LF>.<CR><LF>\r\n'],
    [{ takeBody: true }, answers.dot, '250 2.0.0 Ok: queued as 4RfLab7xZ1\r\n'],
  ];
  return steps.flatMap(([awaited, answer, usual]) => [awaited, ...(answer ?? [say(usual)])]);
}
