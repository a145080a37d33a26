/** A mail server on STARTTLS that takes a whole message, keeps it, and is gone before it has answered. */
import { SMTPServer } from 'smtp-server';
import type { Leaf } from '../../lib/network/testing/certificates';

export type VanishingServer = {
  readonly port: number;
  /** The messages it took, as their sender wrote them. */
  readonly messages: readonly string[];
  stop(): Promise<void>;
};

/** Starts it on a free port of loopback. */
export async function startVanishingServer({ cert, key }: Leaf): Promise<VanishingServer> {
  const messages: string[] = [];
  const server = new SMTPServer({
    cert,
    key,
    disableReverseLookup: true,
    // One that is never closed by its client is closed here.
    closeTimeout: 100,
    onAuth: ({ username = '' }, _session, settle) => settle(null, { user: username }),
    onData: (stream, { id }) => {
      let text = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      stream.on('end', () => {
        messages.push(text);
        for (const connection of server.connections) if (connection.id === id) connection.close();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  server.on('error', () => undefined);
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    port: address.port,
    messages,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
