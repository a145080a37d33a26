import 'server-only';
import { removeExpired } from './expiry';
import { openStore, storePlace, type Store } from './open-store';

/** How often expired rows are looked for, at most; and while there are more than one look removes. */
const everyMs = 60_000;
const moreMs = 100;

type Shared = { readonly opening: Promise<Store>; swept: number };

// Next gives each route a copy of this module; the store is one per process.
const key = Symbol.for('outport.store');
const registry = globalThis as { [key]?: Shared | undefined };

/**
 * This process's store, opened at its first use. Expired rows go when it is opened and every minute in which it is used.
 * What cannot be opened is tried anew at the next use.
 */
export async function currentStore(onError: (error: unknown) => void): Promise<Store> {
  const shared = (registry[key] ??= { opening: openStore(storePlace(process.env), onError), swept: 0 });
  try {
    const store = await shared.opening;
    sweep(shared, store, onError);
    return store;
  } catch (error) {
    if (registry[key] === shared) registry[key] = undefined;
    throw error;
  }
}

/** After what the request that happened to come was for, which does not wait. Where much has expired, a later use goes on. */
function sweep(shared: Shared, store: Store, onError: (error: unknown) => void): void {
  const now = Date.now();
  if (now - shared.swept < everyMs) return;
  shared.swept = now;
  setImmediate(() => {
    removeExpired(store, now).then(({ isMore }) => {
      if (isMore) shared.swept = now - everyMs + moreMs;
    }, onError);
  });
}
