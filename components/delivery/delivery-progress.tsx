import { Conversation } from '@/components/probe/conversation';
import { StatusMark } from '@/components/ui/status-mark';
import type { DeliveryReport, StageRecord } from '@/lib/probe/report';
import { stageName } from '@/lib/probe/row-status';
import { readableTime } from '@/lib/probe/time-axis';
import styles from './delivery-progress.module.css';

type Fate = 'passed' | 'going-on' | 'failed';
const marks = { passed: 'good', 'going-on': 'none', failed: 'bad' } as const;

function StageItem({ record, fate }: { readonly record: StageRecord; readonly fate: Fate }) {
  const { stage, secured, tookMs } = record;
  return (
    <li className={styles[fate]}>
      <span className={styles.mark}>
        {fate === 'going-on' ? <span className={styles.dot} /> : <StatusMark mark={marks[fate]} />}
      </span>
      {stageName(stage, secured)}
      <span className={styles.took}>
        {tookMs !== undefined ? readableTime(tookMs) : fate === 'failed' ? 'did not pass' : '…'}
      </span>
    </li>
  );
}

/** The stages of one message as they happen, and what was said. */
export function DeliveryProgress({
  report,
  isSending,
}: {
  readonly report: DeliveryReport;
  readonly isSending: boolean;
}) {
  if (report.stages.length === 0) return null;
  return (
    <>
      <ol className={styles.stages} aria-label="Stages" aria-busy={isSending}>
        {report.stages.map((record) => (
          <StageItem
            key={`${record.stage}${String(record.secured)}`}
            record={record}
            fate={record.tookMs !== undefined ? 'passed' : isSending ? 'going-on' : 'failed'}
          />
        ))}
      </ol>
      <Conversation lines={report.transcript} />
    </>
  );
}
