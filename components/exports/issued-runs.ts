import * as z from 'zod/mini';
import { issuedRunSchema, type IssuedRun } from '@/lib/wizard/self-test-result';

const storageKey = 'outport.self-tests';
const most = 5;
const storedSchema = z.array(issuedRunSchema);

let here: readonly IssuedRun[] = [];

/** The self tests this browser made: their names, by which a result that comes back in another tab is known; never their keys. */
export function issuedRuns(): readonly IssuedRun[] {
  try {
    const { data = [] } = z.safeParse(storedSchema, JSON.parse(localStorage.getItem(storageKey) ?? '[]'));
    return [...here, ...data];
  } catch {
    return here; // storage is forbidden or holds something else: this tab's own are known
  }
}

/** Keeps the name of one more, the latest first. */
export function rememberRun({ id, madeAt }: IssuedRun): void {
  const known = issuedRuns().filter((run, index, all) => all.findIndex((other) => other.id === run.id) === index);
  here = [{ id, madeAt }, ...known].slice(0, most);
  try {
    localStorage.setItem(storageKey, JSON.stringify(here));
  } catch {
    return; // then only this tab takes the result
  }
}
