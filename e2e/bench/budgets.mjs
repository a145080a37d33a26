// What the program may take, in round trips of the line; what a round trip is spent on stands in docs/performance.md.
const budgets = [
  { what: 'usable 465', budget: 5.5 },
  { what: 'usable 587', budget: 7.5 },
  { what: 'accepted 465', budget: 8.5 },
  { what: 'accepted 587', budget: 10.5 },
];

const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The times of every run in milliseconds → the table as text, and whether every budget was kept. */
export function judge(times) {
  const roundTrip = median(times['round trip']);
  const rows = budgets.map(({ what, budget }) => {
    const took = median(times[what]);
    const trips = took / roundTrip;
    return { what, took, trips, budget, kept: trips <= budget };
  });
  const line = (cells) => cells.map((cell, index) => (index === 0 ? cell.padEnd(14) : cell.padStart(13))).join('');
  const table = [
    `Round trip ${roundTrip.toFixed(1)} ms, medians of ${times['round trip'].length} runs`,
    line(['', 'ms', 'round trips', 'budget', '']),
    ...rows.map(({ what, took, trips, budget, kept }) =>
      line([what, took.toFixed(0), trips.toFixed(2), budget.toFixed(1), kept ? 'kept' : 'MISSED']),
    ),
  ].join('\n');
  return { table, kept: rows.every(({ kept }) => kept) };
}
