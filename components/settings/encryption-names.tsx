import type { Security } from '@/lib/smtp/endpoint';
import { securityNames } from '@/lib/exports/security-names';
import Link from 'next/link';
import styles from './encryption-names.module.css';

/** What people's programs call the encryption of these settings: the same word means different things to them. */
export function EncryptionNames({ security }: { readonly security: Security }) {
  if (security === 'cleartext') return null;
  return (
    <details className="disclosure">
      <summary>What programs call this encryption</summary>
      <table className={styles.names}>
        <tbody>
          {securityNames.map(({ program, implicitTls, startTls }) => (
            <tr key={program}>
              <th scope="row">{program}</th>
              <td>
                <code>{security === 'implicit-tls' ? implicitTls : startTls}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <Link href="/ports">Why the names differ</Link>
      </p>
    </details>
  );
}
