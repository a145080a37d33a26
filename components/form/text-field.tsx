import { useId, type ComponentProps, type ReactNode } from 'react';
import styles from './field.module.css';

export type TextFieldProps = ComponentProps<'input'> & {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  /** Stands at the right end of the control's line. */
  readonly beside?: ReactNode;
};

/** Label, hint, error and control, wired once: the error stands between hint and control and is read with both. */
export function TextField({ label, hint, error, warning, beside, id, ...input }: TextFieldProps) {
  const made = useId();
  const own = id ?? made;
  const parts = { hint: hint !== undefined, error: error !== undefined, warning: warning !== undefined };
  const described = Object.entries(parts).flatMap(([part, isThere]) => (isThere ? [`${own}-${part}`] : []));
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
      <div className={styles.line}>
        <input
          id={own}
          autoCapitalize="off"
          spellCheck={false}
          aria-invalid={error !== undefined}
          {...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {})}
          {...input}
        />
        {beside}
      </div>
      {warning !== undefined && (
        <p className={styles.warning} id={`${own}-warning`}>
          {warning}
        </p>
      )}
    </div>
  );
}
