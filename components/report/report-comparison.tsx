import { compareReports } from '@/lib/report/compare';
import type { Report } from '@/lib/report/report';
import { readableMoment } from '@/lib/wizard/proof';
import styles from './report.module.css';

function Findings({ heading, titles }: { readonly heading: string; readonly titles: readonly string[] }) {
  if (titles.length === 0) return null;
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </>
  );
}

/** Two reports side by side, the earlier one first: which ports changed, and which findings. */
export function ReportComparison({ before, after }: { readonly before: Report; readonly after: Report }) {
  const { ports, gone, added } = compareReports(before, after);
  const changed = ports.filter(({ isChanged }) => isChanged).length;
  return (
    <>
      <p role="status">
        {ports.length === 0
          ? 'No port was tried in either of them.'
          : `${changed} of ${ports.length} ports changed. Findings gone: ${gone.length}, new: ${added.length}.`}
      </p>
      {ports.length > 0 && (
        <table className={styles.changes}>
          <caption className="visually-hidden">Ports of both reports</caption>
          <thead>
            <tr>
              <th scope="col">Port</th>
              <th scope="col">{readableMoment(before.made)}</th>
              <th scope="col">{readableMoment(after.made)}</th>
            </tr>
          </thead>
          <tbody>
            {ports.map(({ name, before: was, after: is, isChanged }) => (
              <tr key={name} className={isChanged ? styles.changed : undefined}>
                <th scope="row">
                  {name}
                  {isChanged && <strong> changed</strong>}
                </th>
                <td>{was ?? 'not tried'}</td>
                <td>{is ?? 'not tried'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Findings heading="No longer found" titles={gone} />
      <Findings heading="Newly found" titles={added} />
    </>
  );
}
