'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { ExportPanel } from '@/components/exports/export-panel';
import { securityNames } from '@/components/probe/endpoint-row';
import { CopyButton } from '@/components/ui/copy-button';
import { useDraft } from '@/components/wizard/draft-context';
import { StepFrame } from '@/components/wizard/step-frame';
import { securityNames as programs } from '@/lib/exports/security-names';
import { claim, finishedSettings, type Claim } from '@/lib/wizard/finished-settings';
import styles from './settings-step.module.css';

const headings: Readonly<Record<Claim, string>> = {
  works: 'Your settings work',
  connects: 'These settings connect',
  'not-tested': 'These settings are not tested',
};

/** The result: every value to copy, and no claim beyond what was proven. */
export function SettingsStep() {
  const { draft, reset, mode } = useDraft();
  const router = useRouter();
  const settings = finishedSettings(draft);
  const state = claim(draft);
  const { proven } = draft;
  const vantage = mode === 'local' ? 'this computer' : 'Outport’s server';
  const reply = state === 'works' && proven?.outcome.status === 'accepted' ? proven.outcome.reply : undefined;
  const proof =
    reply !== undefined && proven !== undefined
      ? `Accepted by ${proven.endpoint.host} on ${proven.when}, sent from ${vantage}`
      : state === 'connects'
        ? `Connects from ${vantage}; no message was sent`
        : 'Not tested';
  const rows =
    settings === undefined
      ? []
      : [
          { label: 'Server', value: settings.host, change: '/setup/account' },
          { label: 'Port', value: String(settings.port), change: '/setup/ports' },
          { label: 'User name', value: settings.username ?? '', change: '/setup/account' },
          { label: 'Sender', value: settings.from.address, change: '/setup/account' },
          { label: 'Sender name', value: settings.from.name, change: '/setup/account' },
        ].filter(({ value }) => value !== '');
  return (
    <StepFrame
      step="settings"
      heading={headings[state]}
      documentTitle={headings[state]}
      lede={
        state === 'works'
          ? `The mail server accepted a test message sent from ${vantage}. Check that it arrived, and look in spam.`
          : state === 'connects'
            ? `The port answers with verified encryption from ${vantage}. No message has been accepted with exactly these values.`
            : 'Nothing below was tried with exactly these values.'
      }
    >
      {settings !== undefined && (
        <>
          {reply !== undefined && proven !== undefined && (
            <p className="notice ok">
              <strong>Accepted</strong> on {proven.when.replace('T', ' ').slice(0, 16)} UTC:{' '}
              <code>
                {reply.code} {reply.text.join(' ')}
              </code>
            </p>
          )}
          {draft.provider === 'practice' && (
            <p className="notice">
              These settings work only on this computer, while Outport runs.{' '}
              <Link href="/practice/inbox">Open the practice inbox</Link>
            </p>
          )}
          <dl className={styles.values}>
            {rows.map(({ label, value, change }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <code>{value}</code>
                </dd>
                <dd className={styles.tools}>
                  <Link className="no-print" href={change}>
                    Change<span className="visually-hidden"> {label}</span>
                  </Link>{' '}
                  <CopyButton label={label} text={value} />
                </dd>
              </div>
            ))}
            <div>
              <dt>Encryption</dt>
              <dd>{securityNames[settings.security]}</dd>
            </div>
            <div>
              <dt>Password</dt>
              <dd>
                {settings.username === undefined
                  ? 'No login'
                  : settings.password === undefined
                    ? 'The one you have; it is not kept here'
                    : '••••••••'}
              </dd>
            </div>
          </dl>
          <details>
            <summary>What programs call this encryption</summary>
            <table className={styles.names}>
              <tbody>
                {programs.map(({ program, implicitTls, startTls }) => (
                  <tr key={program}>
                    <th scope="row">{program}</th>
                    <td>
                      <code>
                        {settings.security === 'implicit-tls'
                          ? implicitTls
                          : settings.security === 'starttls'
                            ? startTls
                            : 'none'}
                      </code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
          <ExportPanel settings={settings} proof={proof} />
          <p className="hint">{proof}.</p>
        </>
      )}
      <div className="actions">
        <button type="button" onClick={() => router.push('/setup/test')}>
          Back
        </button>
        <button
          className="button-primary"
          type="button"
          onClick={() => {
            reset();
            router.push('/setup/provider');
          }}
        >
          Set up another
        </button>
      </div>
    </StepFrame>
  );
}
