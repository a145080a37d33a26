'use client';
import { useEffect, useRef, type MouseEvent } from 'react';
import styles from './field.module.css';

/** `id` is the control's. */
export type Problem = { readonly id: string; readonly message: string };

function goTo(event: MouseEvent, id: string): void {
  event.preventDefault();
  // The label first: a browser scrolls only as far as the control, and the question would stay out of sight.
  document.querySelector(`label[for="${CSS.escape(id)}"]`)?.scrollIntoView();
  document.getElementById(id)?.focus({ preventScroll: true });
}

/** What is wrong, once more at the top, each a link to its field. Takes the focus at each new `attempt`, and only then. */
export function ErrorSummary({
  problems,
  attempt,
}: {
  readonly problems: readonly Problem[];
  readonly attempt: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (problems.length === 0) return null;
  return (
    <div className="notice failure" role="alert" tabIndex={-1} ref={box}>
      <h2 className={styles.summary}>There is a problem</h2>
      <ul>
        {problems.map(({ id, message }) => (
          <li key={id}>
            <a href={`#${id}`} onClick={(event) => goTo(event, id)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
