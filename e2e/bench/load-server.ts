/** A peer that is as light as one can be, so that many conversations at once measure who asks and not who answers. */
import { createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket, type SecureContext } from 'node:tls';
import type { Leaf } from '../../lib/network/testing/certificates';

const greeting = '220 load.bench.test ESMTP\r\n';
const ehlo = '250-load.bench.test\r\n250-PIPELINING\r\n250-SIZE 26214400\r\n250-8BITMIME\r\n';
const inside = `${ehlo}250 AUTH PLAIN LOGIN\r\n`;
const outside = `${ehlo}250 STARTTLS\r\n`;

function answer(socket: Socket, onStartTls?: () => void): void {
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes: Buffer) => {
    const command = bytes.toString('latin1').slice(0, 8).toUpperCase();
    if (command.startsWith('EHLO')) socket.write(onStartTls === undefined ? inside : outside);
    else if (command === 'STARTTLS' && onStartTls !== undefined) onStartTls();
    else if (command.startsWith('QUIT')) socket.end('221 2.0.0 Bye\r\n');
    else socket.end('502 5.5.1 Not here\r\n');
  });
}

function secure(socket: Socket, secureContext: SecureContext): TLSSocket {
  return new TLSSocket(socket, { isServer: true, secureContext });
}

/** TLS from the start: greets inside. */
export function implicitServer(leaf: Leaf): Server {
  const context = createSecureContext(leaf);
  return createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    const top = secure(socket, context);
    answer(top);
    top.write(greeting);
  });
}

export function startTlsServer(leaf: Leaf): Server {
  const context = createSecureContext(leaf);
  return createServer({ noDelay: true }, (socket) => {
    answer(socket, () => {
      socket.removeAllListeners('data');
      socket.write('220 2.0.0 Ready\r\n');
      answer(secure(socket, context));
    });
    socket.write(greeting);
  });
}
