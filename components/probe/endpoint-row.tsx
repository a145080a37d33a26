import { useState } from 'react';
import { readableTime, type TimeAxis } from '@/lib/probe/time-axis';
import type { RowStatus } from '@/lib/probe/row-status';
import type { PortRow } from '@/lib/wizard/port-rows';
import { StatusMark } from '@/components/ui/status-mark';
import styles from './board.module.css';
import { EndpointDetails, type DetailsContext } from './endpoint-details';
import { securityNames } from './security-names';
import { StageTimeline } from './stage-timeline';

export type RowContext = DetailsContext & {
  readonly axis: TimeAxis;
  /** The newest moment of the run, in ms. */
  readonly at: number;
  readonly recommended: string | undefined;
  readonly chosen: string | undefined;
};

const marks: Readonly<Record<RowStatus['tone'], 'good' | 'careful' | 'bad' | 'none'>> = {
  works: 'good',
  warns: 'careful',
  fails: 'bad',
  muted: 'none',
  waiting: 'none',
  running: 'none',
};

/** One endpoint: closed, its status; opened, everything that was seen. */
export function EndpointRow({ row, context }: { readonly row: PortRow; readonly context: RowContext }) {
  const [isOpen, setOpen] = useState(false);
  const { report, planned, status } = row;
  const { endpoint, role } = planned;
  const isBest = context.recommended === row.id;
  const isChosen = context.chosen === row.id;
  const note = isChosen ? 'Chosen' : isBest ? 'Recommended' : status.detail;
  return (
    <li className={isBest || isChosen ? `${styles.row ?? ''} ${styles.best ?? ''}` : styles.row}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className={styles.port}>
            <b>
              <span className="visually-hidden">Port </span>
              {endpoint.port}
            </b>
            <small>
              {role === endpoint.port ? '' : `as ${role} · `}
              {securityNames[endpoint.security]}
            </small>
          </span>
          <span className={styles.bars}>
            <StageTimeline
              stages={report.stages}
              axis={context.axis}
              until={report.settledAt ?? context.at}
              isSettled={report.outcome !== undefined || !context.isRunning}
            />
          </span>
          <span className={styles.took}>{report.settledAt === undefined ? '' : readableTime(report.settledAt)}</span>
          <span className={`${styles.verdict ?? ''} ${styles[status.tone] ?? ''}`}>
            <span className={styles.word}>
              <StatusMark mark={marks[status.tone]} />
              {status.word}
            </span>
            {note !== '' && <small>{note}</small>}
          </span>
        </summary>
        <EndpointDetails row={row} context={context} isOpen={isOpen} />
      </details>
    </li>
  );
}
