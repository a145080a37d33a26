import 'server-only';
import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';

/** The practice inbox: the newest messages, in memory only. */
const mostMessages = 50;

export type PracticeMessage = {
  readonly id: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly when: string;
  readonly text: string;
  readonly html: string;
  readonly source: string;
};

export class Mailbox {
  private messages: readonly PracticeMessage[] = [];

  /** A raw message → kept, newest first; the oldest over the bound goes. Returns its queue id. */
  async deliver(raw: Buffer, recipients: readonly string[]): Promise<string> {
    const mail = await simpleParser(raw, { skipImageLinks: true });
    const id = randomUUID();
    const message = {
      id,
      subject: mail.subject ?? '(no subject)',
      from: mail.from?.text ?? '',
      to: recipients.join(', '),
      when: new Date().toISOString(),
      text: mail.text ?? '',
      html: mail.html === false ? '' : (mail.html ?? ''),
      source: raw.toString('utf8'),
    };
    this.messages = [message, ...this.messages].slice(0, mostMessages);
    return id.slice(0, 8).toUpperCase();
  }

  /** Newest first. */
  list(): readonly PracticeMessage[] {
    return this.messages;
  }

  find(id: string): PracticeMessage | undefined {
    return this.messages.find((message) => message.id === id);
  }
}
