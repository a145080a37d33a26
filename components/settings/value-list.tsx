import Link from 'next/link';
import { CopyButton } from '@/components/ui/copy-button';
import { securityNames } from '@/components/probe/security-names';
import type { SmtpSettings } from '@/lib/settings/smtp-settings';
import { stepPath, type StepId } from '@/lib/wizard/steps';
import styles from './value-list.module.css';

type Row = {
  readonly label: string;
  readonly value: string;
  readonly change: StepId;
  readonly isWord?: boolean;
  /** A sentence about the value, which is nothing to paste. */
  readonly isSaid?: boolean;
};

function rowsOf({ host, port, security, username, usernameIsPassword, from }: SmtpSettings): readonly Row[] {
  const rows: readonly Row[] = [
    { label: 'Server', value: host, change: 'account' },
    { label: 'Port', value: String(port), change: 'ports' },
    { label: 'Encryption', value: securityNames[security], change: 'ports', isWord: true },
    usernameIsPassword === true
      ? { label: 'User name', value: 'The same as the password', change: 'account', isWord: true, isSaid: true }
      : { label: 'User name', value: username ?? '', change: 'account' },
    { label: 'Sender', value: from.address, change: 'account' },
    { label: 'Sender name', value: from.name, change: 'account' },
  ];
  return rows.filter(({ value }) => value !== '');
}

function PasswordRow({ username, usernameIsPassword, password }: SmtpSettings) {
  const hasLogin = username !== undefined || usernameIsPassword === true;
  const words = !hasLogin ? 'No login' : password === undefined ? 'The one you have; it is not kept here' : '••••••••';
  return (
    <div>
      <dt>Password</dt>
      <dd>{words}</dd>
      {password !== undefined && (
        <dd className={styles.tools}>
          <CopyButton label="password" text={password} />
        </dd>
      )}
    </div>
  );
}

/** Every value of the settings, each with its own copy button and the way to change it. */
export function ValueList({ settings }: { readonly settings: SmtpSettings }) {
  return (
    <dl className={styles.values}>
      {rowsOf(settings).map(({ label, value, change, isWord, isSaid }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{isWord === true ? value : <code>{value}</code>}</dd>
          <dd className={styles.tools}>
            <Link className="no-print" href={stepPath(change)}>
              Change<span className="visually-hidden"> {label.toLowerCase()}</span>
            </Link>
            {isSaid !== true && <CopyButton label={label.toLowerCase()} text={value} />}
          </dd>
        </div>
      ))}
      <PasswordRow {...settings} />
    </dl>
  );
}
