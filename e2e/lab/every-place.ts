/** Runs one contract on each kind of store there is. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { startPostgres, whyNoPostgres, type TestPostgres } from './postgres';
import type { StorePlace } from '@/lib/store/open-store';

/** `contract` declares the tests; its `place` can be asked while they run. */
export function inEveryPlace(contract: (place: () => StorePlace) => void): void {
  describe('in a file of SQLite', () => {
    const folder = mkdtempSync(join(tmpdir(), 'outport-store-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    contract(() => ({ folder }));
  });
  describe.skipIf(whyNoPostgres !== undefined)('in PostgreSQL', () => {
    let postgres: TestPostgres;
    beforeAll(async () => {
      postgres = await startPostgres();
    }, 60_000);
    afterAll(() => postgres.stop());
    contract(() => ({ postgres: postgres.url }));
  });
}
