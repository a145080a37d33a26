import { describe, expect, it } from 'vitest';
import { format, isKept, median } from './verdict';

const row = (figure: number | undefined, budget?: number) => ({
  what: 'a figure',
  cells: [],
  ...(figure === undefined ? {} : { figure }),
  ...(budget === undefined ? {} : { budget }),
});

describe('median', () => {
  it('is the number in the middle, or between the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([1, 10, 2, 3])).toBe(2.5);
  });
  it('orders numbers as numbers', () => {
    expect(median([100, 20, 3])).toBe(20);
  });
  it('leaves the numbers as they were given', () => {
    const numbers = [3, 1, 2];
    median(numbers);
    expect(numbers).toEqual([3, 1, 2]);
  });
});

describe('isKept', () => {
  it('holds up to the budget and no further', () => {
    expect(isKept(row(5, 5))).toBe(true);
    expect(isKept(row(5.01, 5))).toBe(false);
  });
  it('does not hold for what could not be measured', () => {
    expect(isKept(row(median([]), 5))).toBe(false);
    expect(isKept(row(undefined, 5))).toBe(false);
  });
  it('holds where nothing was promised', () => {
    expect(isKept(row(5))).toBe(true);
  });
});

describe('format', () => {
  it('says behind every figure with a budget whether it was kept', () => {
    const text = format({
      title: 'Times',
      head: ['', 'ms'],
      rows: [
        { what: 'short', cells: ['1'], figure: 1, budget: 2 },
        { what: 'rather long', cells: ['3000'], figure: 3000, budget: 2 },
        { what: 'beside', cells: ['7'] },
      ],
    });
    expect(text).toBe(
      [
        'Times',
        '               ms',
        'short           1    kept',
        'rather long  3000  MISSED',
        'beside          7',
      ].join('\n'),
    );
  });
});
