'use client';
import { useEffect, useRef, useState } from 'react';
import { useArrivalWatch } from '@/components/delivery/use-arrival-watch';
import { useDraft } from '@/components/wizard/draft-context';
import { arrivalCode } from '@/lib/arrival/code';
import type { ReadArrival } from '@/lib/arrival/read-arrival';
import type { Provider } from '@/lib/providers/provider';
import { confirmArrival, sentMessageId, type Proven, type SeenArrival } from '@/lib/wizard/draft';
import { arrivalWords, readableMoment } from '@/lib/wizard/proof';
import styles from './arrival-check.module.css';
import { CodeForm } from './code-form';
import { SourceReader } from './source-reader';

type Props = { readonly proven: Proven; readonly provider: Provider | undefined };

/** How the arrival was seen. It takes the focus when it comes in place of the form that had it. */
function Arrived({ arrived, takesFocus }: { readonly arrived: SeenArrival; readonly takesFocus: boolean }) {
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  const at = <time dateTime={arrived.at}>{readableMoment(arrived.at)}</time>;
  return (
    <p className="notice ok" tabIndex={-1} ref={box}>
      {arrived.by === 'link' && (
        <>
          <strong>Arrived:</strong> {arrivalWords(arrived)}.
        </>
      )}
      {arrived.by === 'code' && (
        <>
          <strong>The code matches: it arrived.</strong> Confirmed {at}.
        </>
      )}
      {arrived.by === 'source' && (
        <>
          <strong>The source is from the mailbox: it arrived.</strong> Read {at}.
        </>
      )}
    </p>
  );
}

/** "Did it arrive?" The ways to show that the message came: the link in it, its code, and its source. */
export function ArrivalCheck({ proven, provider }: Props) {
  const { setDraft, reading, setReading } = useDraft();
  const isLinked = useArrivalWatch();
  const [wasTyped, setTyped] = useState(false);
  const { arrived, to, when } = proven;
  const messageId = sentMessageId(proven) ?? '';
  const code = arrivalCode(messageId);
  // Whatever does not begin like our Message-IDs is none that was made here: nothing can be compared.
  if (code === undefined) return null;
  const confirm = (by: 'code' | 'source') =>
    setDraft((before) => confirmArrival(before, messageId, { by, at: new Date().toISOString() }));
  const onMatch = () => {
    setTyped(true);
    confirm('code');
  };
  const onRead = (source: ReadArrival) => {
    if (!source.hasArrived) return;
    setReading({ messageId, source });
    confirm('source');
  };
  return (
    <section className={styles.check} aria-labelledby="did-it-arrive">
      <h2 id="did-it-arrive">Did it arrive?</h2>
      <div role={wasTyped ? undefined : 'status'}>
        {arrived !== undefined && <Arrived arrived={arrived} takesFocus={wasTyped} />}
        {arrived === undefined && isLinked && (
          <p>Not seen to arrive yet: open the message, and press the link in it. Or type its code here.</p>
        )}
      </div>
      {arrived === undefined && <CodeForm key={code} code={code} sentAt={readableMoment(when)} onMatch={onMatch} />}
      <SourceReader
        key={messageId}
        sent={{ messageId, code, to }}
        provider={provider}
        before={reading?.messageId === messageId ? reading.source : undefined}
        onRead={onRead}
      />
    </section>
  );
}
