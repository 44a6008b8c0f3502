import { type PostgresServer, startPostgres } from "./postgres.js";

let server: PostgresServer | undefined;

/** One PostgreSQL for the whole run; the workers, started after this, find its address in KALENDS_TEST_POSTGRES. */
export async function setup(): Promise<void> {
  if (process.env.KALENDS_TEST_STORE === "postgres") {
    server = await startPostgres();
    process.env.KALENDS_TEST_POSTGRES = server.url("postgres");
  }
}

export async function teardown(): Promise<void> {
  await server?.stop();
}
