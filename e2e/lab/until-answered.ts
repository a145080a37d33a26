/** Waits until a server that was just started takes connections. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

async function answers(address: string, port: number): Promise<boolean> {
  const socket = connect(port, address);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** True once every address answers on every port; false when the server died or took longer than some seconds. */
export async function untilAnswered(
  addresses: readonly string[],
  ports: readonly number[],
  isAlive: () => boolean,
): Promise<boolean> {
  for (const [address, port] of addresses.flatMap((one) => ports.map((port) => [one, port] as const))) {
    for (let tries = 0; !(await answers(address, port)); tries += 1) {
      if (tries > 300 || !isAlive()) return false;
      await pause(25);
    }
  }
  return true;
}
