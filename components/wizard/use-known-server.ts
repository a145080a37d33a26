'use client';
import { use } from 'react';
import type { Provider } from '@/lib/providers/provider';
import { knownServer, nameServerOf, type KnownServer } from '@/lib/wizard/known-server';
import { useDraft } from './draft-context';

const asked = new Map<string, Promise<Provider>>();

async function askFor(id: string): Promise<Provider> {
  const answer = await fetch(`/providers/${id}`);
  if (!answer.ok) throw new Error(`no provider ${id}`);
  return (await answer.json()) as Provider; // made of the same type when Outport was built
}

/** What is known of a provider in the directory, asked once; a failed attempt is forgotten, so that trying again tries again. */
export function fetchProvider(id: string): Promise<Provider> {
  const known = asked.get(id);
  if (known !== undefined) return known;
  const answer = askFor(id);
  asked.set(id, answer);
  answer.catch(() => asked.delete(id));
  return answer;
}

/** What is known of the server in the draft. Suspends until its provider's file is here. */
export function useKnownServer(): KnownServer {
  const { draft, directory } = useDraft();
  const { provider, variant } = nameServerOf(directory, draft);
  return knownServer(provider === undefined ? undefined : use(fetchProvider(provider)), variant);
}
