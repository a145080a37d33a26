'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Endpoint } from '@/lib/smtp/endpoint';
import { readCheckResult, refusalSentences, type CheckReading } from '@/lib/vantage/check-result';
import { checkVersion, makeCheckRun, type CheckRun } from '@/lib/vantage/check-run';
import { fetchResult, markUsed, onResultLeft, storedRun, storeRun, wasUsed } from './check-storage';

export type TakenCheck = Extract<CheckReading, { status: 'taken' }>;

export type WebCheck = {
  readonly run: CheckRun | undefined;
  readonly taken: TakenCheck | undefined;
  /** Why the last text was not taken. */
  readonly refusal: string | undefined;
  readonly begin: () => void;
  readonly take: (text: string) => void;
};

const sameEndpoints = (a: readonly Endpoint[], b: readonly Endpoint[]) =>
  JSON.stringify(a.map(({ host, port, security }) => [host, port, security])) ===
  JSON.stringify(b.map(({ host, port, security }) => [host, port, security]));

/** One check from the web server: made, waited for in every tab of this browser, taken once. */
export function useWebCheck(endpoints: readonly Endpoint[]): WebCheck {
  const [run, setRun] = useState<CheckRun | undefined>(() => {
    const stored = storedRun();
    if (stored === undefined || stored.expiresAt * 1000 <= Date.now()) return undefined;
    return sameEndpoints(stored.endpoints, endpoints) ? stored : undefined;
  });
  const [taken, setTaken] = useState<TakenCheck>();
  const [refusal, setRefusal] = useState<string>();
  const begin = () => {
    const returnAddress = new URL('/check', location.href).href;
    const made = makeCheckRun({ endpoints: [...endpoints], returnAddress, version: checkVersion });
    storeRun(made);
    setRun(made);
    setTaken(undefined);
    setRefusal(undefined);
  };
  const take = (text: string) => {
    if (run === undefined) return;
    readCheckResult(text, run, { isUsed: wasUsed(run.id) }).then(
      (reading) => {
        if (reading.status === 'refused') {
          setRefusal(refusalSentences[reading.reason]);
          return;
        }
        markUsed(run.id);
        setRefusal(undefined);
        setTaken(reading);
      },
      () => setRefusal('This browser checks no signatures here. Open Outport over https, or on your own computer.'),
    );
  };
  const takeLeft = useEffectEvent(() => {
    const text = run === undefined ? undefined : fetchResult();
    if (text !== undefined) take(text);
  });
  useEffect(() => {
    takeLeft();
    return onResultLeft(() => takeLeft());
  }, []);
  return { run, taken, refusal, begin, take };
}
