'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import { useDraft } from '@/components/wizard/draft-context';
import type { Endpoint } from '@/lib/smtp/endpoint';
import { readCheckResult, refusalSentences, type CheckReading, type Refusal } from '@/lib/vantage/check-result';
import { checkVersion, makeCheckRun, type CheckRun } from '@/lib/vantage/check-run';
import { fetchResult, onResultLeft, storedRun, storedTaken, storeRun, storeTaken } from './check-storage';
import { useBroughtCheck } from './use-brought-check';

export type TakenCheck = Extract<CheckReading, { status: 'taken' }>;

export type WebCheck = {
  readonly run: CheckRun | undefined;
  readonly taken: TakenCheck | undefined;
  /** How many results were taken since the page is shown: the one that was kept from before is none of them. */
  readonly fresh: number;
  /** Why the last text was not taken. */
  readonly refusal: string | undefined;
  readonly begin: () => void;
  readonly take: (text: string) => void;
};

type State = Pick<WebCheck, 'run' | 'taken' | 'fresh' | 'refusal'>;

const noSignatures = 'This browser checks no signatures here. Open Outport over https, or on your own computer.';

/** One check from the web server: made, waited for in every tab of this browser, each of its results taken once. */
export function useWebCheck(endpoints: readonly Endpoint[]): WebCheck {
  const { mode } = useDraft();
  const [state, setState] = useState<State>(() => {
    const stored = storedRun(endpoints);
    const run = stored === undefined || stored.expiresAt * 1000 <= Date.now() ? undefined : stored;
    return { run, taken: undefined, fresh: 0, refusal: undefined };
  });
  const { run } = state;
  const begin = () => {
    const address = (path: string) => new URL(path, location.href).href;
    const post = mode === 'hosted' ? { postAddress: address('/api/checks') } : {};
    const made = makeCheckRun({
      endpoints: [...endpoints],
      returnAddress: address('/check'),
      ...post,
      version: checkVersion,
    });
    storeRun(made);
    setState({ run: made, taken: undefined, fresh: 0, refusal: undefined });
  };
  const read = (text: string, isHeard: (reason: Refusal) => boolean) => {
    if (run === undefined) return;
    readCheckResult(text, run, { takenAt: storedTaken(run.id)?.at }).then(
      (reading) => {
        if (reading.status === 'taken') storeTaken({ run: run.id, at: reading.result.at, text });
        setState((before) =>
          reading.status === 'taken'
            ? { run, taken: reading, fresh: before.fresh + 1, refusal: undefined }
            : isHeard(reading.reason)
              ? { ...before, refusal: refusalSentences[reading.reason] }
              : before,
        );
      },
      () => setState((before) => ({ ...before, refusal: noSignatures })),
    );
  };
  const take = (text: string) => read(text, () => true);
  const takeLeft = useEffectEvent(() => {
    const text = run === undefined ? undefined : fetchResult();
    if (text !== undefined) take(text);
  });
  useEffect(() => {
    takeLeft();
    return onResultLeft(() => takeLeft());
  }, []);
  // What was taken before a reload is shown again, unless something newer came meanwhile.
  const runAtFirst = useEffectEvent(() => run);
  useEffect(() => {
    const first = runAtFirst();
    const kept = first === undefined ? undefined : storedTaken(first.id);
    if (first === undefined || kept === undefined) return;
    readCheckResult(kept.text, first).then(
      (reading) => {
        if (reading.status === 'taken')
          setState((before) => (before.run?.id === first.id ? { ...before, taken: before.taken ?? reading } : before));
      },
      () => undefined, // nothing was checked, so nothing is shown
    );
  }, []);
  // What was posted may be what a link or a reload has shown already: then there is nothing to say.
  useBroughtCheck(run, (text) => read(text, (reason) => reason !== 'already-used'));
  return { ...state, begin, take };
}
