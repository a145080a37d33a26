import 'server-only';
import { type Kysely, type Migration, sql } from 'kysely';

/** In the order of their names. One that was released is never changed; what changes is a further one. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-reports': {
    up: async (database: Kysely<unknown>) => {
      await database.schema
        .createTable('reports')
        .ifNotExists()
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('delete_hash', 'text', (column) => column.notNull())
        .addColumn('created', 'bigint', (column) => column.notNull())
        .addColumn('expires', 'bigint', (column) => column.notNull())
        .addColumn('body', 'text', (column) => column.notNull())
        .execute();
      await database.schema.createIndex('reports_expires').ifNotExists().on('reports').column('expires').execute();
    },
  },
  '0002-arrivals': {
    up: async (database: Kysely<unknown>) => {
      await database.schema
        .createTable('arrivals')
        .ifNotExists()
        .addColumn('message_hash', 'text', (column) => column.primaryKey())
        .addColumn('token_hash', 'text', (column) => column.notNull().unique())
        .addColumn('accepted', 'bigint')
        .addColumn('opened', 'bigint')
        .addColumn('expires', 'bigint', (column) => column.notNull())
        .execute();
      await database.schema.createIndex('arrivals_expires').ifNotExists().on('arrivals').column('expires').execute();
    },
  },
  '0003-checks': {
    up: async (database: Kysely<unknown>) => {
      await database.schema
        .createTable('checks')
        .ifNotExists()
        .addColumn('run_hash', 'text', (column) => column.primaryKey())
        .addColumn('token', 'text', (column) => column.notNull())
        .addColumn('brought', 'bigint', (column) => column.notNull())
        .addColumn('expires', 'bigint', (column) => column.notNull())
        .execute();
      await database.schema.createIndex('checks_expires').ifNotExists().on('checks').column('expires').execute();
    },
  },
  '0004-usage': {
    up: async (database: Kysely<unknown>) => {
      await database.schema
        .createTable('usage')
        .ifNotExists()
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('rows', 'bigint', (column) => column.notNull())
        .addColumn('bytes', 'bigint', (column) => column.notNull())
        .execute();
      await sql`insert into usage (id, ${sql.ref('rows')}, bytes) values (1, 0, 0) on conflict do nothing`.execute(
        database,
      );
    },
  },
};
