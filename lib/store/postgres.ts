import 'server-only';
import { type Dialect, PostgresDialect } from 'kysely';

type TextParser = (text: string) => unknown;

/** A `DATABASE_URL` → connections to that PostgreSQL. Each wait has its end. */
export async function postgresDialect(url: string, onError: (error: Error) => void): Promise<Dialect> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    connectionTimeoutMillis: 5000,
    query_timeout: 10_000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    // pg gives a bigint as text; a time fits a number for 285,000 years.
    types: {
      getTypeParser: (id, format) =>
        id === pg.types.builtins.INT8 ? Number : (pg.types.getTypeParser(id, format) as TextParser),
    },
  });
  // An idle connection that PostgreSQL ends, as when it restarts, is replaced at the next use.
  pool.on('error', onError);
  return new PostgresDialect({ pool });
}
