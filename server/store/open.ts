import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, PostgresDialect } from "kysely";
import { migrate } from "./migrate.js";
import type { ClientShape, PoolShape } from "./pool.js";
import { openPlainPostgres, openPostgres } from "./postgres.js";
import type { Schema } from "./schema.js";
import type { Store, Tx } from "./store.js";
import { type Ending, inTransaction, isEnding, takeNote } from "./transaction.js";

export interface StoreOptions {
  /** A PostgreSQL address; absent: the embedded store. */
  databaseUrl?: string;
  /** Folder of the embedded store; absent: in memory. */
  directory?: string;
  /** A prepared dump for a new embedded store. */
  dumpFile?: string;
  maxConnections?: number;
}

/** Opens the store and brings its schema up to date. */
export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.databaseUrl) return openServer(options.databaseUrl, options.maxConnections ?? 12);
  // With a PostgreSQL server the engine inside is never loaded.
  const { openEmbedded } = await import("./pglite.js");
  const store = storeOn("embedded", await openEmbedded(options));
  try {
    await migrate(store.db);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

async function openServer(url: string, maxConnections: number): Promise<Store> {
  const plain = new Kysely({ dialect: new PostgresDialect({ pool: openPlainPostgres(url) }) });
  try {
    await migrate(plain);
  } finally {
    await plain.destroy();
  }
  return storeOn("postgres", openPostgres(url, maxConnections));
}

function storeOn(kind: Store["kind"], pool: PoolShape): Store {
  let count = 0;
  let announce = (): void => {};
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: counting(pool, () => count++) as never }) });
  return {
    kind,
    db,
    transaction: (work) => withRetries(() => transact(db, work, () => announce())),
    onJobs: (listener) => {
      announce = listener;
    },
    connections: () => pool.connections?.() ?? null,
    statements: () => count,
    close: () => db.destroy(),
  };
}

function counting(pool: PoolShape, onStatement: () => void): PoolShape {
  const counted = new WeakMap<ClientShape, ClientShape>();
  const connect = async (): Promise<ClientShape> => {
    const client = await pool.connect();
    const known = counted.get(client);
    if (known) return known;
    const query: ClientShape["query"] = (text, values) => {
      onStatement();
      return client.query(text, values);
    };
    const shape: ClientShape = { query, release: () => client.release() };
    counted.set(client, shape);
    return shape;
  };
  return { connect, end: () => pool.end() };
}

async function transact<T>(
  db: Kysely<Schema>,
  work: (tx: Tx) => Promise<T | Ending<T>>,
  onJobs: () => void,
): Promise<T> {
  let hasJobs = false;
  const result = await inTransaction(db, async (tx) => {
    const value = await work(tx);
    hasJobs = takeNote(tx);
    return value;
  });
  const value = isEnding(result) ? await result.ending : result;
  if (hasJobs) onJobs();
  return value;
}

const attempts = 4;

async function withRetries<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (attempt === attempts || !isTransient(error)) throw error;
      await sleep(Math.random() * 20 * 2 ** attempt);
    }
  }
}

/** Serialization failure or deadlock: nothing was written, and the same work may succeed now. */
function isTransient(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return code === "40001" || code === "40P01";
}
