import type { PortRow } from '@/lib/wizard/port-rows';
import { readableTime } from '@/lib/probe/time-axis';
import styles from './board.module.css';
import { EndpointRow, type RowContext } from './endpoint-row';
import { TimelineLegend } from './stage-timeline';

/** The port board: every row there from the first instant, in plan order, on one shared time axis. */
export function EndpointList({ rows, context }: { readonly rows: readonly PortRow[]; readonly context: RowContext }) {
  const { axis, isRunning } = context;
  return (
    <div className={styles.board}>
      <div className={styles.axis} aria-hidden="true">
        <span className={styles.scale}>
          {axis.ticks.map((tick) => (
            <span key={tick}>{tick === 0 ? '0' : readableTime(tick)}</span>
          ))}
        </span>
      </div>
      <ol className={styles.rows} aria-busy={isRunning} aria-label="Ports">
        {rows.map((row) => (
          <EndpointRow key={row.id} row={row} context={context} />
        ))}
      </ol>
      <TimelineLegend />
    </div>
  );
}
