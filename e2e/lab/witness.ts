/**
 * Sees for itself what a scenario claims, with Node's bare sockets and nothing of Outport's: asks the name server,
 * connects to every address, speaks plain SMTP and writes down what happened, one line for each thing.
 */
import { connect, isIP, type Socket } from 'node:net';
import { checkServerIdentity, connect as connectTls, type TLSSocket } from 'node:tls';
import { askNameServer } from './dns-question';
import { PlainConversation } from './plain-conversation';
import type { AskedMessage, Witness } from './scenario';

export type WitnessTask = {
  readonly endpoint: AskedMessage & { readonly host: string };
  /** Whether it goes on to log in and to hand over a message. */
  readonly sends: boolean;
  readonly witness: Omit<Witness, 'sees'>;
  /** Addresses to dial; without them the name server is asked. */
  readonly addresses?: readonly string[];
  /** Where a lab without namespaces really put an address and port. */
  readonly placeOf: (address: string, port: number) => { readonly address: string; readonly port: number };
};

const usualPatience = 3_000;

function connected(
  task: WitnessTask,
  address: string,
  patience: number,
): Promise<{ readonly seen: string; readonly socket: Socket | undefined }> {
  const place = task.placeOf(address, task.endpoint.port);
  return new Promise((resolve) => {
    const socket = connect({ host: place.address, port: place.port });
    const done = (line: string, result?: Socket) => {
      clearTimeout(timer);
      if (result === undefined) socket.destroy();
      resolve({ seen: `${address}: ${line}`, socket: result });
    };
    const timer = setTimeout(() => done('silence'), patience);
    socket.once('connect', () => done('connected', socket));
    socket.once('error', (error: NodeJS.ErrnoException) => {
      done(`${error.code ?? error.message}${error.message.includes(' - Local') ? ' locally' : ''}`);
    });
    socket.on('error', () => socket.destroy());
  });
}

function tlsOver(socket: Socket, task: WitnessTask, patience: number, write: (line: string) => void) {
  const { host } = task.endpoint;
  const old = { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
  return new Promise<TLSSocket | undefined>((resolve) => {
    const named = /^[\d.]+$|:/.test(host) ? {} : { servername: host };
    const versions = task.witness.oldTls === true ? old : {};
    const secure = connectTls({ socket, host, ...named, ...versions, rejectUnauthorized: false });
    const done = (line: string, result?: TLSSocket) => {
      clearTimeout(timer);
      write(`TLS: ${line}`);
      if (result === undefined) socket.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => done('silence'), patience);
    secure.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    secure.on('error', () => secure.destroy());
    secure.once('secureConnect', () => {
      done(secure.getProtocol() ?? '', secure);
      const problem = secure.authorizationError as unknown;
      write(`certificate: ${secure.authorized ? 'trusted' : String(problem)}`);
      const mismatch = checkServerIdentity(host, secure.getPeerCertificate());
      write(`name: ${mismatch === undefined ? 'fits' : 'does not fit'}`);
    });
  });
}

/** The first address that connects, IPv4 before IPv6; all are tried. */
async function dialAll(task: WitnessTask, patience: number, write: (line: string) => void) {
  const { host, family } = task.endpoint;
  const found = isIP(host) === 0 ? (task.addresses ?? (await askNameServer(host, patience, write))) : [host];
  const wanted = found.filter((address) => family === undefined || address.includes(':') === (family === 6));
  const tried = await Promise.all(wanted.map((address) => connected(task, address, patience)));
  for (const { seen } of tried) write(seen);
  const [first, ...others] = tried.flatMap(({ socket }) => (socket === undefined ? [] : [socket]));
  for (const socket of others) socket.destroy();
  return first;
}

/** A task → what was seen. Never throws for what a peer does. */
export async function bearWitness(task: WitnessTask): Promise<readonly string[]> {
  const seen: string[] = [];
  const write = (line: string) => seen.push(line);
  const patience = task.witness.patience ?? usualPatience;
  const security = task.witness.security ?? task.endpoint.security;
  const socket = await dialAll(task, patience, write);
  if (socket === undefined) return seen;
  let wire = new PlainConversation(socket, patience, write);
  try {
    if (security === 'implicit-tls') {
      const secure = await tlsOver(wire.release(), task, patience, write);
      if (secure === undefined) return seen;
      wire = new PlainConversation(secure, patience, write);
    }
    if (task.witness.speaks !== undefined) {
      await wire.say(task.witness.speaks);
      return seen;
    }
    if (!(await wire.hear()) || !(await wire.say('EHLO witness.test'))) return seen;
    if (security === 'starttls') {
      if (!(await wire.say('STARTTLS'))) return seen;
      const secure = await tlsOver(wire.release(), task, patience, write);
      if (secure === undefined) return seen;
      wire = new PlainConversation(secure, patience, write);
      if (!(await wire.say('EHLO witness.test'))) return seen;
    }
    if (task.sends) await wire.sendMessage(task.endpoint, task.witness.login ?? 'PLAIN');
    else await wire.say('QUIT');
    return seen;
  } finally {
    socket.destroy();
  }
}
