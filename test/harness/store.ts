import { existsSync } from "node:fs";
import { sql } from "kysely";
import { openStore } from "../../server/store/open.js";
import type { Store } from "../../server/store/store.js";
import { connectPostgres } from "./postgres.js";

/** Made by the build: a new embedded store starts from it in a second instead of running initdb. */
export const preparedDump = existsSync("dist/embedded.tar.gz") ? "dist/embedded.tar.gz" : undefined;

let shared: Promise<Store> | undefined;

/** One store per test worker, emptied between tests: the embedded one, or a database of its own on the test PostgreSQL. */
export function testStore(): Promise<Store> {
  shared ??= process.env.KALENDS_TEST_STORE === "postgres" ? openOnPostgres() : openStore({ dumpFile: preparedDump });
  return shared;
}

const openOnPostgres = async (): Promise<Store> => openStore({ databaseUrl: await createTestDatabase("worker") });

let made = 0;

/** A fresh database on the test PostgreSQL; returns its address. */
export async function createTestDatabase(purpose: string): Promise<string> {
  const admin = process.env.KALENDS_TEST_POSTGRES;
  if (!admin) throw new Error("KALENDS_TEST_POSTGRES names no server; run the tests with npm test.");
  return connectPostgres(admin).createDatabase(`kalends_${purpose}_${process.pid}_${++made}`);
}

/**
 * Empties every table and starts all numbering at 1 again. Deleting the few rows of a test is many times faster than
 * truncating, which gives each table and index a new file.
 */
export async function emptyStore(store: Store): Promise<void> {
  await sql.raw(`${tables.map((table) => `delete from ${table}`).join(";")};${restart}`).execute(store.db);
}

// Everything else hangs on one of these and goes with it.
const tables = [
  "idempotency_keys",
  "rate_limits",
  "bookings",
  "users",
  "events",
  "jobs",
  "mails",
  "verification_codes",
];

const restart = "select setval(sequencename::regclass, 1, false) from pg_sequences where schemaname = 'public'";
