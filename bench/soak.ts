import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { startPostgres } from "../test/harness/postgres.js";
import { startReceiver } from "../test/harness/receiver.js";
import { call, processKey, type ServerProcess, startServer } from "../test/harness/server-process.js";
import { type Prepared, prepare } from "./prepare.js";

// npx tsx --conditions kalends-source bench/soak.ts [minutes] [requests per second]: a steady mix on PostgreSQL, for as long
// as it takes to see whether memory or the queue grows; by default at half of what the machine can do in this hour.
const minutes = Number(process.argv[2] ?? 10);
const asked = process.argv[3] === undefined ? null : Number(process.argv[3]);
const capacitySeconds = 15;
const sampleMs = 5_000;
const mostQueueAgeMs = 2_000;
/** Growth after the warm-up that counts as flat: the collector's own swings are larger within one sample. */
const mostGrowthMebibytesPerMinute = 2;

interface Sample {
  second: number;
  residentMebibytes: number;
  heapMebibytes: number | null;
  queueAgeMs: number;
  jobs: number;
  done: number;
  failed: number;
}

interface Tally {
  done: number;
  failed: number;
  statuses: Map<string, number>;
  slowestMs: number;
}

async function main(): Promise<void> {
  const postgres = await startPostgres();
  const databaseUrl = await postgres.createDatabase("soak");
  const receiver = await startReceiver();
  const server = await startServer({
    DATABASE_URL: databaseUrl,
    KALENDS_ALLOW_PRIVATE_WEBHOOKS: "true",
    LOG_LEVEL: "error",
    NODE_ENV: "production",
  });
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    const prepared = await prepare(server, receiver.url);
    const perSecond = asked ?? Math.floor((await capacityOf(server, prepared)) / 2);
    const tally = newTally();
    const endsAt = performance.now() + minutes * 60_000;
    console.log(`${minutes} minutes at ${perSecond} requests a second`);
    const [samples] = await Promise.all([
      watch(server, database, tally, endsAt),
      load(server, prepared, tally, { endsAt, perSecond }),
    ]);
    print(samples, tally, receiver.received.length);
  } finally {
    await database.end();
    await server.stop();
    await receiver.close();
    await postgres.stop();
  }
}

const newTally = (): Tally => ({ done: 0, failed: 0, statuses: new Map(), slowestMs: 0 });

/** Requests a second when sixteen callers ask as fast as they are answered. */
async function capacityOf(server: ServerProcess, prepared: Prepared): Promise<number> {
  const tally = newTally();
  const uids: string[] = [];
  const endsAt = performance.now() + capacitySeconds * 1_000;
  let sent = 0;
  const ask = async (): Promise<void> => {
    while (performance.now() < endsAt) await sendOne(server, prepared, uids, tally, sent++);
  };
  await Promise.all(Array.from({ length: 16 }, ask));
  const capacity = tally.done / capacitySeconds;
  console.log(`capacity: ${capacity.toFixed(0)} requests a second (${tally.failed} failed)`);
  await sleep(5_000);
  return capacity;
}

/** Sends at a steady rate, whether answers come or not: a server that falls behind shall show it. */
async function load(
  server: ServerProcess,
  prepared: Prepared,
  tally: Tally,
  { endsAt, perSecond }: { endsAt: number; perSecond: number },
): Promise<void> {
  const startedAt = performance.now();
  const uids: string[] = [];
  const underWay = new Set<Promise<void>>();
  for (let sent = 0; performance.now() < endsAt; sent++) {
    const aheadMs = startedAt + (sent * 1_000) / perSecond - performance.now();
    if (aheadMs > 1) await sleep(aheadMs);
    const request = sendOne(server, prepared, uids, tally, sent).finally(() => underWay.delete(request));
    underWay.add(request);
    if (underWay.size >= 500) await Promise.race(underWay);
  }
  await Promise.all(underWay);
}

const versions = { slots: "2024-09-04", bookings: "2024-08-13" };

async function sendOne(
  server: ServerProcess,
  prepared: Prepared,
  uids: string[],
  tally: Tally,
  turn: number,
): Promise<void> {
  const { apiKey: key, eventTypeId, bookedEventTypeId } = prepared;
  const share = turn % 20;
  const startedAt = performance.now();
  const ask = (method: string, path: string, version: string, body?: object) =>
    call(server, method, path, {
      key: method === "GET" ? key : undefined,
      body,
      headers: { "cal-api-version": version },
    });
  try {
    const answer = await (share < 14
      ? ask("GET", slotsPath(eventTypeId, turn), versions.slots)
      : share < 16
        ? ask("GET", "/v2/me", versions.bookings)
        : share < 18
          ? ask("GET", "/v2/bookings?take=20", versions.bookings)
          : share === 18 || uids.length === 0
            ? ask("POST", "/v2/bookings", versions.bookings, bookingBody(bookedEventTypeId, prepared.nextStart(), turn))
            : ask("POST", `/v2/bookings/${uids.shift()}/cancel`, versions.bookings, { cancellationReason: "soak" }));
    if (answer.status === 201 && typeof answer.body.data?.uid === "string") uids.push(answer.body.data.uid);
    if (answer.status >= 400) fail(tally, `${answer.status} ${String(answer.body.message).slice(0, 80)}`);
  } catch (error) {
    fail(tally, (error as Error).message.slice(0, 80));
  }
  tally.done++;
  tally.slowestMs = Math.max(tally.slowestMs, performance.now() - startedAt);
}

function fail(tally: Tally, why: string): void {
  tally.failed++;
  tally.statuses.set(why, (tally.statuses.get(why) ?? 0) + 1);
}

function slotsPath(eventTypeId: number, turn: number): string {
  const first = Math.floor(Date.now() / 86_400_000 + 1) * 86_400_000 + (turn % 600) * 1_000;
  const [start, end] = [first, first + 14 * 86_400_000].map((at) => new Date(at).toISOString());
  return `/v2/slots?eventTypeId=${eventTypeId}&start=${start}&end=${end}`;
}

const bookingBody = (eventTypeId: number, start: string, turn: number): object => ({
  start,
  eventTypeId,
  attendee: { name: "Guest", email: `soak${turn}@example.com`, timeZone: "Europe/Rome" },
});

async function watch(server: ServerProcess, database: Client, tally: Tally, endsAt: number): Promise<Sample[]> {
  const startedAt = performance.now();
  const samples: Sample[] = [];
  while (performance.now() < endsAt) {
    await sleep(sampleMs);
    const { age, jobs } = await queueOf(database);
    samples.push({
      second: Math.round((performance.now() - startedAt) / 1000),
      residentMebibytes: residentMebibytes(server.pid),
      heapMebibytes: await heapMebibytes(server),
      queueAgeMs: age,
      jobs,
      done: tally.done,
      failed: tally.failed,
    });
  }
  return samples;
}

/** How long the oldest due job or delivery has been due, and how many there are. */
async function queueOf(database: Client): Promise<{ age: number; jobs: number }> {
  const { rows } = await database.query(`
    select count(*)::int as jobs, coalesce(extract(epoch from now() - min(due_at) filter (where due_at <= now())), 0)::float8
      as seconds from (
        select run_at as due_at from jobs where dead_at is null union all
        select next_attempt_at from webhook_deliveries where status = 'pending'
      ) as waiting`);
  return { age: Math.max(0, rows[0].seconds * 1_000), jobs: rows[0].jobs };
}

function residentMebibytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** From the metrics, if they may be read; null otherwise. */
async function heapMebibytes({ url }: ServerProcess): Promise<number | null> {
  const response = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${processKey}` } });
  const bytes = /^nodejs_heap_size_used_bytes(?:\{[^}]*\})? (\S+)/m.exec(await response.text())?.[1];
  return bytes === undefined ? null : Number(bytes) / 1_048_576;
}

function print(samples: readonly Sample[], tally: Tally, delivered: number): void {
  console.log(
    "\n| second | resident | heap | oldest due | waiting | requests | failed |\n|---|---|---|---|---|---|---|",
  );
  const every = Math.max(1, Math.floor(samples.length / 20));
  for (const sample of samples.filter((_, i) => i % every === 0 || i === samples.length - 1)) {
    const heap = sample.heapMebibytes === null ? "–" : `${sample.heapMebibytes.toFixed(0)} MiB`;
    const memory = `${sample.residentMebibytes.toFixed(0)} MiB | ${heap}`;
    const queue = `${sample.queueAgeMs.toFixed(0)} ms | ${sample.jobs}`;
    console.log(`| ${sample.second} | ${memory} | ${queue} | ${sample.done} | ${sample.failed} |`);
  }
  const warm = samples.slice(Math.floor(samples.length / 3));
  const growth = slopePerMinute(warm);
  const oldest = Math.max(...samples.map(({ queueAgeMs }) => queueAgeMs));
  console.log(
    `\nslowest answer ${tally.slowestMs.toFixed(0)} ms, webhooks delivered ${delivered}`,
    Object.fromEntries(tally.statuses),
  );
  const verdict = (isMet: boolean): string => (isMet ? "met" : "MISSED");
  console.log(
    `memory after warm-up: ${growth.toFixed(2)} MiB a minute, ${verdict(growth < mostGrowthMebibytesPerMinute)}`,
  );
  console.log(`oldest due job or delivery: ${oldest.toFixed(0)} ms, ${verdict(oldest < mostQueueAgeMs)}`);
  console.log(`failed: ${tally.failed}, ${verdict(tally.failed === 0)}`);
}

/** The line through the resident memory that lies nearest to all samples. */
function slopePerMinute(samples: readonly Sample[]): number {
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(samples.map(({ second }) => second)), mean(samples.map((sample) => sample.residentMebibytes))];
  const covariance = mean(samples.map((sample) => (sample.second - x) * (sample.residentMebibytes - y)));
  return (60 * covariance) / (mean(samples.map(({ second }) => (second - x) ** 2)) || 1);
}

await main();
