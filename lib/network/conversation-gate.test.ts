import { afterEach, describe, expect, test, vi } from 'vitest';
import { ConversationGate } from './conversation-gate';
import { ConversationAborted } from './failure-thrown';

afterEach(() => {
  vi.useRealTimers();
});

const never = new AbortController().signal;

describe('a gate', () => {
  test('lets so many in by key, and then in the order they came', async () => {
    const gate = new ConversationGate(2);
    const order: string[] = [];
    const [first, second] = await Promise.all([gate.enter('a', 1e6, never), gate.enter('a', 1e6, never)]);
    const third = gate.enter('a', 1e6, never).then((leave) => (order.push('third'), leave));
    const fourth = gate.enter('a', 1e6, never).then((leave) => (order.push('fourth'), leave));
    const leaveOther = await gate.enter('b', 1e6, never);
    expect(order).toEqual([]);
    first();
    first(); // twice gives away one place only
    const leaveThird = await third;
    expect(order).toEqual(['third']);
    second();
    (await fourth)();
    leaveThird();
    leaveOther();
    await Promise.all([gate.enter('a', 1e6, never), gate.enter('a', 1e6, never)]);
  });

  test('is given up on after the time that is left, without losing a place', async () => {
    vi.useFakeTimers();
    const gate = new ConversationGate(1);
    const leave = await gate.enter('a', 1000, never);
    const waiting = expect(gate.enter('a', 1000, never)).rejects.toBeInstanceOf(ConversationAborted);
    await vi.advanceTimersByTimeAsync(1000);
    await waiting;
    leave();
    await gate.enter('a', 1000, never);
  });

  test('is given up on when the run stops', async () => {
    const gate = new ConversationGate(1);
    const stop = new AbortController();
    await gate.enter('a', 1e6, never);
    const waiting = expect(gate.enter('a', 1e6, stop.signal)).rejects.toBeInstanceOf(ConversationAborted);
    stop.abort();
    await waiting;
    await expect(gate.enter('a', 1e6, stop.signal)).rejects.toBeInstanceOf(ConversationAborted);
  });
});
