'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { postForLines, RequestRefused } from '@/components/stream/ndjson-lines';
import { decodeMessageEvent } from '@/lib/probe/events';
import { emptyDeliveryReport, foldMessage, type DeliveryReport } from '@/lib/probe/report';
import type { MessageRequest } from '@/lib/settings/message-request';

export type MessageRun = {
  readonly report: DeliveryReport | undefined;
  readonly sending: boolean;
  readonly trouble: string | undefined;
  readonly send: (request: MessageRequest, onSettled: (report: DeliveryReport) => void) => void;
};

const broken =
  'The connection to Outport broke before the answer came. The message may have been taken or not: look into the inbox before you send again.';

/** Sends one message, once: a second press while it is under way does nothing, and leaving the page stops it. */
export function useTestMessage(): MessageRun {
  const [report, setReport] = useState<DeliveryReport>();
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const current = useRef<AbortController>(undefined);
  const send = useCallback((request: MessageRequest, onSettled: (report: DeliveryReport) => void) => {
    if (current.current !== undefined) return;
    const controller = new AbortController();
    current.current = controller;
    setSending(true);
    setTrouble(undefined);
    setReport(emptyDeliveryReport);
    const run = async () => {
      let state = emptyDeliveryReport;
      for await (const line of postForLines('/api/test-message', request, controller.signal)) {
        const event = decodeMessageEvent(line);
        if (event === undefined) continue;
        state = foldMessage(state, event);
        setReport(state);
      }
      if (state.outcome === undefined) setTrouble(broken);
      else onSettled(state);
    };
    run()
      .catch((error: unknown) => {
        if (!controller.signal.aborted) setTrouble(error instanceof RequestRefused ? error.reason : broken);
      })
      .finally(() => {
        current.current = undefined;
        setSending(false);
      });
  }, []);
  useEffect(() => () => current.current?.abort(), []);
  return { report, sending, trouble, send };
}
