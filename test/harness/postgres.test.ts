import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { connectPostgres, type PostgresServer, startPostgres } from "./postgres.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("a server of our own", () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await startOwn();
  });

  afterAll(() => server.stop());

  test("keeps what was acknowledged: fsync is on unless a bench turns it off", async () => {
    expect(await ask(server.url("postgres"), "show fsync")).toBe("on");
  });

  test("creates databases side by side, and copies of a template", async () => {
    const [first] = await Promise.all(["first", "second"].map((name) => server.createDatabase(name)));
    await ask(first!, "create table marks as select 7 as mark");
    const copy = await server.createDatabase("copy", "first");
    expect(await ask(copy, "select mark from marks")).toBe(7);
  });

  test("orders text by code point and keeps time in UTC, as the embedded store does", async () => {
    const url = server.url("postgres");
    expect(await ask(url, "select 'a' < 'B'")).toBe(false);
    expect(await ask(url, "select upper('é')")).toBe("É");
    expect(await ask(url, "show timezone")).toBe("UTC");
  });
});

describe("after the run", () => {
  test("leaves no folder behind after stop", async () => {
    const server = await startOwn();
    const folder = await ask(server.url("postgres"), "show data_directory");
    expect(existsSync(folder)).toBe(true);
    await server.stop();
    expect(existsSync(folder)).toBe(false);
    await expect(ask(server.url("postgres"), "select 1")).rejects.toThrow("ECONNREFUSED");
  });

  test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
    "leaves nothing behind when the run dies of %s",
    async (signal) => {
      const runner = await startRunner();
      const folder = await ask(runner.url, "show data_directory");
      runner.kill(signal);
      await vi.waitUntil(() => !existsSync(folder), { timeout: 10_000 });
      await expect(ask(runner.url, "select 1")).rejects.toThrow("ECONNREFUSED");
    },
  );
});

describe("a server of somebody else", () => {
  test("is used when KALENDS_TEST_DATABASE_URL names it, and gets back to what it was", async () => {
    const theirs = await startOwn();
    vi.stubEnv("KALENDS_TEST_DATABASE_URL", theirs.url("postgres"));
    const ours = await startPostgres();
    await ours.createDatabase("ours");
    await ours.stop();
    expect(await ask(theirs.url("postgres"), "select count(*)::int from pg_database where datname = 'ours'")).toBe(0);
    await theirs.stop();
  });

  test("never loses a database to a test that asks for the same name", async () => {
    const theirs = await startOwn();
    const url = await theirs.createDatabase("precious");
    const ours = connectPostgres(theirs.url("postgres"));
    await expect(ours.createDatabase("precious")).rejects.toThrow("already exists");
    await ours.stop();
    expect(await ask(url, "select 1")).toBe(1);
    await theirs.stop();
  });
});

async function startOwn() {
  vi.stubEnv("KALENDS_TEST_DATABASE_URL", "");
  return startPostgres();
}

// biome-ignore lint/suspicious/noExplicitAny: one cell of any type, compared with a literal right away
async function ask(url: string, statement: string): Promise<any> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: statement, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** A test run in small: a process that starts a server, tells its address and waits. */
async function startRunner(): Promise<{ url: string; kill(signal: NodeJS.Signals): void }> {
  const program = `
    import { startPostgres } from ${JSON.stringify(new URL("./postgres.ts", import.meta.url).href)};
    console.log((await startPostgres()).url("postgres"));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    env: { ...process.env, KALENDS_TEST_DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [chunk] = await once(child.stdout, "data");
  // The address is one short line, so it comes in one piece.
  return { url: String(chunk).trim(), kill: (signal) => void child.kill(signal) };
}
