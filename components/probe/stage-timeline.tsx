import type { StageRecord } from '@/lib/probe/report';
import type { Stage } from '@/lib/smtp/outcome';
import styles from './board.module.css';

const colours: Readonly<Record<Stage, string>> = {
  resolve: 'resolve',
  connect: 'connect',
  tls: 'encrypt',
  starttls: 'encrypt',
  greeting: 'greeting',
  ehlo: 'ehlo',
  auth: 'deliver',
  'mail-from': 'deliver',
  'rcpt-to': 'deliver',
  data: 'deliver',
};

/** One endpoint's stages as bars on the axis all rows share; `until` ends a stage that has not passed. Times in ms. */
export function StageTimeline({
  stages,
  scale,
  until,
}: {
  readonly stages: readonly StageRecord[];
  readonly scale: number;
  readonly until: number;
}) {
  const x = (ms: number) => (Math.min(ms, scale) / scale) * 1000;
  return (
    <svg className={styles.timeline} viewBox="0 0 1000 14" preserveAspectRatio="none" aria-hidden="true">
      {stages.map(({ stage, secured, startedAt, tookMs }) => {
        const end = tookMs === undefined ? Math.max(until, startedAt) : startedAt + tookMs;
        const isOpen = tookMs === undefined;
        return (
          <rect
            key={`${stage}${String(secured)}`}
            className={isOpen ? styles.open : styles[colours[stage]]}
            x={x(startedAt)}
            y="0"
            width={Math.max(3, x(end) - x(startedAt) - 1)}
            height="14"
          />
        );
      })}
    </svg>
  );
}
