/**
 * A TCP peer that keeps a record of every connection: when it opened and closed, and what the client sent. It hands
 * the bytes on to a real server, or says nothing at all.
 */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type RecordedConnection = {
  /** What the client sent, as it went over the wire. */
  received(): Buffer;
  /** Resolves when the client's side is gone, with the moment of `performance.now()`. */
  readonly closed: Promise<number>;
};
export type RecordingPeer = {
  readonly port: number;
  readonly connections: readonly RecordedConnection[];
  /** Resolves with the connection of that number, from 0, once there is one. */
  connection(index: number): Promise<RecordedConnection>;
  stop(): Promise<void>;
};

function record(client: Socket): RecordedConnection {
  const chunks: Buffer[] = [];
  client.on('data', (chunk: Buffer) => chunks.push(chunk));
  client.on('error', () => client.destroy());
  const closed = new Promise<number>((resolve) => {
    // A client that destroys its socket is seen as its end, or as a reset; whichever comes first counts.
    for (const sign of ['end', 'close']) client.once(sign, () => resolve(performance.now()));
  });
  return { received: () => Buffer.concat(chunks), closed };
}

/** `to` is the port of the server behind it on 127.0.0.1; without one the peer is mute. */
export async function startRecordingPeer(to?: number): Promise<RecordingPeer> {
  const connections: RecordedConnection[] = [];
  const sockets = new Set<Socket>();
  const waiting: (() => void)[] = [];
  const server = createServer({ allowHalfOpen: true }, (client) => {
    sockets.add(client);
    connections.push(record(client));
    for (const wake of waiting.splice(0)) wake();
    if (to === undefined) return void client.once('end', () => client.destroy());
    const behind = connect({ host: '127.0.0.1', port: to });
    sockets.add(behind);
    behind.on('error', () => client.destroy());
    client.on('close', () => behind.destroy());
    client.pipe(behind).pipe(client);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const connection = async (index: number): Promise<RecordedConnection> => {
    for (;;) {
      const found = connections[index];
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  return {
    port: (server.address() as AddressInfo).port,
    connections,
    connection,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
