import Link from 'next/link';
import { guidePorts } from './guide-ports';
import styles from './which-port.module.css';

/** The answer, before anything is explained. */
export function WhichPort() {
  return (
    <section className={styles.answer} aria-labelledby="which">
      <h2 id="which">The short answer</h2>
      <ol className={styles.ports}>
        {guidePorts.map(({ port, verdict, why }) => (
          <li key={port}>
            <a className={styles.number} href={`#${port}`}>
              <span className="visually-hidden">Port </span>
              {port}
            </a>
            <p>
              <strong>{verdict}.</strong> {why}
            </p>
          </li>
        ))}
      </ol>
      <p className={styles.fine}>
        “Works” means: from the machine that sends your mail, and with a certificate that holds. 465 and 587 lead to the
        same place: if one of them works and your program insists on encryption, there is no reason to change.
      </p>
      <p className="no-print">
        <Link href="/setup/provider">Let Outport try the ports from here</Link>
      </p>
    </section>
  );
}
