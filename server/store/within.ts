import { sql } from "kysely";
import type { Store, Tx } from "./store.js";
import { type Ending, isEnding } from "./transaction.js";

/**
 * The store as seen from inside a running transaction: what is asked and written through it is part of that transaction, and
 * its own transactions are savepoints, one after the other. So a verb that knows nothing of the outer one still undoes what
 * it would have undone, and everything is committed, or rolled back, together with what the outer one adds.
 */
export function storeWithin(store: Store, tx: Tx): Store {
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...store,
    db: tx,
    transaction: (work) => {
      const turn = last.then(() => withSavepoint(tx, work));
      last = turn.catch(() => {});
      return turn;
    },
  };
}

async function withSavepoint<T>(tx: Tx, work: (tx: Tx) => Promise<T | Ending<T>>): Promise<T> {
  await sql`savepoint part`.execute(tx);
  try {
    const result = await work(tx);
    const value = isEnding(result) ? await result.ending : result;
    await sql`release savepoint part`.execute(tx);
    return value;
  } catch (error) {
    // If the connection is gone there is nothing to undo, and the first error tells why.
    await sql`rollback to savepoint part`.execute(tx).catch(() => {});
    throw error;
  }
}

/** Does work in a transaction and takes all of it back; numbers that sequences have given away stay used. */
export async function undone<T>(store: Store, work: (inside: Store) => Promise<T>): Promise<T> {
  const stop = new Error("undone");
  let done: { value: T } | undefined;
  try {
    await store.transaction(async (tx) => {
      done = { value: await work(storeWithin(store, tx)) };
      throw stop;
    });
  } catch (error) {
    if (error !== stop || !done) throw error;
  }
  return (done as { value: T }).value;
}
