'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { postForLines, RequestRefused } from '@/components/stream/ndjson-lines';
import { decodeMessageEvent } from '@/lib/probe/events';
import { emptyDeliveryReport, foldMessage, type DeliveryReport } from '@/lib/probe/report';
import type { MessageRequest } from '@/lib/settings/message-request';

type OnSettled = (report: DeliveryReport) => Promise<void>;

export type MessageRun = {
  readonly isSending: boolean;
  /** Our own fault or the connection to us, in words; undefined when there is none. */
  readonly trouble: string | undefined;
  /** `onSettled` hears the end, if it came; the next press waits for it. */
  readonly send: (request: MessageRequest, onSettled: OnSettled) => void;
};

const broken =
  'The connection to Outport broke before the answer came. The message may have been taken or not: look into the inbox before you send again.';

/** Longer than the message's own 180 seconds: past it nobody will answer any more. */
const patienceMs = 200_000;

async function run(request: MessageRequest, signal: AbortSignal, onReport: (report: DeliveryReport) => void) {
  let report = emptyDeliveryReport;
  onReport(report);
  for await (const line of postForLines('/api/test-message', request, signal)) {
    const event = decodeMessageEvent(line);
    if (event === undefined) continue;
    report = foldMessage(report, event);
    onReport(report);
  }
  return report;
}

/** Sends one message, once: a second press while it is under way does nothing, and leaving the page stops it. */
export function useTestMessage(onReport: (report: DeliveryReport) => void): MessageRun {
  const [isSending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const current = useRef<AbortController>(undefined);
  const send = useCallback(
    (request: MessageRequest, onSettled: OnSettled) => {
      if (current.current !== undefined) return;
      const controller = new AbortController();
      current.current = controller;
      setSending(true);
      setTrouble(undefined);
      const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(patienceMs)]);
      run(request, signal, onReport)
        .then(async (report) => {
          if (report.outcome === undefined) setTrouble(broken);
          else await onSettled(report);
        })
        .catch((error: unknown) => {
          if (!controller.signal.aborted) setTrouble(error instanceof RequestRefused ? error.reason : broken);
        })
        .finally(() => {
          current.current = undefined;
          setSending(false);
        });
    },
    [onReport],
  );
  useEffect(() => () => current.current?.abort(), []);
  return { isSending, trouble, send };
}
