import type { Kysely, Transaction } from "kysely";
import type { Schema } from "./schema.js";
import type { Ending } from "./transaction.js";

/** Anything that can be asked: the store itself, or a transaction. Inside a transaction always pass the transaction. */
export type Db = Kysely<Schema>;

/** A running transaction; functions that write take this, so that nobody writes outside one by mistake. */
export type Tx = Transaction<Schema>;

export interface Store {
  readonly kind: "embedded" | "postgres";
  readonly db: Db;
  /**
   * Runs `work` in one transaction, again if PostgreSQL chose it as the victim of a deadlock or serialization. Statements are
   * sent in the order in which they are made, without waiting for each other; `endWith` saves the last wait too.
   */
  transaction<T>(work: (tx: Tx) => Promise<T | Ending<T>>): Promise<T>;
  /** Called after each commit that added jobs, so that the worker need not wait for its next look. */
  onJobs(listener: () => void): void;
  /** The connections of transactions; null for the embedded store. */
  connections(): { open: number; idle: number; waiting: number } | null;
  /** How many statements were sent so far, BEGIN and COMMIT included. */
  statements(): number;
  close(): Promise<void>;
}
