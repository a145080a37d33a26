'use client';
import { createContext, useContext, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Directory } from '@/lib/providers/directory';
import { DraftStore, type WizardState } from './draft-store';

type Mode = 'local' | 'hosted';
/** What the server says once: where Outport runs, and which providers there are. */
type Surroundings = { readonly mode: Mode; readonly directory: Directory };
type Shared = Surroundings & { readonly store: DraftStore };

const DraftContext = createContext<Shared | undefined>(undefined);

/** Keeps one draft alive while the person moves between the steps. */
export function DraftProvider({ mode, directory, children }: Surroundings & { readonly children: ReactNode }) {
  const [store] = useState(() => new DraftStore());
  const [shared] = useState<Shared>({ store, mode, directory });
  return <DraftContext value={shared}>{children}</DraftContext>;
}

export type DraftState = WizardState &
  Pick<DraftStore, 'setDraft' | 'setReport' | 'setDelivery' | 'setReading' | 'reset'> &
  Surroundings & {
    /** False while the page is still as the server made it: what was stored is not read yet. */
    readonly ready: boolean;
  };

/** The draft and what the runs told, for any step. */
export function useDraft(): DraftState {
  const shared = useContext(DraftContext);
  if (shared === undefined) throw new Error('useDraft needs DraftProvider above it');
  const { store, mode, directory } = shared;
  const state = useSyncExternalStore(store.subscribe, store.current, store.onServer);
  const ready = useSyncExternalStore(
    store.subscribe,
    () => true,
    () => false,
  );
  const { setDraft, setReport, setDelivery, setReading, reset } = store;
  return { ...state, setDraft, setReport, setDelivery, setReading, reset, mode, directory, ready };
}
