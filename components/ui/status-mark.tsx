import styles from './status-mark.module.css';

const paths = {
  good: 'M3 8.5 6.5 12 13 4.5',
  careful: 'M8 3v6M8 12.4v.2',
  bad: 'M4 4l8 8M12 4l-8 8',
  none: '',
} as const;

/** A mark beside a status word, in the colour of its text; it never stands alone. */
export function StatusMark({ mark }: { readonly mark: keyof typeof paths }) {
  if (mark === 'none') return null;
  return (
    <svg className={styles.mark} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[mark]} />
    </svg>
  );
}
