import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { Kysely, Migrator } from 'kysely';
import { migrations } from './migrations';
import { isBusy } from './patient-driver';
import { postgresDialect } from './postgres';
import { sqliteDialect } from './sqlite';
import type { Tables } from './tables';
import { countAnew } from './usage';

export type Store = Kysely<Tables>;

export type StorePlace = { readonly postgres: string } | { readonly folder: string };

type Environment = Readonly<Record<string, string | undefined>>;

/** Where rows are kept: PostgreSQL where `DATABASE_URL` names one, else a file in `OUTPORT_DATA` or `.outport`. */
export function storePlace(environment: Environment): StorePlace {
  const [url = '', folder = ''] = [environment['DATABASE_URL'], environment['OUTPORT_DATA']];
  return url !== '' ? { postgres: url } : { folder: folder === '' ? '.outport' : folder };
}

async function openOnce(place: StorePlace, onError: (error: Error) => void): Promise<Store> {
  const dialect =
    'postgres' in place ? await postgresDialect(place.postgres, onError) : await sqliteDialect(place.folder);
  const store = new Kysely<Tables>({ dialect });
  const migrator = new Migrator({ db: store, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  try {
    const { error } = await migrator.migrateToLatest();
    if (error === undefined) {
      await countAnew(store);
      return store;
    }
    throw error instanceof Error ? error : new Error('The tables could not be brought up to date.');
  } catch (error) {
    await store.destroy();
    throw error;
  }
}

/** How often, and how long after each other, a file that another process holds is tried. */
const patience = { times: 100, ms: 50 };

/** Opens the store and brings its tables up to date; several may do so at once. */
export async function openStore(place: StorePlace, onError: (error: Error) => void = () => undefined): Promise<Store> {
  for (let time = 1; ; time += 1) {
    try {
      return await openOnce(place, onError);
    } catch (error) {
      if (!isBusy(error) || time === patience.times) throw error;
      await setTimeout(patience.ms * (1 + Math.random()));
    }
  }
}
