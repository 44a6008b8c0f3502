// Webhooks per second from one process to a fast receiver, alone and beside receivers that hang:
// `npx tsx bench/webhooks.ts [count] [kind of event]`. Events without mails measure the webhooks alone.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Context } from "../server/context.js";
import { type EventKind, findNews, recordEvents } from "../server/domains/events/index.js";
import { ensureOperator } from "../server/domains/operator/index.js";
import { deliveryWork } from "../server/domains/webhooks/index.js";
import { startLoop } from "../server/jobs/loop.js";
import { createPulse } from "../server/jobs/pulse.js";
import { tasks } from "../server/jobs/tasks.js";
import { startWorker } from "../server/jobs/worker.js";
import { createGuardedPost } from "../server/outside/guarded-post.js";
import { openStore } from "../server/store/open.js";
import type { Store } from "../server/store/store.js";
import { startPostgres } from "../test/harness/postgres.js";
import { plainSnapshot } from "../test/harness/snapshot.js";

const count = Number(process.argv[2] ?? 3_000);
const kind = (process.argv[3] ?? "booking.absence-updated") as EventKind;
const patienceMs = 120_000;
const warmUpCount = 500;

const postgres = await startPostgres();
const receiver = spawn(process.execPath, ["bench/receiver-server.mjs"], { stdio: ["ignore", "pipe", "inherit"] });
const [line] = await once(receiver.stdout, "data");
const target = `http://127.0.0.1:${Number(line)}`;
try {
  for (const hanging of [0, 1, 5]) process.stdout.write(`${await run(hanging)}\n`);
} finally {
  receiver.kill();
  await postgres.stop();
}

/** Writes so many events of one account with one fast webhook and some that hang, and waits until the fast one has them all. */
async function run(hanging: number): Promise<string> {
  const store = await openStore({ databaseUrl: await postgres.createDatabase(`bench_${hanging}`) });
  const ctx = contextOf(store);
  const userId = await prepare(store, hanging);
  const worker = startWorker(ctx, tasks, [startLoop(deliveryWork(ctx))]);
  store.onJobs(() => worker.wake());
  await warmUp(store, userId);
  const before = await taken();
  const [statements, cpu, startedAt] = [store.statements(), process.cpuUsage(), Date.now()];
  await recordAll(store, userId, count);
  const recordedMs = Date.now() - startedAt;
  await untilTaken(before + count);
  const seconds = (Date.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  const each = (total: number): string => (total / count).toFixed(2);
  const told = `${each(store.statements() - statements)} statements, ${each((user + system) / 1_000)} ms of processor time`;
  const came = (await taken()) - before;
  await untilHeard(store);
  const all = process.cpuUsage(cpu);
  const heard = `with mails ${each((all.user + all.system) / 1_000)} ms after ${((Date.now() - startedAt) / 1_000).toFixed(1)} s`;
  await worker.stop();
  await store.close();
  return `${hanging} hanging receivers: ${Math.round(came / seconds)} webhooks per second (${came} came, recorded in ${recordedMs} ms); each ${told}, ${heard}`;
}

async function taken(): Promise<number> {
  return Number(await (await fetch(target)).text());
}

/** Waits until so many have come, but not for ever. */
async function untilTaken(enough: number): Promise<void> {
  const endsAt = Date.now() + patienceMs;
  while ((await taken()) < enough && Date.now() < endsAt) await sleep(20);
}

/** Waits until the mails are worded, but not for ever. */
async function untilHeard(store: Store): Promise<void> {
  const endsAt = Date.now() + patienceMs;
  const left = () => store.db.selectFrom("jobs").select("id").where("kind", "=", "event.hear").limit(1).execute();
  while ((await left()).length > 0 && Date.now() < endsAt) await sleep(50);
}

/** A server that has just begun has plans for empty tables; the database makes better ones once it has looked at them. */
async function warmUp(store: Store, userId: number): Promise<void> {
  const before = await taken();
  await recordAll(store, userId, warmUpCount);
  await untilTaken(before + warmUpCount);
  await sql`analyze`.execute(store.db);
}

/** Events come in as bookings do, a few per transaction; telling and delivering go on meanwhile. */
async function recordAll(store: Store, userId: number, most: number): Promise<void> {
  for (let n = 0; n < most; n += 50) {
    const events = Array.from({ length: Math.min(50, most - n) }, () => {
      const uid = crypto.randomUUID();
      const data = plainSnapshot({ uid, icalUid: `${uid}@kalends` });
      return { kind, userId, subject: uid, data, createdAt: Date.now() };
    });
    await store.transaction((tx) => recordEvents(tx, events));
  }
}

async function prepare(store: Store, hanging: number): Promise<number> {
  await ensureOperator(store, "cal_live_0000000000000000000000000000bench", "UTC");
  const { id } = await store.db.selectFrom("users").select("id").executeTakeFirstOrThrow();
  const triggers = ["BOOKING_CREATED", "BOOKING_NO_SHOW_UPDATED"];
  for (const path of ["/fast", ...Array.from({ length: hanging }, (_, i) => `/hang${i}`)]) {
    const webhook = { id: crypto.randomUUID(), user_id: id, subscriber_url: target + path, triggers };
    await store.db.insertInto("webhooks").values(webhook).execute();
  }
  return id;
}

function contextOf(store: Store): Context {
  const silent = (): void => {};
  return {
    actor: { kind: "clock" },
    now: Date.now,
    store,
    outside: { post: createGuardedPost({ allowPrivate: true }), mail: null, sms: null },
    pulse: createPulse((after) => findNews(store.db, after)),
    settings: {
      publicUrl: "http://localhost:3000",
      allowPrivateWebhooks: true,
      holdsAreStrict: false,
      blockedEmails: [],
    },
    log: { debug: silent, info: silent, warn: silent, error: silent },
  };
}
