'use client';
import { useEffect, useRef, useState } from 'react';
import { TextField, type TextFieldProps } from './text-field';

type Props = Omit<TextFieldProps, 'value' | 'onChange' | 'type' | 'beside' | 'name'> & {
  readonly value: string;
  readonly onValue: (value: string) => void;
};

/**
 * A password or key. The input has no name, so that no form sent without our script can put it into an address, and
 * what was shown is hidden again when the form is sent.
 */
export function PasswordField({ value, onValue, ...field }: Props) {
  const [isShown, setShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = input.current?.form;
    const hide = () => setShown(false);
    form?.addEventListener('submit', hide);
    return () => form?.removeEventListener('submit', hide);
  }, []);
  return (
    <TextField
      {...field}
      ref={input}
      type={isShown ? 'text' : 'password'}
      autoComplete="off"
      value={value}
      onChange={(event) => onValue(event.target.value)}
      beside={
        <button type="button" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? 'Hide' : 'Show'}
          <span className="visually-hidden"> {field.label}</span>
        </button>
      }
    />
  );
}
