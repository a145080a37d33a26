import { RfcLink } from './rfc-link';
import styles from './encryption-start.module.css';

type Line = { readonly text: string; readonly secured: boolean };

const conversations: readonly { readonly title: string; readonly ports: string; readonly lines: readonly Line[] }[] = [
  {
    title: 'Implicit TLS',
    ports: '465, 2465, 8465, 443',
    lines: [
      { text: 'Connect', secured: false },
      { text: 'Encrypt, and check the server’s certificate', secured: true },
      { text: '“Hello, what can you do?”', secured: true },
      { text: 'Login and message', secured: true },
    ],
  },
  {
    title: 'STARTTLS',
    ports: '587, 2525, 25 and most others',
    lines: [
      { text: 'Connect', secured: false },
      { text: '“Hello, what can you do?” “STARTTLS, among others.”', secured: false },
      { text: 'Encrypt, and check the server’s certificate', secured: true },
      { text: '“Hello again, what can you do?”', secured: true },
      { text: 'Login and message', secured: true },
    ],
  },
];

/** The two ways in which encryption starts, line by line, and what goes wrong when the wrong one is set. */
export function EncryptionStart() {
  return (
    <section aria-labelledby="encryption">
      <h2 id="encryption">How encryption starts</h2>
      <p>
        Both ways end in the same encryption (TLS). They differ in when it begins, and a program has to be told which
        one its port speaks.
      </p>
      <div className={styles.pair}>
        {conversations.map(({ title, ports, lines }) => (
          <div key={title} className={styles.conversation}>
            <h3>{title}</h3>
            <p className={styles.ports}>{ports}</p>
            <ol>
              {lines.map(({ text, secured }) => (
                <li key={text} className={secured ? styles.secured : styles.open}>
                  {text}
                  <small>{secured ? 'encrypted' : 'in the clear'}</small>
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
      <p>
        The weak spot of STARTTLS is its second line. Somebody on the way can cut the word out, and a program that only
        <em> tries</em> to encrypt then sends the password for all to read. A program that <em>insists</em> stops
        instead. So choose the setting that requires encryption, never “automatic” or “if available” (
        <RfcLink number={3207} /> warns of this itself). And leave the certificate check on: it is what tells your
        provider from somebody who only pretends.
      </p>
      <h3>Two mix-ups you can recognise</h3>
      <dl className={styles.mixups}>
        <div>
          <dt>Nothing happens, then a time-out</dt>
          <dd>
            On 465, often: the program waits for a greeting in the clear, the server for encryption. Switch to “SSL” or
            “SSL/TLS”.
          </dd>
        </div>
        <div>
          <dt>“wrong version number”, at once</dt>
          <dd>The program began to encrypt on a STARTTLS port. Switch to “STARTTLS”, or to port 465.</dd>
        </div>
      </dl>
    </section>
  );
}
