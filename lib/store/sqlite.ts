import 'server-only';
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { type Dialect, type Kysely, sql, SqliteAdapter, SqliteDialect } from 'kysely';
import type { Tables } from './tables';

/** Kysely takes no lock here of its own; two processes that start at once must not both migrate. */
class LockingAdapter extends SqliteAdapter {
  private isHeld = false;

  override async acquireMigrationLock(database: Kysely<unknown>): Promise<void> {
    await sql`BEGIN IMMEDIATE`.execute(database);
    this.isHeld = true;
  }

  override async releaseMigrationLock(database: Kysely<unknown>): Promise<void> {
    if (this.isHeld) await sql`COMMIT`.execute(database);
    this.isHeld = false;
  }
}

class LockingSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new LockingAdapter();
  }
}

/** True for the error of SQLite that another process holds the file just now. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
}

/** A folder → its database file, made when it is not there, which only the user of this process can read. */
export async function sqliteDialect(folder: string): Promise<Dialect> {
  const { default: Database } = await import('libsql');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'outport.sqlite');
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const database = new Database(file);
  // It waits without giving way to anything else in this process, so not for long: who opens the file tries again.
  database.pragma('busy_timeout = 200');
  database.pragma('journal_mode = WAL');
  // In WAL mode only FULL syncs at every commit: what was told as stored survives the loss of power.
  database.pragma('synchronous = FULL');
  return new LockingSqliteDialect({ database });
}

/** Once the tables are there: a commit of another process is over in milliseconds, unless many stand in line. */
export async function waitForOthers(database: Kysely<Tables>): Promise<void> {
  await sql`PRAGMA busy_timeout = 5000`.execute(database);
}
