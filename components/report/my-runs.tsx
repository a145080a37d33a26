'use client';
import fields from '@/components/form/field.module.css';
import Link from 'next/link';
import { useState, useSyncExternalStore } from 'react';
import { readableMoment } from '@/lib/wizard/proof';
import { hostedPath } from './hosted-requests';
import { keptReports, readKept, type KeptReport } from './kept-reports';
import { ReportComparison } from './report-comparison';
import { ReportDownloads } from './report-downloads';
import styles from './report.module.css';
import { useKeptReport } from './use-kept-report';

function Entry({ kept }: { readonly kept: KeptReport }) {
  const { id, title, made, expires, report } = kept;
  const [said, setSaid] = useState('');
  const of = `${title}, ${readableMoment(made)}`;
  return (
    <li>
      <h2>{title}</h2>
      <p className="hint">
        {readableMoment(made)}
        {expires !== undefined && `, to be opened until ${readableMoment(expires)}`}
      </p>
      {report !== undefined && <ReportDownloads of={of} report={() => Promise.resolve(report)} onSaid={setSaid} />}
      {expires !== undefined && (
        <p>
          <a href={hostedPath(id)}>
            Open<span className="visually-hidden"> {of}</span>
          </a>
        </p>
      )}
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
  readonly list: readonly KeptReport[];
  readonly value: string;
  readonly onPick: (id: string) => void;
};

function Pick({ label, id, list, value, onPick }: PickProps) {
  return (
    <div className={fields.select}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.target.value)}>
        {list.map((kept) => (
          <option key={kept.id} value={kept.id}>
            {readableMoment(kept.made)}, {kept.title}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Two of the listed reports, the newest two at first. */
function Compare({ list }: { readonly list: readonly KeptReport[] }) {
  const [picked, setPicked] = useState<{ readonly before?: string; readonly after?: string }>({});
  const find = (wanted: string | undefined, otherwise: number) =>
    list.find(({ id }) => id === wanted) ?? list[otherwise];
  const [before, after] = [find(picked.before, 1), find(picked.after, 0)];
  const [earlier, later] = [useKeptReport(before), useKeptReport(after)];
  if (before === undefined || after === undefined) return null;
  return (
    <section>
      <h2>Compare two</h2>
      <Pick
        label="Earlier report"
        id="compare-before"
        list={list}
        value={before.id}
        onPick={(id) => setPicked({ ...picked, before: id })}
      />
      <Pick
        label="Later report"
        id="compare-after"
        list={list}
        value={after.id}
        onPick={(id) => setPicked({ ...picked, after: id })}
      />
      {earlier === undefined || later === undefined ? (
        <p>Both can be compared while both can be opened.</p>
      ) : (
        <ReportComparison before={earlier} after={later} />
      )}
    </section>
  );
}

/** The reports that this browser made, and a comparison of two. */
export function MyRuns() {
  const stored = useSyncExternalStore(keptReports.subscribe, keptReports.current, keptReports.onServer);
  const kept = readKept(stored);
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
      <Compare list={kept} />
    </>
  );
}
