import { blockGroups, blocksChecked, type Network } from './network-blocks';
import { usualPorts } from '@/lib/smtp/endpoint';
import styles from './blocked-networks.module.css';

const inOrder = usualPorts.toSorted((a, b) => a - b);

function NetworkLink({ name, source }: Network) {
  return <a href={source}>{name}</a>;
}

/** Who closes what, sorted by what is left. Every name leads to the page that says so. */
export function BlockedNetworks() {
  return (
    <section aria-labelledby="blocked">
      <h2 id="blocked">Who blocks what</h2>
      <p>
        Networks close mail ports outward so that nobody sends spam through them. It happens in front of your machine:
        your own firewall looks fine, and the connection ends in silence. Each name leads to the page that says so, as
        it stood on {blocksChecked}. Rules change, so a test from the machine itself always knows better.
      </p>
      {blockGroups.map(({ title, closed, instead, documented, usual }) => (
        <div key={title} className={styles.group}>
          <h3>{title}</h3>
          <p className={styles.doors} aria-hidden="true">
            {inOrder.map((port) => (
              <span key={port} className={closed.includes(port) ? styles.closed : styles.open}>
                {port}
              </span>
            ))}
          </p>
          <p className={styles.instead}>{instead}</p>
          <ul>
            {documented.map((network) => (
              <li key={network.name}>
                <NetworkLink {...network} />
                {network.note !== undefined && `: ${network.note}`}
              </li>
            ))}
          </ul>
          {usual.length > 0 && (
            <p>
              Usually also{' '}
              {usual.map((network, index) => (
                <span key={network.name}>
                  {index > 0 && (index === usual.length - 1 ? ' and ' : ', ')}
                  <NetworkLink {...network} />
                </span>
              ))}
              {closed.length === 1 && ', like most other connections at home'}.
            </p>
          )}
        </div>
      ))}
      <h3>Neither open nor closed</h3>
      <ul>
        <li>
          <strong>Shared hosts with cPanel</strong> can{' '}
          <a href="https://docs.cpanel.net/whm/security-center/smtp-restrictions">turn the connection round</a>: you
          call your provider, and the host’s own mail server answers. The sign is a greeting or a certificate with your
          web host’s name in it, or a password refused though it is right. Do not switch the certificate check off
          there: it is what keeps your password from the wrong server. Ask the host to exempt you, or use its mail
          server.
        </li>
        <li>
          <strong>Speedport routers</strong> of Deutsche Telekom let 25 and 587 through{' '}
          <a href="https://www.telekom.de/hilfe/festnetz-internet-tv/sicherheit/sicherheitsteam/keine-moeglichkeit-eine-e-mail-zu-senden-wegen-portsperre">
            only to mail servers on a list
          </a>
          . Add yours in the router, or use 465.
        </li>
      </ul>
    </section>
  );
}
