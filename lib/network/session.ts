import 'server-only';
import type net from 'node:net';
import type { Facts } from '@/lib/probe/events';
import type { Security } from '@/lib/smtp/endpoint';
import type { Failure, Stage, TlsFacts } from '@/lib/smtp/outcome';
import { offers, parseCapabilities, type Capability, type Reply } from '@/lib/smtp/reply';
import { deadlines } from './deadlines';
import { ehloName } from './ehlo-name';
import { ConversationFailed } from './failure-thrown';
import { startTls } from './tls';
import type { Transcript } from './transcript';
import { Wire } from './wire';

/**
 * One SMTP conversation up to the point where a submission client would log in (RFC 5321 §3.1-3.2, RFC 3207, RFC
 * 8314 §3): greeting, EHLO, and encryption in the way the endpoint asks for. Never a credential.
 */
export type SessionContext = {
  readonly host: string;
  readonly security: Security;
  readonly signal: AbortSignal;
  readonly transcript: Transcript;
  /** Runs one stage, telling when it began and what it found. Failures pass through it. */
  readonly stage: <T>(stage: Stage, secured: boolean, run: () => Promise<{ value: T; facts: Facts }>) => Promise<T>;
};

export type Opened = {
  readonly wire: Wire;
  readonly greeting: Reply;
  readonly capabilities: readonly Capability[];
  readonly tls?: TlsFacts;
};

function negative(stage: Stage, secured: boolean, reply: Reply, command: string): ConversationFailed {
  return new ConversationFailed({ stage, secured, kind: 'negative-reply', reply, command });
}

function readGreeting(wire: Wire, context: SessionContext): Promise<Reply> {
  return context.stage('greeting', wire.secured, async () => {
    const reply = await wire.readReply('greeting', deadlines.greeting, context.signal);
    if (reply.code !== 220) throw negative('greeting', wire.secured, reply, '');
    return { value: reply, facts: { reply } };
  });
}

function sayEhlo(wire: Wire, context: SessionContext): Promise<Capability[]> {
  return context.stage('ehlo', wire.secured, async () => {
    wire.send(`EHLO ${ehloName(wire.socket.localAddress)}`, { stage: 'ehlo', secured: wire.secured });
    const reply = await wire.readReply('ehlo', deadlines.ehlo, context.signal);
    if (reply.code !== 250) throw negative('ehlo', wire.secured, reply, 'EHLO');
    const capabilities = parseCapabilities(reply);
    return { value: capabilities, facts: { capabilities } };
  });
}

function handshake(socket: net.Socket, context: SessionContext): Promise<{ socket: net.Socket; facts: TlsFacts }> {
  return context.stage('tls', false, async () => {
    const secure = await startTls(socket, context.host, context.signal);
    return { value: secure, facts: secure.facts };
  });
}

/** Boxes that filter SMTP overwrite the keyword letter by letter, so that TCP's counting stays right: XXXXXXXA. */
function looksMasked(capabilities: readonly Capability[]): boolean {
  return capabilities.some(({ keyword }) => /^X{7}[A-Z]$/.test(keyword));
}

async function upgrade(wire: Wire, capabilities: readonly Capability[], context: SessionContext): Promise<net.Socket> {
  const place = { stage: 'starttls', secured: false } as const;
  await context.stage('starttls', false, async () => {
    if (!offers(capabilities, 'STARTTLS'))
      throw new ConversationFailed({ ...place, kind: 'starttls-not-offered', masked: looksMasked(capabilities) });
    wire.send('STARTTLS', place);
    const reply = await wire.readReply('starttls', deadlines.starttls, context.signal);
    if (reply.code !== 220) throw negative('starttls', false, reply, 'STARTTLS');
    return { value: undefined, facts: { reply } };
  });
  // RFC 3207 §4.2: what was said before TLS must be forgotten; whoever put it there wants it believed inside.
  const injected = wire.release();
  const violation: Failure = {
    ...place,
    kind: 'protocol-violation',
    cause: 'data-before-tls',
    sample: injected.toString('utf8').slice(0, 200),
  };
  if (injected.length > 0) throw new ConversationFailed(violation);
  return wire.socket;
}

/** A connected socket → a session that answered EHLO on the encryption asked for. Throws as its parts do. */
export async function openSession(socket: net.Socket, context: SessionContext): Promise<Opened> {
  if (context.security === 'implicit-tls') {
    const secure = await handshake(socket, context);
    const wire = new Wire(secure.socket, true, context.transcript);
    const greeting = await readGreeting(wire, context);
    return { wire, greeting, capabilities: await sayEhlo(wire, context), tls: secure.facts };
  }
  const plain = new Wire(socket, false, context.transcript);
  const greeting = await readGreeting(plain, context);
  const capabilities = await sayEhlo(plain, context);
  if (context.security === 'cleartext') return { wire: plain, greeting, capabilities };
  const secure = await handshake(await upgrade(plain, capabilities, context), context);
  const wire = new Wire(secure.socket, true, context.transcript);
  return { wire, greeting, capabilities: await sayEhlo(wire, context), tls: secure.facts };
}

/** Says QUIT (RFC 5321 §4.1.1.10) and gives the peer a second to close; nobody waits for it. */
export function quit(wire: Wire): void {
  const { socket } = wire;
  if (socket.destroyed || !socket.writable) return void socket.destroy();
  socket.on('error', () => socket.destroy());
  wire.send('QUIT', { stage: 'ehlo', secured: wire.secured });
  socket.end();
  const timer = setTimeout(() => socket.destroy(), deadlines.goodbye);
  socket.once('close', () => clearTimeout(timer));
}
