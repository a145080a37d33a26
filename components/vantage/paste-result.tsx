'use client';
import { useState } from 'react';
import fields from '@/components/form/field.module.css';

type Props = { readonly refusal: string | undefined; readonly onTake: (text: string) => void };

/** The result as text, where no link could bring it back. It is read as data and never shown as it came. */
export function PasteResult({ refusal, onTake }: Props) {
  const [text, setText] = useState('');
  return (
    <div className={refusal === undefined ? fields.field : `${fields.field} ${fields.wrong}`}>
      <label htmlFor="check-result">Or paste the result</label>
      <p className="hint" id="check-result-hint">
        From the line with BEGIN OUTPORT RESULT to the line with END OUTPORT RESULT.
      </p>
      {refusal !== undefined && (
        <p className={fields.error} id="check-result-error" role="alert">
          <span className="visually-hidden">Error: </span>
          {refusal}
        </p>
      )}
      <textarea
        id="check-result"
        className={fields.text}
        rows={4}
        spellCheck={false}
        autoComplete="off"
        value={text}
        aria-invalid={refusal !== undefined}
        aria-describedby={refusal === undefined ? 'check-result-hint' : 'check-result-hint check-result-error'}
        onChange={(event) => setText(event.target.value)}
      />
      <p>
        <button type="button" onClick={() => onTake(text)}>
          Take the result
        </button>
      </p>
    </div>
  );
}
