import { describe, expect, it } from 'vitest';
import { isKept } from '../verdict';
import { besideTable, promisedTable, requestTable } from './round-trip-tables';

const measured = (samples: Record<string, number[]>) => ({
  roundTripMs: 50,
  samples: { 'round trip': [49, 50, 400], ...samples },
});
const rowOf = (table: ReturnType<typeof promisedTable>, what: string) => {
  const found = table.rows.find((row) => row.what === what);
  if (found === undefined) throw new Error(what);
  return found;
};

describe('what is promised from the first SYN on', () => {
  it('is a tenth more than the fewest round trips, and 30 ms', () => {
    const inTime = promisedTable(measured({ 'usable 465': [250] }));
    expect(rowOf(inTime, '465 usable')).toMatchObject({ figure: 5, cells: ['250', '5.00', '4', '5.00'] });
    expect(isKept(rowOf(inTime, '465 usable'))).toBe(true);
    expect(isKept(rowOf(promisedTable(measured({ 'usable 465': [251] })), '465 usable'))).toBe(false);
  });
  it('is six seconds for a port that takes no connection', () => {
    const row = (ms: number) =>
      rowOf(promisedTable(measured({ 'full, 2 silent': [ms] })), 'full picture, 2 of four silent');
    expect(isKept(row(6_000))).toBe(true);
    expect(isKept(row(6_001))).toBe(false);
  });
  it('is missed by what was not measured', () => {
    expect(promisedTable(measured({})).rows.some(isKept)).toBe(false);
  });
});

it('From the request on the round trips are counted with the look-up in them', () => {
  const kept = (ms: number) => requestTable(measured({ 'request to usable 465': [ms] })).rows.filter(isKept).length;
  expect([kept(275), kept(276)]).toEqual([1, 0]);
});

it('Beside others finding a port and sending on it are added up, and what a tester cannot do is left open', () => {
  const { rows } = besideTable(measured({ first: [200], full: [300], 'accepted 465': [350], 'swaks first': [400] }));
  expect(rows.map(({ what, cells }) => [what, ...cells]).slice(0, 2)).toEqual([
    ['Outport', '4.0', '6.0', '11.0'],
    ['swaks', '8.0', '-', '-'],
  ]);
});
