import 'server-only';

/** So many events a key in the time that has just passed. Bounded in what it remembers, whoever asks. */
export class SlidingWindow {
  private readonly times = new Map<string, number[]>();

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
    private readonly mostKeys = 10_000,
  ) {}

  private recent(key: string, now: number): number[] {
    return (this.times.get(key) ?? []).filter((time) => now - time < this.windowMs);
  }

  /** After how many milliseconds all keys have room again; 0 when they have it now. */
  wait(keys: readonly string[], now: number): number {
    if (this.times.size + keys.length > this.mostKeys) this.forget(now);
    if (this.times.size + keys.length > this.mostKeys) return this.windowMs;
    const waits = keys.map((key) => {
      const recent = this.recent(key, now);
      const [oldest] = recent.slice(-this.most);
      return recent.length < this.most || oldest === undefined ? 0 : this.windowMs - (now - oldest);
    });
    return Math.max(0, ...waits);
  }

  /** Counts one event for each key. */
  count(keys: readonly string[], now: number): void {
    for (const key of new Set(keys)) this.times.set(key, [...this.recent(key, now), now]);
  }

  private forget(now: number): void {
    for (const key of [...this.times.keys()]) if (this.recent(key, now).length === 0) this.times.delete(key);
  }
}
