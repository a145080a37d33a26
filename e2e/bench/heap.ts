/** What the process still holds when nothing is going on. Node has to be started with --expose-gc. */

const collect = (globalThis as { readonly gc?: () => void }).gc;

/** Megabytes of heap after a collection; twice, since what the first one finalizes only the second frees. */
export async function heapAfterCollection(): Promise<number> {
  if (collect === undefined) throw new Error('Node was started without --expose-gc.');
  for (let time = 0; time < 2; time += 1) {
    collect();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed / 1_048_576;
}
