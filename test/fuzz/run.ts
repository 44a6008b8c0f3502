import { Agent, request as httpRequest } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import { openStore } from "../../server/store/open.js";
import type { Store } from "../../server/store/store.js";
import { startPostgres } from "../harness/postgres.js";
import { processKey, type ServerProcess, startServer, temporaryFolder } from "../harness/server-process.js";
import { type CampaignResult, runCampaign, type Send } from "./campaign.js";
import { inconsistencies, strangeTellings } from "./consistency.js";
import { patienceMs } from "./judge.js";
import { readEverything } from "./read-everything.js";

/**
 * `npx tsx test/fuzz/run.ts embedded|postgres`: the long run, over HTTP against a built server process of its own. With
 * KALENDS_SEED and KALENDS_CASES as in the test; KALENDS_LANES requests at the same time.
 */
const kind = process.argv[2] ?? "embedded";
const seed = Number(process.env.KALENDS_SEED ?? 1);
const cases = Number(process.env.KALENDS_CASES ?? 20_000);
const lanes = Number(process.env.KALENDS_LANES ?? 4);

const agent = new Agent({ keepAlive: true, maxSockets: lanes });

async function main(): Promise<void> {
  const folder = await temporaryFolder();
  const postgres = kind === "postgres" ? await startPostgres() : undefined;
  const databaseUrl = await postgres?.createDatabase("fuzz");
  const server = await startServer({
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : { KALENDS_DATA_DIR: folder.path }),
    LOG_LEVEL: "debug",
  });
  try {
    console.log(`${cases} requests of seed ${seed} in ${lanes} lanes, ${kind} store`);
    const faults = await fuzz(server, databaseUrl ? { databaseUrl } : { directory: folder.path });
    printFaults(faults);
    console.log(faults.length === 0 ? "no fault, no leak, no damage" : `${faults.length} faults`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    await server.stop();
    await postgres?.stop();
    await folder.remove();
  }
}

/** One of each kind, and how many more there are of it. */
function printFaults(faults: readonly string[]): void {
  const kinds = new Map<string, string[]>();
  for (const fault of faults) kinds.set(kindOf(fault), [...(kinds.get(kindOf(fault)) ?? []), fault]);
  for (const [, alike] of kinds) console.log(`\n${alike.length} times: ${alike[0]}`);
}

const kindOf = (fault: string): string =>
  `${/\): (.*)/.exec(fault)?.[1] ?? fault}`.slice(0, 200).replace(/[0-9a-f-]{30,}|\d+/g, "#");

async function fuzz(server: ServerProcess, where: { databaseUrl?: string; directory?: string }): Promise<string[]> {
  const startedAt = performance.now();
  const today = Math.floor(Date.now() / 86_400_000) * 86_400_000;
  const send = sendTo(server.url);
  const everyHundred = async (count: number): Promise<void> => {
    if (count % 2_000 === 0) console.log(`${count} after ${Math.round((performance.now() - startedAt) / 1000)} s`);
  };
  const result = await runCampaign({ seed, cases, lanes, today, operatorKey: processKey, send, everyHundred });
  console.log(Object.fromEntries([...result.statuses].sort(([a], [b]) => a - b)));
  const faults = [...result.faults, ...(await readEverything(send, result.accounts))];
  // What the jobs write is to be judged as well.
  await sleep(5_000);
  const code = await server.stop();
  if (code !== 0) faults.push(`the server ended with ${code}`);
  return [...faults, ...logFaults(server.output(), result), ...(await storeFaults(where, result))];
}

/** Ids are what the log is for; texts and keys are not. */
function logFaults(output: string, { accounts }: CampaignResult): string[] {
  const secrets = accounts.flatMap(({ privateMark, bookingMark, apiKey }) => [privateMark, bookingMark, apiKey]);
  const lines = output.split("\n");
  console.log(`${lines.length} lines of log`);
  const telling = lines.filter((line) => secrets.some((secret) => line.includes(secret)));
  const failed = lines.filter((line) => line.includes('"job failed"') || line.includes('"request failed"'));
  return [...telling.map((line) => `the log tells a secret: ${line}`), ...failed];
}

async function storeFaults(where: { databaseUrl?: string; directory?: string }, { marks }: CampaignResult) {
  const store = await openStore(where);
  try {
    const { rows } = await counts(store.db);
    console.log(Object.fromEntries(rows.map(({ what, count }) => [what, count])));
    const told = await strangeTellings(store.db, [...marks.privates, ...marks.bookings]);
    return [...(await inconsistencies(store.db)), ...told];
  } finally {
    await store.close();
  }
}

const tables = [
  "users",
  "event_types",
  "bookings",
  "attendees",
  "seats",
  "events",
  "jobs",
  "mails",
  "idempotency_keys",
];

const counts = (db: Store["db"]) =>
  sql
    .raw<{ what: string; count: number }>(
      tables.map((table) => `select '${table}' as what, count(*) from ${table}`).join(" union all "),
    )
    .execute(db);

/** As a client would that checks nothing: methods, paths and headers go out as they are. */
function sendTo(origin: string): Send {
  return ({ method, url, headers, payload }) =>
    new Promise((resolve, reject) => {
      const startedAt = performance.now();
      const length = payload === undefined ? {} : { "content-length": String(Buffer.byteLength(payload)) };
      const options = { agent, method, headers: { ...headers, ...length }, timeout: patienceMs };
      const request = httpRequest(origin, { ...options, path: url }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers as Record<string, string>,
            text: Buffer.concat(parts).toString(),
            ms: performance.now() - startedAt,
          }),
        );
      });
      request.on("timeout", () => request.destroy(new Error(`no answer within ${patienceMs} ms`)));
      request.on("error", (error) =>
        resolve({ status: 599, headers: {}, text: `{"error":"${error.message}"}`, ms: performance.now() - startedAt }),
      );
      request.end(payload);
    });
}

await main();
