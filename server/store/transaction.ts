import {
  DummyDriver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
} from "kysely";
import type { Schema } from "./schema.js";
import type { Tx } from "./store.js";

const withJobs = new WeakSet<object>();

/** Notes that this transaction adds jobs: the worker is woken when it commits. */
export function noteJobs(tx: Tx): void {
  withJobs.add(tx);
}

/** Whether jobs were noted. */
export const takeNote = (tx: Tx): boolean => withJobs.has(tx);

/** What the work of a transaction may give back instead of its value: its last statement, which is not waited for. */
export interface Ending<T> {
  readonly ending: Promise<T>;
}

/**
 * Ends a transaction with a statement that is already sent: COMMIT travels right behind it, and locks are held for a round
 * trip less. If the statement fails, the database makes a ROLLBACK of the COMMIT, and the failure is told.
 */
export function endWith<T>(ending: Promise<T>): Ending<T> {
  // Its failure is told where the transaction is waited for, which is later than it can happen.
  ending.catch(() => {});
  return { ending };
}

export const isEnding = <T>(value: T | Ending<T>): value is Ending<T> =>
  typeof value === "object" && value !== null && "ending" in value;

/**
 * Runs work in a transaction whose statements are sent when they are made, in that order; Kysely's own would send none before
 * the answer to the one before it. So statements that do not need each other's answers share a round trip.
 */
export const inTransaction = <T>(db: Kysely<Schema>, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().execute((serial) =>
    serial.getExecutor().provideConnection((connection) => {
      const executor = serial.getExecutor().withConnectionProvider({ provideConnection: (use) => use(connection) });
      return work(new Transaction<Schema>({ ...unused, executor }));
    }),
  );

// What Kysely asks for besides the executor; the executor has all of it already.
const dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};
const unused = { config: { dialect }, dialect, driver: new DummyDriver() };
