import * as z from 'zod/mini';
import type { ReadArrival } from '@/lib/arrival/read-arrival';
import type { DeliveryReport, ProbeReport } from '@/lib/probe/report';
import { emptyDraft, storedDraftSchema, withoutSecret, type Draft } from '@/lib/wizard/draft';

/** All that one tab knows: the answers, and what the two runs told. Only the answers, without the password, outlive a reload. */
export type WizardState = {
  readonly draft: Draft;
  readonly report?: ProbeReport | undefined;
  /** When the port test told its newest event; ISO 8601. */
  readonly testedAt?: string | undefined;
  readonly delivery?: DeliveryReport | undefined;
  /** What the source of a message said that was pasted, and which message's it is. */
  readonly reading?: { readonly messageId: string; readonly source: ReadArrival } | undefined;
};

const storageKey = 'outport.draft';
const initial: WizardState = { draft: emptyDraft };

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

/** Holds the state outside of React, so that the first client render can match the server's and then read what is stored. */
export class DraftStore {
  private state: WizardState | undefined;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): WizardState => (this.state ??= { draft: readStored() });

  /** What the server renders: nothing is known yet. */
  readonly onServer = (): WizardState => initial;

  /** A new draft drops the port report when its target changed, and the delivery when what it proved was dropped. */
  readonly setDraft = (next: (draft: Draft) => Draft): void => {
    const { draft, report, testedAt, delivery, reading } = this.current();
    const changed = next(draft);
    this.change({
      draft: changed,
      ...(target(changed) === target(draft) ? { report, testedAt } : {}),
      ...(changed.proven === undefined && draft.proven !== undefined ? {} : { delivery, reading }),
    });
    store(changed);
  };

  readonly setReport = (report: ProbeReport): void =>
    this.change({ ...this.current(), report, testedAt: new Date().toISOString() });
  readonly setDelivery = (delivery: DeliveryReport): void => this.change({ ...this.current(), delivery });

  readonly setReading = (reading: WizardState['reading']): void => this.change({ ...this.current(), reading });

  readonly reset = (): void => {
    this.change(initial);
    store(emptyDraft);
  };

  private change(state: WizardState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
