import type { Metadata } from 'next';
import Link from 'next/link';
import { securityNames } from '@/lib/exports/security-names';
import styles from './page.module.css';

export const metadata: Metadata = {
  title: 'Port guide – Outport',
  description:
    'What an SMTP port is, what 25, 465, 587 and 2525 are for, which one to use, and what programs call each kind of encryption.',
};

const ports = [
  {
    port: 465,
    name: 'Submission, encrypted from the first byte',
    text: 'Use this one if it works. The connection is encrypted before either side says a word, so nothing can be stripped out of it. Guides from 1998 to 2018 called it outdated, because its registration had been withdrawn; RFC 8314 gave it back in 2018 and prefers it since.',
  },
  {
    port: 587,
    name: 'Submission, upgraded to encryption',
    text: 'As good as 465 when encryption is required. The conversation begins in the clear, the server offers STARTTLS, and both sides switch. A program that only tries to switch can be tricked into sending the password in the clear, so it must insist.',
  },
  {
    port: 2525,
    name: 'The way round a block',
    text: 'No standard knows it, but many providers open it beside 587, with STARTTLS too. It exists because many networks close the ports above. Try it when 465 and 587 are silent.',
  },
  {
    port: 25,
    name: 'Between mail servers',
    text: 'The oldest one, from 1982. Servers hand each other mail on it, and it cannot insist on encryption. Most web hosts and internet providers close it outward against spam. Your site does not need it.',
  },
] as const;

const blockers = [
  ['Most home internet providers, and the large clouds by default', '25'],
  ['Hetzner Cloud, until it is unlocked', '25 and 465'],
  ['DigitalOcean', '25, 465 and 587'],
  ['Newer Linode accounts, until they are unlocked', '25, 465 and 587'],
] as const;

export default function PortGuide() {
  return (
    <main id="main">
      <h1>Mail ports in plain words</h1>
      <p className="lede">
        A server has many numbered doors, called ports. Your site hands its mail in at one of them. Which doors your
        network lets you reach, and how encryption starts there, decides whether mail leaves at all.
      </p>
      <figure className={styles.figure}>
        <svg viewBox="0 0 320 196" role="img" aria-labelledby="drawing-title drawing-text">
          <title id="drawing-title">Four doors of a mail server</title>
          <desc id="drawing-text">
            From your site, port 465 is encrypted all the way. Ports 587 and 2525 begin in the clear and are encrypted
            after STARTTLS. Port 25 is usually stopped by the network.
          </desc>
          <text x="4" y="14">
            Your site
          </text>
          <text x="316" y="14" textAnchor="end">
            Your provider
          </text>
          {(
            [
              ['465', 24],
              ['587', 68],
              ['2525', 112],
              ['25', 156],
            ] as const
          ).map(([port, y]) => (
            <g key={port}>
              <text className={styles.number} x="316" y={y + 21} textAnchor="end">
                {port}
              </text>
              {port === '465' && <line className={styles.encrypted} x1="6" y1={y + 16} x2="264" y2={y + 16} />}
              {(port === '587' || port === '2525') && (
                <>
                  <line className={styles.clear} x1="6" y1={y + 16} x2="104" y2={y + 16} />
                  <line className={styles.encrypted} x1="104" y1={y + 16} x2="264" y2={y + 16} />
                  <text x="62" y={y + 10}>
                    STARTTLS
                  </text>
                </>
              )}
              {port === '25' && (
                <>
                  <line className={styles.clear} x1="6" y1={y + 16} x2="130" y2={y + 16} />
                  <path className={styles.wall} d={`M140 ${y + 2}v28`} />
                  <text x="150" y={y + 20}>
                    often closed
                  </text>
                </>
              )}
            </g>
          ))}
        </svg>
        <figcaption>Thick: encrypted. Dashed: in the clear.</figcaption>
      </figure>
      <h2>Which one to use</h2>
      <p>
        465 if it works from where the mail leaves, else 587, else your provider’s alternative, usually 2525. Never 25
        for a site or a mail program. <Link href="/setup/provider">Let Outport try them</Link>.
      </p>
      {ports.map(({ port, name, text }) => (
        <section key={port} id={String(port)}>
          <h2>
            {port}: {name}
          </h2>
          <p className={styles.text}>{text}</p>
        </section>
      ))}
      <h2>Who blocks what</h2>
      <p>
        Usually, as these companies or their customers have described it. Only a test from the machine itself tells.
      </p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Who blocks what">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Network</th>
              <th scope="col">Closed ports</th>
            </tr>
          </thead>
          <tbody>
            {blockers.map(([who, closed]) => (
              <tr key={who}>
                <th scope="row">{who}</th>
                <td>{closed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>What programs call the encryption</h2>
      <p>The same word means opposite things in different programs.</p>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="What programs call the encryption">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Program</th>
              <th scope="col">From the first byte (465)</th>
              <th scope="col">Upgraded (587, 2525)</th>
            </tr>
          </thead>
          <tbody>
            {securityNames.map(({ program, implicitTls, startTls }) => (
              <tr key={program}>
                <th scope="row">{program}</th>
                <td>
                  <code>{implicitTls}</code>
                </td>
                <td>
                  <code>{startTls}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </main>
  );
}
