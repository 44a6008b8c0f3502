import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { staleCorrections } from "../contract/uses.js";
import { type PostgresServer, startPostgres } from "./postgres.js";

let server: PostgresServer | undefined;
let folder: string | undefined;

/** One PostgreSQL for the whole run; the workers, started after this, find its address in KALENDS_TEST_POSTGRES. */
export async function setup(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), "kalends-run-"));
  process.env.KALENDS_TEST_USES = join(folder, "uses.txt");
  if (process.env.KALENDS_TEST_STORE === "postgres") {
    server = await startPostgres();
    process.env.KALENDS_TEST_POSTGRES = server.url("postgres");
  }
}

export async function teardown(): Promise<void> {
  await server?.stop();
  // Only a run of every file can tell that a difference shows nowhere.
  const stale = process.env.KALENDS_TEST_WHOLE ? staleCorrections() : [];
  if (folder) await rm(folder, { recursive: true });
  if (stale.length === 0) return;
  console.error(`No answer shows these accepted differences any more: ${stale.join(", ")}`);
  process.exitCode = 1;
}
