import { guidePorts, otherPorts } from './guide-ports';
import { RfcLink } from './rfc-link';
import styles from './port-sections.module.css';

/** One section for each port; its address is `/ports#` and the number. */
export function PortSections() {
  return (
    <section aria-labelledby="four">
      <h2 id="four">The four ports</h2>
      {guidePorts.map(({ port, title, paragraphs, registeredAs, encryption, rfcs, offeredBy }) => (
        <section key={port} className={styles.port} id={String(port)} aria-labelledby={`port-${port}`}>
          <h3 id={`port-${port}`}>
            <span className={styles.number}>{port}</span>: {title}
          </h3>
          {paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <dl className={styles.facts}>
            <div>
              <dt>Encryption</dt>
              <dd>{encryption}</dd>
            </div>
            <div>
              <dt>Registered as</dt>
              <dd>{registeredAs}</dd>
            </div>
            <div>
              <dt>Standard</dt>
              <dd>
                {rfcs.length === 0
                  ? 'none'
                  : rfcs.map((rfc, index) => (
                      <span key={rfc}>
                        {index > 0 && ', '}
                        <RfcLink number={rfc} />
                      </span>
                    ))}
              </dd>
            </div>
            <div>
              <dt>Offered by</dt>
              <dd>{offeredBy}</dd>
            </div>
          </dl>
        </section>
      ))}
      <h3 id="others">Other numbers you may meet</h3>
      <p>
        Providers choose these freely. Mind 2465: it looks like a relative of 2525, yet is encrypted from the first
        byte, so the setting is “SSL”. On 443, firewalls that look inside expect a web page and may end the
        conversation.
      </p>
      <ul>
        {otherPorts.map(({ numbers, encryption, beside, who }) => (
          <li key={numbers}>
            <span className={styles.number}>{numbers}</span>: {encryption}, {beside} ({who})
          </li>
        ))}
      </ul>
    </section>
  );
}
