import { afterEach, beforeEach, expect, it } from 'vitest';
import { acceptArrival, arrivalLink, arrivalState, createArrival, openArrival } from './arrivals';
import { keptMs, removeExpired } from './expiry';
import { openStore, type Store, type StorePlace } from './open-store';
import { inEveryPlace } from '@/e2e/lab/every-place';
import { makeToken } from './token';

const now = Date.UTC(2026, 10, 24);
const messageId = '<b7e1@shop.test>';

/** The same of every place. */
function contract(place: () => StorePlace): void {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(place());
    await store.deleteFrom('arrivals').execute();
  });
  afterEach(() => store.destroy());

  it('goes from unknown to waiting to opened, and tells how long it took', async () => {
    expect(await arrivalState(store, messageId, now)).toEqual({ status: 'unknown' });
    const token = await createArrival(store, messageId, now);
    expect(await arrivalState(store, messageId, now)).toEqual({ status: 'waiting' });
    await acceptArrival(store, messageId, now + 1000);
    await acceptArrival(store, messageId, now + 9000);
    expect(await arrivalState(store, messageId, now)).toEqual({ status: 'waiting' });
    expect(await openArrival(store, token, now + 42_000)).toBe(true);
    expect(await openArrival(store, token, now + 50_000)).toBe(false);
    expect(await arrivalState(store, messageId, now)).toEqual({
      status: 'opened',
      openedAt: new Date(now + 42_000).toISOString(),
      afterMs: 41_000,
    });
    expect(await arrivalState(store, '<other@shop.test>', now)).toEqual({ status: 'unknown' });
  });

  it('opens a message whose answer was lost, and counts from no acceptance', async () => {
    const token = await createArrival(store, messageId, now);
    await openArrival(store, token, now + 5000);
    expect(await arrivalState(store, messageId, now)).toEqual({
      status: 'opened',
      openedAt: new Date(now + 5000).toISOString(),
    });
  });

  it('of ten presses at once one is the first', async () => {
    const token = await createArrival(store, messageId, now);
    const others = await Promise.all([1, 2, 3].map(() => openStore(place())));
    const presses = Array.from({ length: 10 }, (_, index) => openArrival(others[index % 3] ?? store, token, now));
    expect((await Promise.all(presses)).filter(Boolean)).toEqual([true]);
    await Promise.all(others.map((other) => other.destroy()));
  });

  it('what is opened on one instance is opened on the other', async () => {
    const second = await openStore(place());
    const token = await createArrival(store, messageId, now);
    await acceptArrival(store, messageId, now);
    expect(await openArrival(second, token, now + 500)).toBe(true);
    expect(await arrivalState(store, messageId, now)).toMatchObject({ status: 'opened', afterMs: 500 });
    await second.destroy();
  });

  it('keeps neither the token nor the Message-ID, opens with nothing else, and ends', async () => {
    const token = await createArrival(store, messageId, now);
    const rows = JSON.stringify(await store.selectFrom('arrivals').selectAll().execute());
    expect(rows).not.toContain(token);
    expect(rows).not.toContain('b7e1');
    for (const other of [makeToken(), '', messageId, `${token} `])
      expect(await openArrival(store, other, now)).toBe(false);
    expect(await openArrival(store, token, now + keptMs)).toBe(false);
    await removeExpired(store, now + keptMs);
    expect(await store.selectFrom('arrivals').selectAll().execute()).toEqual([]);
  });
}

inEveryPlace(contract);

it('the link is an address of the Outport that sent the message', () => {
  expect(arrivalLink('https://outport.example.com', 'abc')).toBe('https://outport.example.com/a/abc');
});
