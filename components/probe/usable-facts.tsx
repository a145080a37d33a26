import type { ProbeOutcome } from '@/lib/smtp/outcome';
import { authMechanisms, type Capability } from '@/lib/smtp/reply';
import styles from './board.module.css';

type Usable = Extract<ProbeOutcome, { status: 'usable' }>;

function messageSize(capabilities: readonly Capability[]): string {
  const limit = Number(capabilities.find(({ keyword }) => keyword === 'SIZE')?.params[0] ?? 0);
  return limit > 0 ? `up to ${Math.round(limit / 100_000) / 10} MB` : 'not said';
}

/** What a working endpoint announced, and by which certificate it was recognised. */
export function UsableFacts({ outcome, host }: { readonly outcome: Usable; readonly host: string }) {
  const { tls, capabilities } = outcome;
  const facts = [
    ['Encryption', tls === undefined ? 'none' : `${tls.version.replace('v', ' ')}, ${tls.cipher}`],
    ...(tls === undefined
      ? []
      : [
          [
            'Certificate',
            `${tls.certificate.subject}, until ${tls.certificate.validTo.slice(0, 10)}, issued by ${tls.certificate.issuer}`,
          ],
        ]),
    ['Login offered', authMechanisms(capabilities).join(', ') || 'none'],
    ['Message size', messageSize(capabilities)],
  ] as const;
  const others = capabilities.filter(({ keyword }) => keyword !== 'AUTH' && keyword !== 'SIZE');
  return (
    <>
      <p>
        {tls === undefined ? (
          'This port answers, but without encryption: everybody on the way can read along.'
        ) : (
          <>
            Encrypted, with a certificate that is valid for <code>{host}</code>. No password has been sent; the test
            email will use it, on one port only.
          </>
        )}
      </p>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {others.length > 0 && (
          <div className={styles.wide}>
            <dt>Other capabilities</dt>
            <dd>{others.map(({ keyword, params }) => [keyword, ...params].join(' ')).join(', ')}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
