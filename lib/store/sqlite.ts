import 'server-only';
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialect, type Driver, SqliteAdapter, SqliteDialect } from 'kysely';
import type Database from 'libsql';
import { PatientDriver } from './patient-driver';

/** In SQLite tables, too, can be made in a transaction; then two processes that start at once migrate one after the other. */
class FileAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class FileDialect extends SqliteDialect {
  constructor(private readonly database: Database.Database) {
    super({ database });
  }

  override createAdapter(): SqliteAdapter {
    return new FileAdapter();
  }

  override createDriver(): Driver {
    return new PatientDriver(this.database);
  }
}

/** A folder → its database file, made when it is not there, which only the user of this process can read. */
export async function sqliteDialect(folder: string): Promise<Dialect> {
  const { default: Libsql } = await import('libsql');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'outport.sqlite');
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const database = new Libsql(file);
  database.pragma('busy_timeout = 0');
  database.pragma('journal_mode = WAL');
  // In WAL mode only FULL syncs at every commit: what was told as stored survives the loss of power.
  database.pragma('synchronous = FULL');
  return new FileDialect(database);
}
