'use client';
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import * as z from 'zod/mini';
import type { ProbeReport } from '@/lib/probe/report';
import { emptyDraft, storedDraftSchema, withoutSecret, type Draft } from '@/lib/wizard/draft';

/**
 * Holds the draft while the person moves between steps. All but the password also goes to session storage, so that a
 * reload is kind. The port report is kept in memory and dropped when what it was about changes.
 */
export type DraftState = {
  readonly draft: Draft;
  readonly setDraft: (next: (draft: Draft) => Draft) => void;
  readonly reset: () => void;
  readonly report: ProbeReport | undefined;
  readonly setReport: (report: ProbeReport | undefined) => void;
  readonly mode: 'local' | 'hosted';
  readonly ready: boolean;
};

const storageKey = 'outport.draft';
const DraftContext = createContext<DraftState | undefined>(undefined);

function readStored(): Draft {
  try {
    const parsed = z.safeParse(storedDraftSchema, JSON.parse(sessionStorage.getItem(storageKey) ?? 'null'));
    return parsed.success ? { ...parsed.data, password: '' } : emptyDraft;
  } catch {
    return emptyDraft; // storage is forbidden or holds something else: begin anew
  }
}

function store(draft: Draft): void {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(withoutSecret(draft)));
  } catch {
    return; // without storage a reload begins anew, and nothing else is lost
  }
}

const target = ({ provider, account }: Draft) => JSON.stringify([provider, account?.host, account?.ports]);

export function DraftProvider({ mode, children }: { mode: 'local' | 'hosted'; children: ReactNode }) {
  const [draft, setState] = useState<Draft>(emptyDraft);
  const [report, setReport] = useState<ProbeReport>();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setState(readStored());
    setReady(true);
  }, []);
  useEffect(() => {
    if (ready) store(draft);
  }, [draft, ready]);
  const about = target(draft);
  useEffect(() => () => setReport(undefined), [about]);
  const setDraft = useCallback((next: (draft: Draft) => Draft) => setState(next), []);
  const reset = useCallback(() => setState(emptyDraft), []);
  const value = useMemo(
    () => ({ draft, setDraft, reset, report, setReport, mode, ready }),
    [draft, setDraft, reset, report, mode, ready],
  );
  return <DraftContext value={value}>{children}</DraftContext>;
}

export function useDraft(): DraftState {
  const state = useContext(DraftContext);
  if (state === undefined) throw new Error('useDraft needs DraftProvider above it');
  return state;
}
