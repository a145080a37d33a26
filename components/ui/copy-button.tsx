'use client';
import { useEffect, useRef, useState } from 'react';
import { StatusMark } from './status-mark';
import styles from './copy-button.module.css';

type Props = {
  /** What is copied, in words: "host", "settings for Nodemailer". */
  readonly label: string;
  readonly text: string;
  /** Shows the label on the button too, not only to a screen reader. */
  readonly isNamed?: boolean;
};

type State = 'idle' | 'copied' | 'refused';
const shownMs: Readonly<Record<State, number>> = { idle: 0, copied: 2000, refused: 8000 };

/** Where the clipboard is refused, the text is laid out selected, so that the keyboard can copy it. */
function SelectedText({ text, label }: { readonly text: string; readonly label: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.select(), []);
  return <textarea ref={area} className={styles.selected} readOnly value={text} aria-label={label} rows={2} />;
}

/** Copies the whole text, and says copied only when it was. The button's name never changes. */
export function CopyButton({ label, text, isNamed = false }: Props) {
  const [state, setState] = useState<State>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), shownMs[state]);
    return () => clearTimeout(timer);
  }, [state]);
  // Outside of a secure context there is no clipboard at all, whatever the types say.
  const clipboard = (): Clipboard | undefined => navigator.clipboard;
  const copy = () => {
    const writing = clipboard()?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    writing.then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <span className={`${styles.copy ?? ''} no-print`}>
      <span role="status" className={styles.said}>
        {state === 'copied' && (
          <>
            <StatusMark mark="good" />
            Copied<span className="visually-hidden"> {label}</span>
          </>
        )}
        {state === 'refused' && 'Press Ctrl+C (⌘C) to copy'}
      </span>
      {state === 'refused' && <SelectedText text={text} label={label} />}
      {isNamed ? (
        <button type="button" onClick={copy}>{`Copy ${label}`}</button>
      ) : (
        <button type="button" className={styles.small} onClick={copy}>
          Copy<span className="visually-hidden"> {label}</span>
        </button>
      )}
    </span>
  );
}
