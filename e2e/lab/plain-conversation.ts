/** A socket as lines said and heard, each written down; what a person with telnet would see. */
import { createHmac } from 'node:crypto';
import type { Socket } from 'node:net';
import type { AskedMessage, Witness } from './scenario';

const mostBytes = 300_000;
const lineShown = 160;

const printable = (text: string) =>
  text.replace(/[^\x20-\x7e]/g, (character) => `\\x${character.charCodeAt(0).toString(16)}`);
const base64 = (text: string) => Buffer.from(text).toString('base64');

export class PlainConversation {
  private unread = '';
  private bytes = 0;
  private ending: string | undefined;
  private wake: (() => void) | undefined;
  /** What the last reply to AUTH asked for. */
  private challenge = '';
  private readonly onData = (chunk: Buffer) => {
    this.bytes += chunk.length;
    this.unread += chunk.toString('latin1');
    if (this.bytes > mostBytes) this.end('flood');
    this.wake?.();
  };
  private readonly onEnd = () => this.end('closed');
  private readonly onError = (error: NodeJS.ErrnoException) =>
    this.end(error.code === 'ECONNRESET' ? 'reset' : (error.code ?? error.message));

  constructor(
    private readonly socket: Socket,
    private readonly patience: number,
    private readonly write: (line: string) => void,
  ) {
    socket.on('data', this.onData).once('end', this.onEnd).once('close', this.onEnd).once('error', this.onError);
  }

  private end(how: string): void {
    this.ending ??= how;
    this.wake?.();
    if (how === 'flood') this.socket.destroy();
  }

  /** Hands the socket over, with a word on what was left unread. */
  release(): Socket {
    this.socket.off('data', this.onData).off('end', this.onEnd).off('close', this.onEnd).off('error', this.onError);
    if (this.unread !== '') this.write(`< (unasked) ${printable(this.unread).slice(0, lineShown)}`);
    return this.socket;
  }

  private async line(): Promise<string | undefined> {
    const until = Date.now() + this.patience;
    for (;;) {
      const end = this.unread.indexOf('\n');
      if (end !== -1 && this.ending !== 'flood') {
        const line = this.unread.slice(0, end).replace(/\r$/, '');
        this.unread = this.unread.slice(end + 1);
        return line;
      }
      if (this.ending !== undefined || Date.now() >= until) {
        if (this.unread !== '') this.write(`< (unfinished) ${printable(this.unread).slice(0, lineShown)}`);
        this.write(this.ending ?? 'silence');
        return undefined;
      }
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
        timer = setTimeout(resolve, Math.max(1, until - Date.now()));
      });
      clearTimeout(timer);
    }
  }

  /** Hears one reply; true when it is a positive one. Whoever never ends it is not listened to for ever. */
  async hear(): Promise<boolean> {
    const until = Date.now() + 4 * this.patience;
    for (;;) {
      if (Date.now() >= until) {
        this.write('no end');
        return false;
      }
      const line = await this.line();
      if (line === undefined) return false;
      this.write(`< ${printable(line).slice(0, lineShown)}`);
      const match = /^(\d{3})(?:([ -])(.*))?$/s.exec(line);
      if (match === null) return false;
      if (match[2] === '-') continue;
      this.challenge = match[3] ?? '';
      return Number(match[1]) < 400;
    }
  }

  /** Says one line and hears the reply. */
  async say(line: string, shown = line): Promise<boolean> {
    this.write(`> ${shown}`);
    this.socket.write(`${line}\r\n`);
    return this.hear();
  }

  private async logIn({ username, password }: AskedMessage, mechanism: Witness['login']): Promise<boolean> {
    if (username === undefined || password === undefined || mechanism === 'none') return true;
    if (mechanism === 'PLAIN') {
      const payload = base64(`\0${username}\0${password}`);
      return this.say(`AUTH PLAIN ${payload}`, 'AUTH PLAIN');
    }
    if (!(await this.say(`AUTH ${mechanism ?? ''}`))) return false;
    if (mechanism === 'LOGIN')
      return (await this.say(base64(username), '[user name]')) && this.say(base64(password), '[password]');
    const digest = createHmac('md5', password).update(Buffer.from(this.challenge, 'base64')).digest('hex');
    return this.say(base64(`${username} ${digest}`), '[digest]');
  }

  /** Logs in and hands a message over, as far as the server goes along. */
  async sendMessage(message: AskedMessage, mechanism: Witness['login']): Promise<void> {
    const { from = '', to = '' } = message;
    const body = `From: <${from}>\r\nTo: <${to}>\r\nSubject: witness\r\n\r\nSeen.\r\n.`;
    const went =
      (await this.logIn(message, mechanism)) &&
      (await this.say(`MAIL FROM:<${from}>`)) &&
      (await this.say(`RCPT TO:<${to}>`)) &&
      (await this.say('DATA')) &&
      (await this.say(body, '[message]'));
    if (went) await this.say('QUIT');
  }
}
