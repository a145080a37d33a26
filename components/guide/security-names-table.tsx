import { programKinds, securityNames, type ProgramKind } from '@/lib/exports/security-names';
import styles from './security-names-table.module.css';

const kindTitles: Readonly<Record<ProgramKind, string>> = {
  application: 'Sites and applications',
  library: 'Frameworks and libraries',
  'mail-server': 'Mail servers and the command line',
};

/** The dictionary between the two kinds of encryption and the words of people's programs. */
export function SecurityNamesTable() {
  return (
    <section aria-labelledby="names">
      <h2 id="names">What your program calls it</h2>
      <p>
        The same word means opposite things. “SSL” nearly always means encrypted from the first byte; the word is a
        leftover, what runs is TLS either way. “TLS” means STARTTLS in WordPress plugins, PHPMailer and Django, but
        encrypted from the first byte in Rails, GitLab and Mastodon. Even “force TLS” means the first byte in Discourse
        and Vaultwarden. So go by the port, and find your program here.
      </p>
      {/* Rows become blocks on a phone; the roles keep it a table for whoever listens to it. */}
      <table className={styles.names} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              Program
            </th>
            <th role="columnheader" scope="col">
              From the first byte (465)
            </th>
            <th role="columnheader" scope="col">
              STARTTLS (587, 2525)
            </th>
          </tr>
        </thead>
        {programKinds.map((kind) => (
          <tbody key={kind} role="rowgroup">
            <tr role="row" className={styles.kind}>
              <th role="rowheader" scope="rowgroup" colSpan={3}>
                {kindTitles[kind]}
              </th>
            </tr>
            {securityNames
              .filter((names) => names.kind === kind)
              .map(({ program, implicitTls, startTls, goesOnInTheClear }) => (
                <tr key={program} role="row">
                  <th role="rowheader" scope="row">
                    {program}
                  </th>
                  <td role="cell" data-label="465">
                    <code>{implicitTls}</code>
                  </td>
                  <td role="cell" data-label="587">
                    <code>{startTls}</code>
                    {goesOnInTheClear === true && <small>not enforced</small>}
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
      <p className={styles.fine}>
        “Not enforced”: set like this, the program goes on in the clear where a server does not offer STARTTLS. Prefer
        465 there.
      </p>
    </section>
  );
}
