'use client';
import { use } from 'react';
import { loadProvider, withReplies } from '@/lib/providers/catalog';
import type { Provider } from '@/lib/providers/provider';
import { knownServer, nameServerOf, type KnownServer } from '@/lib/wizard/known-server';
import { useDraft } from './draft-context';

type Fetch = (id: string) => Promise<Provider | undefined>;

/** Asks once for each id; a failed attempt is forgotten, so that trying again tries again. */
function once(load: Fetch): Fetch {
  const asked = new Map<string, Promise<Provider | undefined>>();
  return (id) => {
    const known = asked.get(id);
    if (known !== undefined) return known;
    const file = load(id);
    asked.set(id, file);
    file.catch(() => asked.delete(id));
    return file;
  };
}

/** A provider's file, without the replies that only an explanation needs. */
export const fetchProvider = once(loadProvider);

/** The same with every reply that is known of it. */
export const fetchWhole = once(async (id) => {
  const provider = await fetchProvider(id);
  return provider === undefined ? undefined : withReplies(provider);
});

/** What is known of the server in the draft. Suspends until its provider's file is here. */
export function useKnownServer(): KnownServer {
  const { draft, directory } = useDraft();
  const { provider, variant } = nameServerOf(directory, draft);
  return knownServer(provider === undefined ? undefined : use(fetchWhole(provider)), variant);
}
