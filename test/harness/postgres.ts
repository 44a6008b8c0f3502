import { type ChildProcessByStdio, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { type Account, postgresAccount, temporaryFolder } from "./postgres-account.js";
import { postgresBinaries } from "./postgres-binaries.js";

export interface PostgresServer {
  /** The address of a database on this server, as its superuser. */
  url(database: string): string;
  /** Creates a database, empty or as a copy of `template` (to which nobody may be connected), and returns its address. */
  createDatabase(name: string, template?: string): Promise<string>;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** On unless said otherwise: tests that kill the server count on it. */
  fsync?: boolean;
}

/** Starts a server of its own in a temporary folder, or takes the one of KALENDS_TEST_DATABASE_URL. */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  const given = process.env.KALENDS_TEST_DATABASE_URL;
  return given ? connectPostgres(given) : startOwn(options);
}

/** A running server, by the address of any database on it. `stop` drops what was created through it. */
export function connectPostgres(adminUrl: string): PostgresServer {
  const created: string[] = [];
  const url = (database: string): string => withDatabase(adminUrl, database);
  const createDatabase = async (name: string, template = "template1"): Promise<string> => {
    await run(adminUrl, (quote) => `create database ${quote(name)} template ${quote(template)}`);
    created.push(name);
    return url(name);
  };
  const stop = async (): Promise<void> => {
    for (const name of created.splice(0)) {
      await run(adminUrl, (quote) => `drop database if exists ${quote(name)} with (force)`);
    }
  };
  return { url, createDatabase, stop };
}

async function run(adminUrl: string, statement: (quote: (name: string) => string) => string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement((name) => client.escapeIdentifier(name)));
  } finally {
    await client.end();
  }
}

function withDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

const attempts = 3;

async function startOwn(options: PostgresOptions): Promise<PostgresServer> {
  if (process.platform === "win32") {
    throw new Error("The tests start PostgreSQL on Linux and macOS; here set KALENDS_TEST_DATABASE_URL to a server.");
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(await freePort(), options);
    } catch (error) {
      // Between finding a free port and using it somebody else may take it.
      const isTaken = String(error).includes("Address already in use");
      if (!isTaken || attempt === attempts) throw error;
    }
  }
}

async function launch(port: number, options: PostgresOptions): Promise<PostgresServer> {
  const account = postgresAccount();
  const bin = postgresBinaries(account);
  const folder = mkdtempSync(join(temporaryFolder(account), "kalends-test-postgres-"));
  const password = randomBytes(12).toString("hex");
  writeFileSync(join(folder, "password"), `${password}\n`, { mode: 0o600 });
  if (account) giveTo(account, [folder, join(folder, "password")]);
  const keeper = startKeeper(account, folder, [bin, folder, ...settings(port, options)]);
  try {
    await untilReady(keeper, folder, account);
  } catch (error) {
    await stopKeeper(keeper, folder);
    throw error;
  }
  const server = connectPostgres(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`);
  // The databases go with the folder; there is no need to drop them one by one.
  return { ...server, stop: () => stopKeeper(keeper, folder) };
}

function giveTo({ uid, gid }: Account, paths: string[]): void {
  for (const path of paths) chownSync(path, uid, gid);
}

function settings(port: number, { fsync = true }: PostgresOptions): string[] {
  const values = {
    port,
    listen_addresses: "127.0.0.1",
    // No socket: tests speak TCP, and a deep TMPDIR would break the 107 bytes that a socket's path may have.
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: "32MB",
    fsync: fsync ? "on" : "off",
    timezone: "UTC",
    // Refused statements are what the tests are about; the log keeps to the server's own life.
    log_min_messages: "log",
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/**
 * Creates the cluster and runs the server until its stdin closes, which stop() does, and the kernel for us however the
 * test run ends, kill -9 included. Then: fast shutdown (SIGINT) of this process group, which holds nothing else, and
 * away with the folder. The signal is repeated because it may fall between two programs.
 */
const keeperScript = `
bin=$1 folder=$2
shift 2
cd "$folder"
exec 3<&0 </dev/null >log 2>&1
trap : INT
( read -r _ <&3; : >stopping; while kill -INT 0; do sleep 0.2; done ) &
watcher=$!
exec 3<&-
"$bin/initdb" -D data -U postgres --pwfile=password --auth=password --encoding=UTF8 --no-locale \\
  --locale-provider=builtin --builtin-locale=C.UTF-8 --no-sync --no-instructions -c scram_iterations=1 &&
  [ ! -e stopping ] && "$bin/postgres" -D data "$@"
kill "$watcher"
[ ! -e stopping ] || { cd / && rm -rf "$folder"; }
`;

type Keeper = ChildProcessByStdio<Writable, null, null>;

function startKeeper(account: Account | undefined, folder: string, args: string[]): Keeper {
  const keeper = spawnKeeper(account, folder, args);
  keeper.stdin.on("error", () => {});
  // A program that forgets stop() must still be able to end.
  keeper.unref();
  (keeper.stdin as Writable & { unref?(): void }).unref?.();
  return keeper;
}

function spawnKeeper(account: Account | undefined, folder: string, args: string[]): Keeper {
  try {
    return spawn("/bin/sh", ["-c", keeperScript, "kalends-test-postgres", ...args], {
      // A group of its own, so that Ctrl-C in the terminal ends the test run first and the server after it.
      detached: true,
      cwd: folder,
      env: { PATH: process.env.PATH, LC_ALL: "C" },
      stdio: ["pipe", "ignore", "ignore"],
      ...(account && { uid: account.uid, gid: account.gid }),
    });
  } catch (error) {
    // A container may forbid to change the user.
    rmSync(folder, { recursive: true });
    throw new Error(`PostgreSQL cannot be run${as(account)}: ${(error as Error).message}. ${hint}`);
  }
}

const patienceMs = 60_000;

async function untilReady(keeper: Keeper, folder: string, account: Account | undefined): Promise<void> {
  const deadlineMs = Date.now() + patienceMs;
  while (!isReady(folder)) {
    if (hasEnded(keeper)) throw new Error(`PostgreSQL did not start${as(account)}. ${hint}\n${logOf(folder)}`);
    if (Date.now() > deadlineMs) throw new Error(`PostgreSQL did not start in a minute. ${hint}\n${logOf(folder)}`);
    await sleep(20);
  }
}

const hint = "Set KALENDS_TEST_DATABASE_URL to use a server of your own.";

function as(account: Account | undefined): string {
  return account ? ` as ${account.name} (it refuses to run as root)` : "";
}

/** The eighth line of postmaster.pid is the server's own word on its state. */
function isReady(folder: string): boolean {
  return (
    textOf(join(folder, "data", "postmaster.pid"))
      .split("\n")[7]
      ?.trim() === "ready"
  );
}

function logOf(folder: string): string {
  return textOf(join(folder, "log")).trimEnd().split("\n").slice(-8).join("\n");
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

async function stopKeeper(keeper: Keeper, folder: string): Promise<void> {
  keeper.ref();
  keeper.stdin.end();
  while (!hasEnded(keeper)) await sleep(10);
  rmSync(folder, { recursive: true, force: true });
}

function hasEnded(keeper: Keeper): boolean {
  return keeper.exitCode !== null || keeper.signalCode !== null;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.on("error", reject).listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port on 127.0.0.1.");
  return address.port;
}
