'use client';
import { useEffect, useSyncExternalStore } from 'react';
import { untilNextWords } from '@/lib/wizard/hold-words';
import {
  heldUntil,
  isWaitOver,
  readWaits,
  refusalsToFear,
  storedWaits,
  withAttempt,
  type Attempt,
  type Login,
  type LoginRecord,
} from '@/lib/wizard/login-record';

const storageKey = 'outport.waits';
type Snapshot = { readonly records: readonly LoginRecord[]; readonly now: number };
const onServer: Snapshot = { records: [], now: 0 };

function stored(): string | null {
  try {
    return sessionStorage.getItem(storageKey);
  } catch {
    return null; // without storage a reload forgets the wait, and nothing else
  }
}

function store(text: string): void {
  try {
    sessionStorage.setItem(storageKey, text);
  } catch {
    return; // as above
  }
}

/** One for the tab, outside of React: leaving the step and coming back does not end a wait. */
class LoginRecords {
  private snapshot: Snapshot | undefined;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): Snapshot => {
    const now = Date.now();
    return (this.snapshot ??= { records: readWaits(stored(), now), now });
  };

  /** The time has gone on. */
  readonly tick = (): void => this.change({ ...this.current(), now: Date.now() });

  readonly record = (login: Login, attempt: Attempt): void => {
    const records = withAttempt(this.current().records, login, attempt);
    const now = Date.now();
    store(storedWaits(records, now));
    this.change({ records, now });
  };

  private change(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}

const tab = new LoginRecords();

export type LoginWait = {
  /** Until when the server wants this login left alone, and what time it is now. */
  readonly held: { readonly until: number; readonly now: number } | undefined;
  readonly isOver: boolean;
  /** Refusals in a row, once they are enough to fear for the account. */
  readonly refusals: number | undefined;
};

/** What is remembered of one login. It renders anew when the words about the time change, not every second. */
export function useLoginWait(login: Login): LoginWait {
  const { records, now } = useSyncExternalStore(tab.subscribe, tab.current, () => onServer);
  const until = heldUntil(records, login, now);
  useEffect(() => tab.tick(), []);
  useEffect(() => {
    if (until === undefined) return;
    const timer = setTimeout(tab.tick, untilNextWords(until, now));
    return () => clearTimeout(timer);
  }, [until, now]);
  return {
    held: until === undefined ? undefined : { until, now },
    isOver: isWaitOver(records, login, now),
    refusals: refusalsToFear(records, login),
  };
}

/** Tells the tab how an attempt ended. */
export const recordAttempt = tab.record;

/** Whether the login is held at this moment, whatever was rendered last. */
export const isHeldNow = (login: Login): boolean => heldUntil(tab.current().records, login, Date.now()) !== undefined;
