import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { type DatabaseConnection, SelectQueryNode, SqliteDriver } from 'kysely';
import type Database from 'libsql';

/** How often, and how long after each other, a file that another process writes to is tried: some five seconds in all. */
const patience = { times: 1000, ms: 5 };

/** True for the error of SQLite that another process holds the file just now. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
}

/**
 * Waits for others who write to the file without holding up this process: SQLite's own waiting (`busy_timeout`) would
 * stop everything else in it. Whatever writes takes the right to do so first, so that only this has to be tried again:
 * libsql 0.5 leaves a prepared statement that found the file held standing in progress, and SQLite commits nothing
 * beside it.
 */
export class PatientDriver extends SqliteDriver {
  constructor(private readonly database: Database.Database) {
    super({ database });
  }

  private async begin(): Promise<void> {
    for (let time = 1; ; time += 1) {
      try {
        this.database.exec('begin immediate');
        return;
      } catch (error) {
        if (!isBusy(error) || time === patience.times) throw error;
        await setTimeout(patience.ms * (0.5 + Math.random()));
      }
    }
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    return {
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
      executeQuery: async <R>(query: Parameters<DatabaseConnection['executeQuery']>[0]) => {
        if (this.database.inTransaction || SelectQueryNode.is(query.query)) return connection.executeQuery<R>(query);
        await this.begin();
        try {
          const result = await connection.executeQuery<R>(query);
          this.database.exec('commit');
          return result;
        } catch (error) {
          this.database.exec('rollback');
          throw error;
        }
      },
    };
  }

  override beginTransaction(): Promise<void> {
    return this.begin();
  }
}
