import { expect, test } from './fixtures';
import { sendTestEmail } from './journey/message-step';
import { reachOwnMessage, reachOwnPorts } from './journey/own-server';
import { startExim, whyNoExim } from './lab/exim';
import { holdingLine } from './lab/exim-configuration';
import { eximSessions } from './lab/exim-sessions';
import { startRecordingPeer, type RecordedConnection } from './lab/recording-peer';
import { canary } from './watch/canary';

const login = { username: 'shop@mail.test', password: canary };
const sender = 'orders@shop.test';
const skipped = whyNoExim();

/** Leaves by `leave`; the peer must see its connection end within a second of that. */
async function expectClosedWithinASecond(connection: RecordedConnection, leave: () => Promise<unknown>): Promise<void> {
  const left = performance.now();
  const leaving = leave();
  expect((await connection.closed) - left).toBeLessThan(1000);
  await leaving;
}

test('a tab closed while ports are tried closes the sockets within a second', async ({ page }) => {
  const peer = await startRecordingPeer();
  try {
    await reachOwnPorts(page, { host: 'localhost', port: peer.port, ...login, sender });
    await expectClosedWithinASecond(await peer.connection(0), () => page.close());
    expect(peer.connections).toHaveLength(1);
  } finally {
    await peer.stop();
  }
});

test('a step left while ports are tried closes the sockets within a second', async ({ page }) => {
  const peer = await startRecordingPeer();
  try {
    await reachOwnPorts(page, { host: 'localhost', port: peer.port, ...login, sender });
    await expectClosedWithinASecond(await peer.connection(0), () => page.goBack());
  } finally {
    await peer.stop();
  }
});

test('a tab closed while the message is under way closes the socket within a second, and nothing is delivered', async ({
  page,
  certificates,
}) => {
  test.skip(skipped !== undefined, skipped ?? '');
  const { cert, key } = certificates.good;
  const exim = await startExim({ certificate: cert, key, users: [login], holds: true });
  const peer = await startRecordingPeer(exim.port);
  try {
    await reachOwnMessage(page, { host: 'localhost', port: peer.port, ...login, sender });
    await sendTestEmail(page);
    // The server has user, sender and recipient, and was asked to take the message: now the tab goes.
    await expect.poll(() => exim.log(), { timeout: 15_000 }).toContain(holdingLine);
    const last = peer.connections.length - 1;
    await expectClosedWithinASecond(await peer.connection(last), () => page.close());
    await expect.poll(() => eximSessions(exim.log()).open, { timeout: 15_000 }).toBe(0);
    expect(exim.log()).not.toContain('<=');
    expect(await exim.messages()).toEqual([]);
  } finally {
    await peer.stop();
    await exim.stop();
  }
});
