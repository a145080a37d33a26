import { describe, expect, test } from 'vitest';
import type { StageRecord } from './report';
import { readableTime, timeAxis } from './time-axis';

const stage = (startedAt: number, tookMs?: number): StageRecord => ({
  stage: 'connect',
  secured: false,
  startedAt,
  ...(tookMs === undefined ? {} : { tookMs }),
});

describe('the axis all rows share', () => {
  test.each([
    [[], 40],
    [[{ stages: [stage(0, 213)] }], 400],
    [[{ stages: [stage(0, 38)] }], 40],
    [[{ stages: [stage(0, 39.9)] }], 100],
    [[{ stages: [stage(0, 20)] }, { stages: [stage(100, 900)] }], 2000],
    [[{ stages: [stage(0, 60_000)] }], 63_000],
  ])('holds every stage that passed, in four equal steps', (reports, end) => {
    const axis = timeAxis(reports);
    expect(axis.end).toBe(end);
    expect(axis.ticks).toEqual([0, end / 4, end / 2, (3 * end) / 4, end]);
  });

  test('is not stretched by a stage that still waits', () => {
    expect(timeAxis([{ stages: [stage(0, 30), stage(30)] }]).end).toBe(40);
  });
});

test.each([
  [0, '0 ms'],
  [213.4, '213 ms'],
  [999, '999 ms'],
  [1000, '1.0 s'],
  [5011, '5.0 s'],
])('%d milliseconds read as %s', (ms, words) => {
  expect(readableTime(ms)).toBe(words);
});
