/** The scale that all rows of a run share, so that where the time goes is seen before it is read. Milliseconds. */
import type { EndpointReport, StageRecord } from './report';

export type TimeAxis = { readonly end: number; readonly ticks: readonly number[] };

const steps = [10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000];
const tickCount = 4;

const passedEnd = ({ startedAt, tookMs }: StageRecord) => (tookMs === undefined ? startedAt : startedAt + tookMs);

/**
 * Reports → an axis with four equal steps that holds every stage that passed with a little room. What is still
 * waiting, or waited in vain, runs off its end: five seconds of silence would squeeze the rest into a line.
 */
export function timeAxis(reports: readonly Pick<EndpointReport, 'stages'>[]): TimeAxis {
  const last = Math.max(0, ...reports.flatMap(({ stages }) => stages.map(passedEnd)));
  const step = steps.find((size) => size * tickCount >= last * 1.05) ?? Math.ceil((last * 1.05) / tickCount);
  return { end: step * tickCount, ticks: Array.from({ length: tickCount + 1 }, (_, index) => index * step) };
}

/** Milliseconds as a person reads them: 213 ms, 5.0 s. */
export function readableTime(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
