'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { RequestRefused } from './ndjson-lines';

export type Stream = {
  readonly isRunning: boolean;
  /** Our own fault or the connection to us, in words; undefined when there is none. */
  readonly trouble: string | undefined;
  /** `work` ends true when its last event came. A second start stops the first. */
  readonly start: (work: (signal: AbortSignal) => Promise<boolean>) => void;
  readonly stop: () => void;
};

/**
 * One run of a route that answers line by line: begun, stopped, and stopped by leaving the page. `patienceMs` is longer
 * than the route's own deadline: past it nobody will answer any more. `broken` says that the connection to us broke.
 */
export function useStream(patienceMs: number, broken: string): Stream {
  const [isRunning, setRunning] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const current = useRef<AbortController>(undefined);
  const stop = useCallback(() => current.current?.abort(), []);
  const start = useCallback(
    (work: (signal: AbortSignal) => Promise<boolean>) => {
      current.current?.abort();
      const controller = new AbortController();
      current.current = controller;
      setRunning(true);
      setTrouble(undefined);
      work(AbortSignal.any([controller.signal, AbortSignal.timeout(patienceMs)]))
        .then((isWhole) => {
          if (!isWhole && !controller.signal.aborted) setTrouble(broken);
        })
        .catch((error: unknown) => {
          if (!controller.signal.aborted) setTrouble(error instanceof RequestRefused ? error.reason : broken);
        })
        .finally(() => {
          if (current.current === controller) setRunning(false);
        });
    },
    [patienceMs, broken],
  );
  useEffect(() => stop, [stop]);
  return { isRunning, trouble, start, stop };
}
