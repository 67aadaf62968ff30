import type { DatabaseSync } from "node:sqlite";
import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from "kysely";

/** Runs Kysely on Node's own SQLite. One connection; the caller opens and closes the database. */
export function nodeSqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => driverOn(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** SQLite changes its schema within transactions like anything else; Kysely's adapter does without, so a process that dies would leave half a schema. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function driverOn(database: DatabaseSync): Driver {
  const connection: DatabaseConnection = {
    executeQuery: <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const statement = database.prepare(sql);
      const rows = statement.all(...(parameters as never[])) as R[];
      return Promise.resolve({ rows });
    },
    streamQuery: () => {
      throw new TypeError("Streaming goes through prepared statements.");
    },
  };
  const run = (sql: string) => {
    database.exec(sql);
    return Promise.resolve();
  };
  return {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    // At once for writing: what is read in it, such as the migrations that are missing, stays true until it ends.
    beginTransaction: () => run("begin immediate"),
    commitTransaction: () => run("commit"),
    rollbackTransaction: () => run("rollback"),
    releaseConnection: () => Promise.resolve(),
    destroy: () => Promise.resolve(),
  };
}
