'use client';
import Link from 'next/link';
import { useState } from 'react';
import { Choice } from '@/components/form/choice';
import { useDraft } from '@/components/wizard/draft-context';
import { HostedReportMaker } from './hosted-report';
import { keepReport } from './kept-reports';
import { ReportDownloads } from './report-downloads';
import { useReport } from './use-report';

/** A report of this run to hand over: to whoever runs the web host, the mail server or the site. */
export function ReportSection() {
  const [showNames, setShowNames] = useState(false);
  const [said, setSaid] = useState('');
  const report = useReport(showNames);
  const { mode } = useDraft();
  return (
    <section className="no-print">
      <h2>Make a report</h2>
      <p>
        For whoever has to help: your web host, your mail provider, a colleague. It holds what was tested, from where
        and when, what was found, and the settings. It never holds the password.
      </p>
      <Choice
        type="checkbox"
        checked={showNames}
        onChange={(event) => setShowNames(event.target.checked)}
        label="Show user names and addresses"
        hint="Otherwise a user name becomes s***, and an address o***@example.com."
      />
      {mode === 'hosted' ? (
        <HostedReportMaker report={report} />
      ) : (
        <>
          <ReportDownloads report={report} onSaid={setSaid} onDone={keepReport} />
          <p role="status" className="hint">
            {said}
          </p>
        </>
      )}
      <p>
        This browser lists the reports you make, up to 20, under <Link href="/runs">My runs</Link>.
      </p>
    </section>
  );
}
