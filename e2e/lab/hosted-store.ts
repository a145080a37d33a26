/** A hosted Outport's routes for one test file: what the environment says, and the store that they share. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { currentStore } from '@/lib/store/current-store';
import type { Store } from '@/lib/store/open-store';

export const origin = 'https://outport.example.com';

/** Opens the store in a folder of its own, with `more` set beside the usual; both go when the file's tests are over. */
export async function hostedStore(more: Readonly<Record<string, string>> = {}): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'outport-hosted-'));
  const usual = {
    OUTPORT_MODE: 'hosted',
    OUTPORT_ORIGIN: origin,
    OUTPORT_TRUSTED_PROXIES: '1',
    OUTPORT_DATA: folder,
  };
  for (const [name, value] of Object.entries({ ...usual, ...more })) vi.stubEnv(name, value);
  const store = await currentStore((error) => {
    throw error;
  });
  afterAll(async () => {
    await store.destroy();
    rmSync(folder, { recursive: true });
  });
  return store;
}
