import type { Metadata } from 'next';
import Link from 'next/link';
import { steps, type StepId } from '@/lib/wizard/steps';
import styles from './page.module.css';

export const metadata: Metadata = {
  title: 'Outport: find the mail port that works',
};

const isHosted = process.env['OUTPORT_MODE'] === 'hosted';
const vantage = isHosted ? 'Outport’s server' : 'this computer';

const journey: Readonly<Record<StepId, string>> = {
  provider: 'Say who sends your email.',
  account: 'Your user name, and the sender.',
  ports: `Every port is tried at once from ${vantage}, while you watch.`,
  test: 'One real message, to an address that you can open.',
  settings: 'What worked, to copy, in the words of your program.',
};

export default function StartPage() {
  return (
    <main id="main">
      <h1>Find the mail port that works</h1>
      <p className="lede">
        For a site or program that cannot send its email. Outport tries every port of your mail provider, sends one real
        test email, and gives you the settings that worked.
      </p>
      <p className={styles.go}>
        <Link className="button-primary" href="/setup/provider">
          Start the setup
        </Link>
        <Link href="/ports">Which port should I use?</Link>
      </p>
      <ol className={styles.journey}>
        {steps.map(({ id, name }, index) => (
          <li key={id}>
            <b aria-hidden="true">{index + 1}</b>
            <div>
              <strong>{name}</strong>
              <p>{journey[id]}</p>
            </div>
          </li>
        ))}
      </ol>
      <div className={styles.facts}>
        <section>
          <h2>Have at hand</h2>
          <ul>
            <li>The name of your mail provider or of its server, or just your email address</li>
            <li>The user name, and the password, app password or API key</li>
            <li>An inbox that you can open</li>
          </ul>
          {!isHosted && <p>Nothing at hand? The first step offers a practice server that runs on this computer.</p>}
        </section>
        <section>
          <h2>How long it takes</h2>
          <p>
            Five short pages. Trying the ports takes seconds; a closed one is given up after about five. Finding the
            password usually takes longest.
          </p>
        </section>
        <section>
          <h2>What is never stored</h2>
          <p>
            Your password. It stays in this tab’s memory. When you press Send, Outport checks the mail server’s
            certificate, logs in once, and forgets it. The other answers stay in this tab until you close it. Reports
            are kept when you make them: <Link href="/runs">My runs</Link>.
          </p>
        </section>
      </div>
    </main>
  );
}
