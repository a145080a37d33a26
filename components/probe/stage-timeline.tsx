import type { StageRecord } from '@/lib/probe/report';
import type { TimeAxis } from '@/lib/probe/time-axis';
import type { Stage } from '@/lib/smtp/outcome';
import styles from './timeline.module.css';

const width = 1000;
const height = 14;

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

/** How a stage ended: it passed, it goes on, or the endpoint settled in it without passing. */
type Fate = 'passed' | 'going-on' | 'not-passed';
const fateClass: Readonly<Record<Fate, (stage: Stage) => string | undefined>> = {
  passed: (stage) => styles[colours[stage]],
  'going-on': (stage) => `${styles[colours[stage]] ?? ''} ${styles.live ?? ''}`,
  'not-passed': () => styles.vain,
};

type Props = {
  readonly stages: readonly StageRecord[];
  readonly axis: TimeAxis;
  /** When the endpoint settled, or the newest moment of the run; ends a stage that has not passed. */
  readonly until: number;
  readonly isSettled: boolean;
};

/** One endpoint's stages as bars on the axis all rows share. The same facts stand as text in the opened row. */
export function StageTimeline({ stages, axis, until, isSettled }: Props) {
  const x = (ms: number) => (Math.min(ms, axis.end) / axis.end) * width;
  return (
    <svg
      className={styles.timeline}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {axis.ticks.map((tick) => (
        <line key={tick} className={styles.tick} x1={x(tick)} x2={x(tick)} y1="-20" y2="40" />
      ))}
      {stages.map(({ stage, secured, startedAt, tookMs }) => {
        const fate: Fate = tookMs !== undefined ? 'passed' : isSettled ? 'not-passed' : 'going-on';
        const end = tookMs === undefined ? Math.max(until, startedAt) : startedAt + tookMs;
        return (
          <rect
            key={`${stage}${String(secured)}`}
            className={fateClass[fate](stage)}
            x={x(startedAt)}
            y="0"
            width={Math.max(4, x(end) - x(startedAt) - 1.5)}
            height={height}
          />
        );
      })}
    </svg>
  );
}

const legend = [
  ['resolve', 'Look up'],
  ['connect', 'Connect'],
  ['greeting', 'Greeting'],
  ['ehlo', 'EHLO'],
  ['encrypt', 'Encrypt'],
  ['vain', 'Did not pass'],
] as const;

/** What the colours stand for. */
export function TimelineLegend() {
  return (
    <ul className={styles.legend} aria-hidden="true">
      {legend.map(([colour, words]) => (
        <li key={colour}>
          <svg width="10" height="10">
            <rect className={styles[colour]} width="10" height="10" />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}
