import { CompiledQuery, type QueryResult, type RawBuilder, sql } from "kysely";
import type { Instant } from "../core/time/instant.js";
import type { Db, Tx } from "./store.js";

/** An instant as a parameter. */
export const at = (instant: Instant): RawBuilder<Instant> =>
  sql<Instant>`${new Date(instant).toISOString()}::timestamptz`;

/** Any JSON value as a jsonb parameter: the drivers disagree about arrays, so it always travels as text. */
export const jsonb = <T>(value: T): RawBuilder<T> => sql<T>`${JSON.stringify(value)}::text::jsonb`;

/**
 * A condition that is always true, of a statement whose commit need not wait for the disk: for bookkeeping that is done again
 * if the database loses it in a crash. What was committed before it is never lost without it: the log is one sequence.
 */
export const withoutWaiting = sql<boolean>`(select set_config('synchronous_commit', 'off', true)) = 'off'`;

/** The database's complaint that a unique or exclusion constraint was broken, or null for any other error. */
export function brokenConstraint(error: unknown): string | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === "23505" || code === "23P01" ? (constraint ?? "") : null;
}

/** Holds a name until the transaction ends; whoever wants the same name waits. Names are hashed to PostgreSQL's 64 bits. */
export async function lockName(tx: Tx, name: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}

// The first half of PostgreSQL's two-part advisory locks says what the second one numbers.
const hostLocks = 1;

/**
 * Holds these hosts until the transaction ends. Always in ascending order, so that two bookings with common hosts queue up
 * instead of waiting for each other.
 */
export async function lockHosts(tx: Tx, hostIds: readonly number[]): Promise<void> {
  const ids = [...new Set(hostIds)].sort((a, b) => a - b);
  await sql`select pg_advisory_xact_lock(${sql.lit(hostLocks)}, id) from unnest(${ids}::int[]) as id`.execute(tx);
}

/** Asks for nothing, to see whether the database answers. */
export async function ping(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}

/** Runs a statement that a library has put together. */
export const runText = (db: Db, text: string, values: readonly unknown[]): Promise<QueryResult<unknown>> =>
  db.executeQuery(CompiledQuery.raw(text, [...values]));
