import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { startPostgres } from "../test/harness/postgres.js";
import { startReceiver } from "../test/harness/receiver.js";
import { call, freePort, type ServerProcess, startServer, temporaryFolder } from "../test/harness/server-process.js";
import { measureInserts } from "./insert.js";
import { type LoadResult, measure, median } from "./load.js";
import { type Prepared, prepare } from "./prepare.js";

// npm run bench [seconds per measurement] [rounds]: every figure beside the yardsticks of the same round.
const seconds = Number(process.argv[2] ?? 10);
const rounds = Number(process.argv[3] ?? 3);

interface Row {
  name: string;
  run: () => Promise<LoadResult | number>;
}

async function main(): Promise<void> {
  const postgres = await startPostgres();
  const databaseUrl = await postgres.createDatabase("bench");
  const receiver = await startReceiver({ delayMs: 200 });
  const env = {
    DATABASE_URL: databaseUrl,
    KALENDS_ALLOW_PRIVATE_WEBHOOKS: "true",
    LOG_LEVEL: "error",
    NODE_ENV: "production",
  };
  const server = await startServer(env);
  const prepared = await prepare(server, receiver.url);
  const yardsticks = await startYardsticks(server, prepared, databaseUrl);
  try {
    const rows = rowsOf(server, prepared, yardsticks, databaseUrl);
    const results = new Map<string, (LoadResult | number)[]>();
    for (let round = 0; round < rounds; round++) {
      for (const row of rows) {
        results.set(row.name, [...(results.get(row.name) ?? []), await row.run()]);
        await sleep(300);
      }
    }
    print(results);
    await printStarts(databaseUrl);
  } finally {
    yardsticks.stop();
    await server.stop();
    await receiver.close();
    await postgres.stop();
  }
}

interface Yardsticks {
  hello: string;
  floorOfSlots: string;
  floorOfList: string;
  stop(): void;
}

async function startYardsticks(server: ServerProcess, prepared: Prepared, databaseUrl: string): Promise<Yardsticks> {
  const slots = await call(server, "GET", slotsPaths(prepared, 30)[0] ?? "", {
    headers: { "cal-api-version": "2024-09-04" },
  });
  const list = await call(server, "GET", "/v2/bookings?take=100", {
    key: prepared.apiKey,
    headers: { "cal-api-version": "2024-08-13" },
  });
  const sizeOf = (answer: { body: unknown }): string => String(JSON.stringify(answer.body).length);
  const children = await Promise.all(
    [["hello"], ["floor", databaseUrl, sizeOf(slots)], ["floor", databaseUrl, sizeOf(list)]].map(
      async ([kind = "", ...rest]) => {
        const port = String(await freePort());
        const child = spawn(process.execPath, ["bench/yardstick-server.mjs", kind, port, ...rest], {
          stdio: "inherit",
        });
        const url = `http://127.0.0.1:${port}/`;
        for (let i = 0; i < 100 && !(await fetch(url).catch(() => null)); i++) await sleep(50);
        return { child, url };
      },
    ),
  );
  const [hello, floorOfSlots, floorOfList] = children.map(({ url }) => url) as [string, string, string];
  const stop = (): void => {
    for (const { child } of children) child.kill();
  };
  return { hello, floorOfSlots, floorOfList, stop };
}

/** A month or a week from tomorrow; the start moves by seconds so that neighbouring requests are never the same. */
function slotsPaths({ eventTypeId }: Prepared, days: number): string[] {
  const first = Math.floor(Date.now() / 86_400_000 + 1) * 86_400_000;
  const end = new Date(first + days * 86_400_000).toISOString();
  return Array.from({ length: 600 }, (_, second) => {
    const start = new Date(first + second * 1000).toISOString();
    return `/v2/slots?eventTypeId=${eventTypeId}&start=${start}&end=${end}`;
  });
}

/** The same hundred bookings by ever other questions: more than a process remembers the answers of. */
const listPaths = (): string[] =>
  Array.from({ length: 600 }, (_, second) => {
    const start = new Date(second * 1000).toISOString();
    return `/v2/bookings?take=100&afterStart=${start}`;
  });

function rowsOf(server: ServerProcess, prepared: Prepared, yardsticks: Yardsticks, databaseUrl: string): Row[] {
  const slots = (name: string, connections: number, days: number): Row => {
    const paths = slotsPaths(prepared, days);
    const headers = { "cal-api-version": "2024-09-04" };
    return { name, run: () => measure({ url: server.url, connections, seconds, headers, paths }) };
  };
  const get = (name: string, paths: readonly string[]): Row => {
    const headers = { "cal-api-version": "2024-08-13", authorization: `Bearer ${prepared.apiKey}` };
    return { name, run: () => measure({ url: server.url, connections: 16, seconds, headers, paths }) };
  };
  const book = (connections: number): Row => ({
    name: `book c=${connections}`,
    run: () =>
      measure({
        url: `${server.url}/v2/bookings`,
        connections,
        seconds,
        headers: { "cal-api-version": "2024-08-13" },
        nextBody: () => bookingBody(prepared),
      }),
  });
  return [
    { name: "hello c=16", run: () => measure({ url: yardsticks.hello, connections: 16, seconds }) },
    { name: "floor of slots c=16", run: () => measure({ url: yardsticks.floorOfSlots, connections: 16, seconds }) },
    slots("slots 30 d c=16", 16, 30),
    slots("slots 7 d c=16", 16, 7),
    slots("slots 30 d c=1", 1, 30),
    get("me c=16", ["/v2/me"]),
    { name: "floor of list c=16", run: () => measure({ url: yardsticks.floorOfList, connections: 16, seconds }) },
    get("list of 100 c=16", ["/v2/bookings?take=100"]),
    get("list of 100, each time another query, c=16", listPaths()),
    { name: "insert c=8", run: () => measureInserts(databaseUrl, 8, seconds) },
    book(8),
    book(1),
  ];
}

let guests = 0;

const bookingBody = ({ bookedEventTypeId: eventTypeId, nextStart }: Prepared): object => ({
  start: nextStart(),
  eventTypeId,
  attendee: { name: "Guest", email: `load${++guests}@example.com`, timeZone: "Europe/Rome" },
});

/** Each row, the yardstick it is compared with, and the least ratio that performance.md asks for. */
const comparisons: [row: string, yardstick: string, must: number][] = [
  ["slots 30 d c=16", "hello c=16", 0.08],
  ["slots 30 d c=16", "floor of slots c=16", 0.35],
  ["slots 7 d c=16", "hello c=16", 0.12],
  ["me c=16", "hello c=16", 0.25],
  ["list of 100 c=16", "floor of list c=16", 0.3],
  ["book c=8", "insert c=8", 0.2],
];

function print(results: Map<string, (LoadResult | number)[]>): void {
  const rateOf = (result: LoadResult | number): number => (typeof result === "number" ? result : result.perSecond);
  console.log(`\n${rounds} rounds of ${seconds} s, medians\n`);
  console.log("| work | per second | p50 | p99 | failed |\n|---|---|---|---|---|");
  for (const [name, found] of results) {
    const loads = found.filter((result) => typeof result !== "number");
    const of = (pick: (load: LoadResult) => number): string =>
      loads.length ? median(loads.map(pick)).toFixed(2) : "–";
    const failed = loads.reduce((sum, load) => sum + load.failed, 0);
    const rate = median(found.map(rateOf)).toFixed(0);
    console.log(`| ${name} | ${rate} | ${of((load) => load.p50Ms)} ms | ${of((load) => load.p99Ms)} ms | ${failed} |`);
  }
  console.log("\n| work | yardstick | ratio, median of the rounds | must |\n|---|---|---|---|");
  for (const [row, yardstick, must] of comparisons) {
    const ratios = (results.get(row) ?? []).map(
      (result, i) => rateOf(result) / rateOf(results.get(yardstick)?.[i] ?? 1),
    );
    const ratio = median(ratios);
    console.log(`| ${row} | ${yardstick} | ${ratio.toFixed(3)} | ${must} ${ratio >= must ? "met" : "MISSED"} |`);
  }
}

async function printStarts(databaseUrl: string): Promise<void> {
  console.log("\n| start, data there | to first answer | resident memory idle |\n|---|---|---|");
  console.log(await startRow("PostgreSQL", { DATABASE_URL: databaseUrl }));
  const folder = await temporaryFolder();
  const first = await startServer({ KALENDS_DATA_DIR: folder.path });
  await first.stop();
  console.log(await startRow("embedded", { KALENDS_DATA_DIR: folder.path }));
  await folder.remove();
}

async function startRow(name: string, env: Record<string, string>): Promise<string> {
  const startedAt = performance.now();
  const server = await startServer({ ...env, NODE_ENV: "production", LOG_LEVEL: "error" });
  const ms = performance.now() - startedAt;
  await sleep(3000);
  const mebibytes = residentMebibytes(server.pid);
  await server.stop();
  return `| ${name} | ${ms.toFixed(0)} ms | ${mebibytes} MiB |`;
}

function residentMebibytes(pid: number): string {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return (Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024).toFixed(0);
}

await main();
