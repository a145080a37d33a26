'use client';
import { useState } from 'react';

/** Copies the whole text. Says copied only when it was; where the browser refuses, says how to do it by hand. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
    setTimeout(() => setState('idle'), 3000);
  };
  return (
    <span className="no-print">
      <button type="button" onClick={copy}>
        Copy<span className="visually-hidden"> {label}</span>
      </button>{' '}
      <span role="status">
        {state === 'copied' ? (
          <>
            ✓ Copied<span className="visually-hidden"> {label}</span>
          </>
        ) : state === 'refused' ? (
          'Select it and press Ctrl+C (⌘C)'
        ) : (
          ''
        )}
      </span>
    </span>
  );
}
