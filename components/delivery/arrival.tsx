'use client';
import { useEffect, useState } from 'react';
import { useDraft } from '@/components/wizard/draft-context';
import { readableTime } from '@/lib/probe/time-axis';
import { askArrival, type ArrivalState } from './ask-arrival';

const everyMs = 1000;
/** An hour of looking, and then a reload begins anew. */
const mostTimes = 3600;

/** Asks every second while the tab is in sight, until it is opened; a message without a link is asked for once. */
function useArrival(messageId: string, isKept: boolean): ArrivalState | undefined {
  const [state, setState] = useState<ArrivalState>();
  useEffect(() => {
    if (!isKept) return;
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (left: number) => {
      const seen = document.hidden ? undefined : await askArrival(messageId, leaving.signal);
      if (leaving.signal.aborted) return;
      if (seen !== undefined) setState(seen);
      if (left > 0 && (seen === undefined || seen.status === 'waiting'))
        timer = setTimeout(() => void look(left - 1), everyMs);
    };
    void look(mostTimes);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [messageId, isKept]);
  return state;
}

/** Whether the message was seen to arrive: nothing where its link cannot reach this Outport. */
export function Arrival({ messageId }: { readonly messageId: string }) {
  const { mode } = useDraft();
  const state = useArrival(messageId, mode === 'hosted');
  if (mode === 'local') return null;
  return (
    <p role="status">
      {state?.status === 'waiting' && 'Not seen to arrive yet: open the message, and press the link in it.'}
      {state?.status === 'opened' && (
        <>
          <strong>Arrived:</strong> opened {readableTime(state.afterMs)} after it was accepted.
        </>
      )}
    </p>
  );
}
