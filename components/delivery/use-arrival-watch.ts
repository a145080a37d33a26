'use client';
import { useEffect, useState } from 'react';
import { useDraft } from '@/components/wizard/draft-context';
import { confirmArrival, sentMessageId } from '@/lib/wizard/draft';
import { askArrival, pressedLink } from './ask-arrival';

const everyMs = 1000;
/** An hour of looking, and then a reload begins anew. */
const mostTimes = 3600;

/**
 * Asks every second, while the tab is in sight, whether the link in the message was pressed, and notes it in the draft.
 * Returns whether there is such a link to press; where no link can reach Outport nothing is asked.
 */
export function useArrivalWatch(): boolean {
  const { draft, setDraft, mode } = useDraft();
  const { proven } = draft;
  const messageId = proven === undefined || mode === 'local' ? undefined : sentMessageId(proven);
  const isOpen = proven?.arrived === undefined;
  const [linked, setLinked] = useState<string>();
  useEffect(() => {
    if (messageId === undefined || !isOpen) return;
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (left: number) => {
      const state = document.hidden ? undefined : await askArrival(messageId, leaving.signal);
      if (leaving.signal.aborted) return;
      const pressed = pressedLink(state);
      if (pressed !== undefined) setDraft((before) => confirmArrival(before, messageId, pressed));
      else if (state?.status === 'waiting') setLinked(messageId);
      // A message without a link is asked for once.
      if (left > 0 && state?.status !== 'opened' && state?.status !== 'unknown')
        timer = setTimeout(() => void look(left - 1), everyMs);
    };
    void look(mostTimes);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [messageId, isOpen, setDraft]);
  return messageId !== undefined && linked === messageId;
}
