'use client';
import { use } from 'react';
import { loadProvider } from '@/lib/providers/catalog';
import type { Provider } from '@/lib/providers/provider';
import { knownServer, nameServerOf, type KnownServer } from '@/lib/wizard/known-server';
import { useDraft } from './draft-context';

const fetched = new Map<string, Promise<Provider | undefined>>();

/** A provider's file, fetched once; a failed attempt is forgotten, so that trying again tries again. */
export function fetchProvider(id: string): Promise<Provider | undefined> {
  const known = fetched.get(id);
  if (known !== undefined) return known;
  const file = loadProvider(id);
  fetched.set(id, file);
  file.catch(() => fetched.delete(id));
  return file;
}

/** What is known of the server in the draft. Suspends until its provider's file is here. */
export function useKnownServer(): KnownServer {
  const { draft, directory } = useDraft();
  const { provider, variant } = nameServerOf(directory, draft);
  return knownServer(provider === undefined ? undefined : use(fetchProvider(provider)), variant);
}
