import net from 'node:net';
import tls from 'node:tls';

/**
 * A peer that follows a written dialogue: what it says, and the line it expects before it says the next thing. The
 * dialogue must be used up, so a client that stops early or says something else fails the test. TLS is real.
 */
export type Line =
  | { readonly say: string | Buffer }
  | { readonly expect: RegExp }
  /** Waits for bytes that need be no line. */
  | { readonly hear: RegExp }
  /** Takes a message up to its final dot (RFC 5321 §4.1.1.4). */
  | { readonly takeBody: true }
  | { readonly startTls: true }
  | { readonly close: 'end' | 'reset' }
  /** Waits so many milliseconds before the next line. */
  | { readonly pause: number }
  /** Says this again and again, as fast as it is read, until the peer is gone. */
  | { readonly repeat: string | Buffer }
  | { readonly silence: true };

export type ScriptedServer = {
  readonly port: number;
  /** Every line a client sent, on all connections. */
  readonly heard: readonly string[];
  /** The same, one list for each connection in the order they came. */
  readonly sessions: readonly (readonly string[])[];
  /** What was left of the dialogue when the last connection ended. */
  remaining(): number;
  /** Open connections. */
  connections(): number;
  /** How each ended that has: the client closed it, or reset it. */
  readonly ended: readonly ('closed' | 'reset')[];
  stop(): Promise<void>;
};

export type ScriptOptions = {
  readonly dialogue: readonly Line[];
  readonly implicitTls?: boolean;
  readonly tls?: tls.SecureContextOptions & { readonly requestCert?: boolean; readonly rejectUnauthorized?: boolean };
  readonly address?: string;
  /** A free one unless said otherwise. */
  readonly port?: number;
};

type State = { at: number; unread: string; paused: boolean; readonly heard: string[] };

function sayForever(socket: net.Socket, bytes: string | Buffer): void {
  const write = (): void => {
    while (!socket.destroyed) if (!socket.write(bytes)) return void socket.once('drain', write);
  };
  write();
}

export async function startScriptedServer(options: ScriptOptions): Promise<ScriptedServer> {
  const { dialogue } = options;
  const heard: string[] = [];
  const ended: ('closed' | 'reset')[] = [];
  const sessions: string[][] = [];
  const open = new Set<net.Socket>();
  let remaining = dialogue.length;

  const follow = (socket: net.Socket, raw: net.Socket, state: State): void => {
    for (;;) {
      if (state.paused) return;
      const line = dialogue[state.at];
      remaining = Math.min(remaining, dialogue.length - state.at);
      if (line === undefined || 'silence' in line)
        return void (remaining = dialogue.length - state.at - (line === undefined ? 0 : 1));
      if ('expect' in line) {
        const end = state.unread.indexOf('\r\n');
        if (end === -1) return;
        const said = state.unread.slice(0, end);
        state.unread = state.unread.slice(end + 2);
        heard.push(said);
        state.heard.push(said);
        if (!line.expect.test(said)) return void socket.destroy();
      } else if ('hear' in line) {
        if (!line.hear.test(state.unread)) return;
        state.unread = '';
      } else if ('takeBody' in line) {
        const end = state.unread.indexOf('\r\n.\r\n');
        if (end === -1) return;
        state.unread = state.unread.slice(end + 5);
      } else if ('say' in line) socket.write(line.say);
      else if ('repeat' in line) {
        state.at += 1;
        return sayForever(socket, line.repeat);
      } else if ('pause' in line) {
        state.paused = true;
        state.at += 1;
        setTimeout(() => {
          state.paused = false;
          if (!socket.destroyed) follow(socket, raw, state);
        }, line.pause);
        return;
      } else if ('close' in line) {
        state.at += 1;
        remaining = Math.min(remaining, dialogue.length - state.at);
        if (line.close === 'reset') raw.resetAndDestroy();
        else socket.end();
        return;
      } else {
        state.at += 1;
        socket.removeAllListeners('data');
        const secure = new tls.TLSSocket(socket, { isServer: true, ...options.tls });
        attend(secure, raw, state);
        return;
      }
      state.at += 1;
    }
  };

  const attend = (socket: net.Socket, raw: net.Socket, state: State): void => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => {
      state.unread += chunk.toString('latin1');
      follow(socket, raw, state);
    });
    follow(socket, raw, state);
  };

  const server = net.createServer((raw) => {
    open.add(raw);
    let isReset = false;
    raw.on('close', () => {
      open.delete(raw);
      ended.push(isReset ? 'reset' : 'closed');
    });
    const onError = (error: Error) => {
      isReset ||= 'code' in error && error.code === 'ECONNRESET';
      raw.destroy();
    };
    raw.on('error', onError);
    const state: State = { at: 0, unread: '', paused: false, heard: [] };
    sessions.push(state.heard);
    if (options.implicitTls !== true) return attend(raw, raw, state);
    const secure = new tls.TLSSocket(raw, { isServer: true, ...options.tls });
    secure.on('error', onError);
    secure.once('secure', () => attend(secure, raw, state));
  });
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(options.port ?? 0, options.address ?? '127.0.0.1', resolve),
  );
  const { port } = server.address() as net.AddressInfo;
  return {
    port,
    heard,
    ended,
    sessions,
    remaining: () => remaining,
    connections: () => open.size,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
