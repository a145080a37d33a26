import 'server-only';
import type { Facts } from '@/lib/probe/events';
import type { Security } from '@/lib/smtp/endpoint';
import type { Failure, Stage, TlsFacts } from '@/lib/smtp/outcome';
import { offers, parseCapabilities, type Capability, type Reply } from '@/lib/smtp/reply';
import type { Connection } from './connection';
import type { Patience } from './deadlines';
import { ehloName } from './ehlo-name';
import { ConversationFailed } from './failure-thrown';
import { expectCode } from './expect-code';
import { startTls } from './tls';
import type { Transcript } from './transcript';
import { Wire } from './wire';

/**
 * One SMTP conversation up to the point where a submission client would log in (RFC 5321 §3.1-3.2, RFC 3207, RFC
 * 8314 §3): greeting, EHLO, and encryption in the way the endpoint asks for. Never a credential, and never HELO: it
 * announces neither encryption nor login, so a server that refuses EHLO is no submission server (RFC 6409 §7).
 */
export type SessionContext = {
  readonly host: string;
  readonly security: Security;
  readonly signal: AbortSignal;
  readonly patience: Patience;
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

function readGreeting(wire: Wire, { stage, patience, signal }: SessionContext): Promise<Reply> {
  const place = { stage: 'greeting', secured: wire.secured } as const;
  return stage('greeting', wire.secured, async () => {
    const reply = await wire.readReply('greeting', patience('greeting'), signal);
    return { value: expectCode(reply, [220], place, ''), facts: { reply } };
  });
}

function sayEhlo(wire: Wire, { stage, patience, signal }: SessionContext): Promise<Capability[]> {
  const place = { stage: 'ehlo', secured: wire.secured } as const;
  return stage('ehlo', wire.secured, async () => {
    await wire.send([`EHLO ${ehloName(wire.localAddress)}`], place, patience('ehlo'), signal);
    const reply = await wire.readReply('ehlo', patience('ehlo'), signal);
    const capabilities = parseCapabilities(expectCode(reply, [250], place, 'EHLO'));
    return { value: capabilities, facts: { capabilities } };
  });
}

function handshake(connection: Connection, context: SessionContext): Promise<TlsFacts> {
  return context.stage('tls', false, async () => {
    const facts = await startTls(connection, context.host, context.patience('tls'), context.signal);
    return { value: facts, facts };
  });
}

/** Boxes that filter SMTP overwrite keywords letter by letter, so that TCP's counting stays right: XXXXXXXA, XXXB. */
function looksMasked(capabilities: readonly Capability[]): boolean {
  return capabilities.some(({ keyword }) => /^X{3,}[A-Z]$/.test(keyword));
}

async function upgrade(wire: Wire, capabilities: readonly Capability[], context: SessionContext): Promise<void> {
  const { patience, signal } = context;
  const place = { stage: 'starttls', secured: false } as const;
  await context.stage('starttls', false, async () => {
    if (!offers(capabilities, 'STARTTLS'))
      throw new ConversationFailed({ ...place, kind: 'starttls-not-offered', masked: looksMasked(capabilities) });
    await wire.send(['STARTTLS'], place, patience('starttls'), signal);
    const reply = await wire.readReply('starttls', patience('starttls'), signal);
    expectCode(reply, [220], place, 'STARTTLS');
    // RFC 3207 §4.2: what was said before TLS must be forgotten; whoever put it there wants it believed inside.
    const injected = wire.release().toString('utf8').slice(0, 200);
    const violation: Failure = { ...place, kind: 'protocol-violation', cause: 'data-before-tls', sample: injected };
    if (injected !== '') throw new ConversationFailed(violation);
    return { value: undefined, facts: { reply } };
  });
}

/** RFC 5321 §4.1.1.10: who has been answered says QUIT before leaving. A 421 has said it already. */
function deservesGoodbye({ failure }: ConversationFailed): boolean {
  if (failure.kind === 'negative-reply') return failure.reply.code !== 421;
  return failure.kind === 'starttls-not-offered';
}

async function politely<T>(wire: Wire, converse: () => Promise<T>): Promise<T> {
  try {
    return await converse();
  } catch (error) {
    if (error instanceof ConversationFailed && deservesGoodbye(error)) wire.quit();
    else wire.connection.close();
    throw error;
  }
}

function converse(wire: Wire, context: SessionContext): Promise<Opened> {
  return politely(wire, async () => {
    const greeting = await readGreeting(wire, context);
    return { wire, greeting, capabilities: await sayEhlo(wire, context) };
  });
}

/** A connection → a session that answered EHLO on the encryption asked for. Throws as its parts do; the connection ends then. */
export async function openSession(connection: Connection, context: SessionContext): Promise<Opened> {
  if (context.security === 'implicit-tls') {
    const tls = await handshake(connection, context);
    return { ...(await converse(new Wire(connection, true, context.transcript), context)), tls };
  }
  const plain = new Wire(connection, false, context.transcript);
  const opened = await converse(plain, context);
  if (context.security === 'cleartext') return opened;
  await politely(plain, () => upgrade(plain, opened.capabilities, context));
  const tls = await handshake(connection, context);
  const wire = new Wire(connection, true, context.transcript);
  const capabilities = await politely(wire, () => sayEhlo(wire, context));
  return { wire, greeting: opened.greeting, capabilities, tls };
}
