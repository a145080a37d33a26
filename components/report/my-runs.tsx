'use client';
import Link from 'next/link';
import { useState, useSyncExternalStore } from 'react';
import type { Report } from '@/lib/report/report';
import { readableMoment } from '@/lib/wizard/proof';
import { keptReports, readKept, type KeptReport } from './kept-reports';
import { ReportComparison } from './report-comparison';
import { ReportDownloads } from './report-downloads';
import styles from './report.module.css';

function Entry({ kept }: { readonly kept: KeptReport }) {
  const { id, title, made, report } = kept;
  const [said, setSaid] = useState('');
  const of = `${title}, ${readableMoment(made)}`;
  return (
    <li>
      <h2>{title}</h2>
      <p className="hint">{readableMoment(made)}</p>
      {report !== undefined && <ReportDownloads of={of} report={() => Promise.resolve(report)} onSaid={setSaid} />}
      <p>
        <button type="button" onClick={() => keptReports.forget(id)}>
          Forget<span className="visually-hidden"> {of}</span>
        </button>
      </p>
      <p role="status" className="hint">
        {said}
      </p>
    </li>
  );
}

type PickProps = {
  readonly label: string;
  readonly id: string;
  readonly reports: readonly Report[];
  readonly value: string;
  readonly onPick: (made: string) => void;
};

function Pick({ label, id, reports, value, onPick }: PickProps) {
  return (
    <div className="field-block">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.target.value)}>
        {reports.map(({ made, host }) => (
          <option key={made} value={made}>
            {readableMoment(made)}, {host}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Two of the kept reports, the newest two at first. */
function Compare({ reports }: { readonly reports: readonly Report[] }) {
  const [picked, setPicked] = useState<{ readonly before?: string; readonly after?: string }>({});
  const find = (made: string | undefined, otherwise: number) =>
    reports.find((report) => report.made === made) ?? reports[otherwise];
  const [before, after] = [find(picked.before, 1), find(picked.after, 0)];
  if (before === undefined || after === undefined) return null;
  return (
    <section>
      <h2>Compare two</h2>
      <Pick
        label="Earlier report"
        id="compare-before"
        reports={reports}
        value={before.made}
        onPick={(made) => setPicked({ ...picked, before: made })}
      />
      <Pick
        label="Later report"
        id="compare-after"
        reports={reports}
        value={after.made}
        onPick={(made) => setPicked({ ...picked, after: made })}
      />
      <ReportComparison before={before} after={after} />
    </section>
  );
}

/** The reports that this browser made, and a comparison of two. */
export function MyRuns() {
  const stored = useSyncExternalStore(keptReports.subscribe, keptReports.current, keptReports.onServer);
  const kept = readKept(stored);
  const reports = kept.flatMap(({ report }) => (report === undefined ? [] : [report]));
  if (kept.length === 0)
    return (
      <p>
        Nothing here yet. <Link href="/setup/provider">Start the setup</Link>, and make a report when the ports were
        tried or the settings are there.
      </p>
    );
  return (
    <>
      <ul className={styles.list}>
        {kept.map((entry) => (
          <Entry key={entry.id} kept={entry} />
        ))}
      </ul>
      <Compare reports={reports} />
    </>
  );
}
