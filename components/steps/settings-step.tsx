'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { ExportPanel } from '@/components/exports/export-panel';
import { ReportSection } from '@/components/report/report-section';
import { EncryptionNames } from '@/components/settings/encryption-names';
import { useArrivalWatch } from '@/components/delivery/use-arrival-watch';
import { ProofNotice } from '@/components/settings/proof-notice';
import { ValueList } from '@/components/settings/value-list';
import { useDraft } from '@/components/wizard/draft-context';
import { StepFrame } from '@/components/wizard/step-frame';
import type { Proven } from '@/lib/wizard/draft';
import { claim, finishedSettings, type Claim } from '@/lib/wizard/finished-settings';
import { proofLine } from '@/lib/wizard/proof';
import { serverChoice } from '@/lib/wizard/server-choices';
import { stepPath } from '@/lib/wizard/steps';
import { vantageName, vantageSentence } from '@/lib/wizard/vantage-words';
import styles from './settings-step.module.css';

const headings: Readonly<Record<Claim, string>> = {
  works: 'Your settings work',
  connects: 'These settings connect',
  'not-tested': 'These settings are not tested',
};

/** What a message came to whose values are these. */
function through({ outcome, arrived }: Proven): string {
  if (arrived === undefined)
    return 'The mail server accepted the test message. Check that it arrived, and look in spam.';
  return outcome.status === 'accepted'
    ? 'The mail server accepted the test message, and it arrived.'
    : 'The test message arrived, although the mail server’s answer was lost.';
}

const ledes: Readonly<Record<Claim, (vantage: string, proven: Proven | undefined) => string>> = {
  works: (vantage, proven) => (proven === undefined ? vantage : `${through(proven)} ${vantage}`),
  connects: (vantage) =>
    `The port answers with verified encryption. Send a test email to prove the login and the sender. ${vantage}`,
  'not-tested': () => 'Send a test email to prove them.',
};

/** What a check saw on the web server counts there, where the mail leaves; from here nothing can be tested. */
const fromWebServer = {
  heading: 'These settings connect from your web server',
  lede: 'They do not connect from here, so no test email can be sent from here: send the first message with the program on the web server.',
} as const;

/** The result: every value to copy, and no claim beyond what was proven. */
export function SettingsStep() {
  const { draft, reset, mode, directory } = useDraft();
  const router = useRouter();
  useArrivalWatch();
  const settings = finishedSettings(draft);
  const state = claim(draft);
  const isForThere = state === 'not-tested' && draft.seenThere !== undefined;
  const heading = isForThere ? fromWebServer.heading : headings[state];
  const startAnew = () => {
    reset();
    router.push(stepPath('provider'));
  };
  return (
    <StepFrame
      step="settings"
      heading={heading}
      state={heading}
      lede={isForThere ? fromWebServer.lede : ledes[state](vantageSentence[mode], draft.proven)}
    >
      {settings !== undefined && (
        <>
          <ProofNotice state={state} proven={draft.proven} seenThere={draft.seenThere} vantage={vantageName[mode]} />
          {serverChoice(directory, draft.provider).asks === 'practice' && (
            <p className="notice">
              These settings work only on this computer, while Outport runs.{' '}
              <Link href="/practice/inbox">Open the practice inbox</Link>
            </p>
          )}
          <div className={styles.columns}>
            <section>
              <h2>SMTP settings</h2>
              <ValueList settings={settings} />
              <EncryptionNames security={settings.security} />
            </section>
            <ExportPanel settings={settings} proof={proofLine(draft, vantageName[mode])} />
          </div>
          <ReportSection />
        </>
      )}
      <div className="actions">
        <button type="button" onClick={() => router.push(stepPath('test'))}>
          {state === 'works' ? 'Back' : 'Back to the test'}
        </button>
        <button className="button-primary" type="button" onClick={startAnew}>
          Set up another
        </button>
      </div>
    </StepFrame>
  );
}
