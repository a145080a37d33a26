/** The SMTP conversation of a probe with bare Node sockets: nothing is recorded, judged or told. */
import net from 'node:net';
import tls from 'node:tls';

export type Peer = { readonly address: string; readonly port: number; readonly servername: string };

/** Waits for one whole reply; rejects when the socket ends, fails or takes longer than `ms`. */
function reply(socket: net.Socket, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const done = (settle: () => void) => {
      clearTimeout(timer);
      socket.off('data', onData).off('error', onError).off('close', onClose);
      settle();
    };
    const onData = (part: Buffer) => {
      text += part.toString('latin1');
      if (/^\d{3}(?: .*)?\r\n$/m.test(text)) done(() => resolve(text));
    };
    const onError = (error: Error) => done(() => reject(error));
    const onClose = () => done(() => reject(new Error('closed')));
    const timer = setTimeout(() => done(() => reject(new Error('silent'))), ms);
    socket.on('data', onData).on('error', onError).on('close', onClose);
  });
}

function happens(socket: net.Socket, event: 'connect' | 'secureConnect', ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('silent')), ms);
    socket.once(event, () => {
      clearTimeout(timer);
      resolve();
    });
    socket.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
  });
}

async function ask(socket: net.Socket, line: string, ms: number): Promise<string> {
  socket.write(`${line}\r\n`);
  return reply(socket, ms);
}

async function secured(socket: net.Socket, servername: string, ms: number): Promise<tls.TLSSocket> {
  const secure = tls.connect({ socket, servername, minVersion: 'TLSv1.2' });
  await happens(secure, 'secureConnect', ms);
  return secure;
}

async function converse(socket: net.Socket, isImplicit: boolean, servername: string, ms: number): Promise<void> {
  await happens(socket, 'connect', ms);
  if (isImplicit) {
    const secure = await secured(socket, servername, ms);
    await reply(secure, ms);
    await ask(secure, 'EHLO bench.test', ms);
    secure.end('QUIT\r\n');
    return;
  }
  await reply(socket, ms);
  await ask(socket, 'EHLO bench.test', ms);
  await ask(socket, 'STARTTLS', ms);
  const secure = await secured(socket, servername, ms);
  await ask(secure, 'EHLO bench.test', ms);
  secure.end('QUIT\r\n');
}

/**
 * Connects, encrypts in the way the port asks for, says EHLO inside and QUIT; rejects when any wait lasts `ms`.
 * The certificate is verified as Node does by itself. `onSocket` sees the socket first.
 */
export async function dialogue(
  { address, port, servername }: Peer,
  isImplicit: boolean,
  ms: number,
  onSocket: (socket: net.Socket) => void = () => undefined,
): Promise<void> {
  const socket = net.connect({ host: address, port, noDelay: true });
  socket.on('error', () => socket.destroy());
  onSocket(socket);
  try {
    await converse(socket, isImplicit, servername, ms);
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
