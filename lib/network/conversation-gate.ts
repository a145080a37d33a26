import 'server-only';
import { ConversationAborted } from './failure-thrown';

/** How many conversations one host may have with us at a time; what is connected beyond that waits its turn. */
const mostConversations = 5;

type Turn = () => void;

/** Lets a bounded number in at a time, by key, in the order they came. */
export class ConversationGate {
  private readonly inside = new Map<string, number>();
  private readonly waiting = new Map<string, Turn[]>();

  constructor(private readonly most: number = mostConversations) {}

  /** Waits for a turn; the function that comes back gives it to the next. Throws ConversationAborted after `ms` or when the signal fires. */
  async enter(key: string, ms: number, signal: AbortSignal): Promise<() => void> {
    if ((this.inside.get(key) ?? 0) >= this.most) await this.queue(key, ms, signal);
    else this.inside.set(key, (this.inside.get(key) ?? 0) + 1);
    let isInside = true;
    return () => {
      if (isInside) this.leave(key);
      isInside = false;
    };
  }

  /** The same for one key. */
  at(key: string): (ms: number, signal: AbortSignal) => Promise<() => void> {
    return (ms, signal) => this.enter(key, ms, signal);
  }

  private queue(key: string, ms: number, signal: AbortSignal): Promise<void> {
    const queue = this.waiting.get(key) ?? [];
    this.waiting.set(key, queue);
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        settle();
      };
      const turn = () => done(resolve);
      const giveUp = () => {
        queue.splice(queue.indexOf(turn), 1);
        done(() => reject(new ConversationAborted()));
      };
      const timer = setTimeout(giveUp, ms);
      queue.push(turn);
      signal.addEventListener('abort', giveUp, { once: true });
      if (signal.aborted) giveUp();
    });
  }

  /** The place goes to whoever waits longest, or is free again. */
  private leave(key: string): void {
    const next = this.waiting.get(key)?.shift();
    if (next !== undefined) return next();
    this.waiting.delete(key);
    const left = (this.inside.get(key) ?? 1) - 1;
    if (left > 0) this.inside.set(key, left);
    else this.inside.delete(key);
  }
}

// Next gives each route a copy of this module; what protects a target is one per process.
const key = Symbol.for('outport.conversation-gate');
const registry = globalThis as { [key]?: ConversationGate };

/** Hosted mode: one gate for all requests, by address, so that many names or many people cannot crowd one server. */
export function sharedGate(): ConversationGate {
  const shared = registry[key] ?? new ConversationGate();
  registry[key] = shared;
  return shared;
}
