/** One line an hour at most: whoever fills the store would otherwise fill the log, too. */
const everyMs = 3_600_000;

// Next gives each route a copy of this module; the line is one per process.
const key = Symbol.for('outport.note-full');
const registry = globalThis as { [key]?: number };

/** Tells the operator that the store is full, on the process's error output. */
export function noteFull(now: number): void {
  if (now - (registry[key] ?? -Infinity) < everyMs) return;
  registry[key] = now;
  process.stderr.write(
    'Outport: the store is full. New reports are refused and messages carry no link until kept rows expire; OUTPORT_STORE_MB and OUTPORT_STORE_ROWS set how much it holds.\n',
  );
}
