import { portHistory } from './port-history';
import { RfcLink } from './rfc-link';
import styles from './history.module.css';

/** Forty years in nine lines: why there are four numbers and not one. */
export function History() {
  return (
    <section aria-labelledby="history">
      <h2 id="history">How it came about</h2>
      <p>
        Nobody planned four ports. Each is what was left of an argument, which is why guides contradict each other: most
        of them were right in the year they were written.
      </p>
      <ol className={styles.years}>
        {portHistory.map(({ when, what, rfc }) => (
          <li key={when}>
            <span className={styles.year}>{when}</span>
            <p>
              {what}{' '}
              {rfc !== undefined && (
                <>
                  (<RfcLink number={rfc} />)
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
