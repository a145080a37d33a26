'use client';
import { useEffect, useRef, useState } from 'react';
import { useDraft } from '@/components/wizard/draft-context';
import { arrivalCode } from '@/lib/arrival/code';
import type { Provider } from '@/lib/providers/provider';
import { confirmArrival, type Proven } from '@/lib/wizard/draft';
import { readableMoment } from '@/lib/wizard/proof';
import { CodeForm } from './code-form';
import { SourceReader } from './source-reader';

type Props = { readonly proven: Proven; readonly provider: Provider | undefined };

/** Takes the focus when it comes in place of the form that had it. */
function Arrived({ when, takesFocus }: { readonly when: string; readonly takesFocus: boolean }) {
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  return (
    <p className="notice ok" tabIndex={-1} ref={box}>
      <strong>The code matches: it arrived.</strong> Confirmed <time dateTime={when}>{readableMoment(when)}</time>.
    </p>
  );
}

/** "Did it arrive?" The two ways to show that the message came: its code, and its source. */
export function ArrivalCheck({ proven, provider }: Props) {
  const { setDraft } = useDraft();
  const [wasTyped, setTyped] = useState(false);
  const { outcome, arrived, to, when } = proven;
  const messageId = outcome.status === 'accepted' ? outcome.messageId : '';
  const code = arrivalCode(messageId);
  // Whatever does not begin like our Message-IDs is none that was made here: nothing can be compared.
  if (code === undefined) return null;
  const confirm = () => {
    setTyped(true);
    setDraft((before) => confirmArrival(before, new Date().toISOString()));
  };
  return (
    <section aria-labelledby="did-it-arrive">
      <h2 id="did-it-arrive">Did it arrive?</h2>
      {arrived === undefined ? (
        <CodeForm key={code} code={code} sentAt={readableMoment(when)} onMatch={confirm} />
      ) : (
        <Arrived when={arrived} takesFocus={wasTyped} />
      )}
      <SourceReader key={messageId} sent={{ messageId, code, to }} provider={provider} />
    </section>
  );
}
