import { attemptFate } from '@/lib/probe/attempt-fate';
import type { Attempt } from '@/lib/probe/events';
import type { StageRecord } from '@/lib/probe/report';
import { stageName } from '@/lib/probe/row-status';
import { readableTime } from '@/lib/probe/time-axis';
import styles from './board.module.css';

type StagesProps = { readonly stages: readonly StageRecord[]; readonly port: number; readonly isSettled: boolean };

/** The bars of one endpoint as text. */
export function StageTable({ stages, port, isSettled }: StagesProps) {
  if (stages.length === 0) return null;
  return (
    <table className={styles.evidence}>
      <caption>Stages of port {port}</caption>
      <thead>
        <tr>
          <th scope="col">Stage</th>
          <th scope="col">Began after</th>
          <th scope="col">Took</th>
        </tr>
      </thead>
      <tbody>
        {stages.map(({ stage, secured, startedAt, tookMs }) => (
          <tr key={`${stage}${String(secured)}`}>
            <th scope="row">{stageName(stage, secured)}</th>
            <td>{readableTime(startedAt)}</td>
            <td>{tookMs !== undefined ? readableTime(tookMs) : isSettled ? 'did not pass' : '…'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Every address that was tried, of both families. */
export function AttemptTable({ attempts, port }: { readonly attempts: readonly Attempt[]; readonly port: number }) {
  if (attempts.length === 0) return null;
  return (
    <table className={styles.evidence}>
      <caption>Addresses tried on port {port}</caption>
      <thead>
        <tr>
          <th scope="col">Address</th>
          <th scope="col">Result</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {attempts.map(({ address, family, result, tookMs }) => (
          <tr key={address}>
            <th scope="row">
              <code>{address}</code> <small>IPv{family}</small>
            </th>
            <td>{attemptFate({ result })}</td>
            <td>{readableTime(tookMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
