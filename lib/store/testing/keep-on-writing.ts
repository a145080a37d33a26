import 'server-only';
import { openStore, storePlace } from '../open-store';
import { createReport } from '../reports';

/** A process that keeps one report after another, and says the id of each when it is kept, until it is killed. */
const store = await openStore(storePlace(process.env));
for (;;) {
  const { id } = await createReport(store, JSON.stringify({ text: 'x'.repeat(10_000) }), Date.now());
  process.stdout.write(`${id}\n`);
}
