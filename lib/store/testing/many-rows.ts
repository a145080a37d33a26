import 'server-only';
import { openStore, storePlace } from '../open-store';
import { createReport } from '../reports';
import { hashOf } from '../token';
import { countAnew } from '../usage';

/**
 * A process that puts as many reports as `ROWS` says, each of them `BODY`, and as many arrivals of `<0@many.test>` and so
 * on into the store, all of them over at `EXPIRES`; and a hundred reports that are not, whose ids it says.
 */
const [count, expires] = [Number(process.env['ROWS']), Number(process.env['EXPIRES'])];
const body = process.env['BODY'] ?? '';
const atOnce = 1000;

const store = await openStore(storePlace(process.env));
for (let done = 0; done < count; done += atOnce) {
  const numbers = Array.from({ length: atOnce }, (_, index) => done + index);
  const reports = numbers.map((index) => {
    return { id: hashOf(`id ${index}`).slice(0, 22), delete_hash: hashOf(`${index}`), created: 0, expires, body };
  });
  const arrivals = numbers.map((index) => {
    const message_hash = hashOf(`<${index}@many.test>`);
    return { message_hash, token_hash: hashOf(`token ${index}`), accepted: 0, opened: null, expires };
  });
  await store.transaction().execute(async (transaction) => {
    await transaction.insertInto('reports').values(reports).execute();
    await transaction.insertInto('arrivals').values(arrivals).execute();
  });
}
await countAnew(store);
for (let index = 0; index < 100; index += 1)
  process.stdout.write(`${(await createReport(store, body, Date.now())).id}\n`);
await store.destroy();
