import 'server-only';

export type SubmissionStage = 'auth' | 'mail-from' | 'rcpt-to' | 'data';

export type Command = {
  readonly stage: SubmissionStage;
  /** The command without its arguments, as a failure names it. */
  readonly name: string;
  /** What the transcript has: login payloads hidden, whatever the mechanism. */
  readonly shown: string;
  /** The login payload, as it stands on the wire. */
  readonly payload?: string;
};

const commands: readonly (readonly [RegExp, SubmissionStage, string])[] = [
  [/^MAIL FROM:/, 'mail-from', 'MAIL FROM'],
  [/^RCPT TO:/, 'rcpt-to', 'RCPT TO'],
  [/^DATA$/, 'data', 'DATA'],
];

/**
 * A line that nodemailer would send → what it is. After a 334 it is the answer to the challenge, whatever it looks
 * like (RFC 4954 §4). Throws for what has no place in a submission.
 */
export function readCommand(line: string, isAnswerToChallenge: boolean, mechanism = ''): Command {
  const name = `AUTH ${mechanism}`;
  if (isAnswerToChallenge) return { stage: 'auth', name, shown: '[hidden]', payload: line };
  if (line.startsWith('AUTH ')) {
    const payload = line.split(' ')[2];
    return payload === undefined
      ? { stage: 'auth', name, shown: name }
      : { stage: 'auth', name, shown: `${name} [hidden]`, payload };
  }
  const known = commands.find(([pattern]) => pattern.test(line));
  if (known === undefined) throw new Error('the client library sent a command that has no place here');
  return { stage: known[1], name: known[2], shown: line };
}
