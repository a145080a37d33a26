'use client';
import { useId, useState, type ComponentProps, type ReactNode } from 'react';
import styles from './field.module.css';

type Props = ComponentProps<'input'> & {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
};

/** Label, hint, control and error, wired once. The error stands between hint and control and is read with it. */
export function TextField({ label, hint, error, warning, id, ...input }: Props) {
  const made = useId();
  const own = id ?? made;
  const described = [
    hint !== undefined ? `${own}-hint` : '',
    error !== undefined ? `${own}-error` : '',
    warning !== undefined ? `${own}-warning` : '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={error === undefined ? styles.field : `${styles.field} ${styles.wrong}`}>
      <label htmlFor={own}>{label}</label>
      {hint !== undefined && (
        <div className="hint" id={`${own}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <p className={styles.error} id={`${own}-error`}>
          <span className="visually-hidden">Error: </span>
          {error}
        </p>
      )}
      <input
        id={own}
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={error !== undefined}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        {...input}
      />
      {warning !== undefined && (
        <p className={styles.warning} id={`${own}-warning`}>
          {warning}
        </p>
      )}
    </div>
  );
}

type PasswordProps = Omit<Props, 'value' | 'onChange' | 'type'> & {
  readonly value: string;
  readonly onValue: (value: string) => void;
};

/** A password. It has no name, so that no form without script can put it into an address. */
export function PasswordField({ value, onValue, ...field }: PasswordProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.password}>
      <TextField
        {...field}
        type={shown ? 'text' : 'password'}
        autoComplete="off"
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
      <button type="button" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? 'Hide' : 'Show'}
        <span className="visually-hidden"> {field.label}</span>
      </button>
    </div>
  );
}

/** What is wrong, once more at the top, each a link to its field; focused when it appears. */
export function ErrorSummary({
  problems,
}: {
  readonly problems: readonly { readonly id: string; readonly message: string }[];
}) {
  if (problems.length === 0) return null;
  return (
    <div className="notice failure" role="alert" tabIndex={-1} ref={(node) => node?.focus()}>
      <h2 className={styles.summary}>There is a problem</h2>
      <ul>
        {problems.map(({ id, message }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(id)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
