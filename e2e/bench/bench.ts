/** Runs the parts that were asked for, one after the other, and prints their tables. */
import { rmSync } from 'node:fs';
import { makeScratch } from '../lab/scratch-folder.mjs';
import type { Part } from './part';
import { besideSilence } from './parts/beside-silence';
import { heap } from './parts/heap';
import { http } from './parts/http';
import { loss } from './parts/loss';
import { people } from './parts/people';
import { roundTrips } from './parts/round-trips';
import { store } from './parts/store';
import { format, isKept } from './verdict';
import { stopAll } from './worker';

const parts: readonly Part[] = [roundTrips, besideSilence, people, heap, loss, http, store];

export type BenchOptions = {
  /** Every part, not only the quick ones. */
  readonly all: boolean;
  /** One part, by its name. */
  readonly only?: string | undefined;
};

async function runPart(part: Part, scratch: string): Promise<boolean> {
  const reason = part.whyNot();
  if (reason !== undefined) {
    console.log(`\n${part.name}: skipped, since ${reason}.`);
    return true;
  }
  try {
    const tables = await part.run(scratch, (text) => console.log(`\n${part.name}: ${text}`));
    for (const table of tables) console.log(`\n${format(table)}`);
    return tables.every(({ rows }) => rows.every(isKept));
  } finally {
    await stopAll();
  }
}

/** True when no figure missed its budget. Throws when something could not be measured. */
export async function bench({ all, only }: BenchOptions): Promise<boolean> {
  const chosen = parts.filter(({ name, isQuick }) => (only === undefined ? all || isQuick : name === only));
  if (chosen.length === 0) throw new Error(`The parts are ${parts.map(({ name }) => name).join(', ')}.`);
  const scratch = makeScratch('bench');
  const leave = async (status: number) => {
    await stopAll();
    rmSync(scratch, { recursive: true, force: true });
    process.exit(status);
  };
  for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }))
    process.once(signal, () => void leave(128 + number));
  let isSound = true;
  try {
    for (const part of chosen) isSound = (await runPart(part, scratch)) && isSound;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  return isSound;
}
