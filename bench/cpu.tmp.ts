import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { startPostgres } from "../test/harness/postgres.js";
import { startReceiver } from "../test/harness/receiver.js";
import { call, startServer } from "../test/harness/server-process.js";
import { measure } from "./load.js";
import { prepare } from "./prepare.js";
const what = process.argv[2] ?? "list"; const seconds = Number(process.argv[3] ?? 4); const c = Number(process.argv[4] ?? 16);
const stat = (pid: number | string) => { const t = readFileSync(`/proc/${pid}/stat`, "utf8"); const f = t.slice(t.lastIndexOf(")") + 2).split(" "); return (Number(f[11]) + Number(f[12])) * 10; };
const pgs = () => readdirSync("/proc").filter((p) => /^\d+$/.test(p)).filter((p) => { try { return readFileSync(`/proc/${p}/cmdline`, "utf8").startsWith("postgres: ") && readFileSync(`/proc/${p}/cmdline`, "utf8").includes("cpu_bench") || (readFileSync(`/proc/${p}/cmdline`, "utf8").includes("walwriter")); } catch { return false; } });
const postgres = await startPostgres();
const databaseUrl = await postgres.createDatabase("cpu_bench");
const receiver = await startReceiver({ delayMs: 200 });
const server = await startServer({ DATABASE_URL: databaseUrl, KALENDS_ALLOW_PRIVATE_WEBHOOKS: "true", LOG_LEVEL: "error", NODE_ENV: "production", NODE_OPTIONS: process.env.PROF ? "--cpu-prof --cpu-prof-dir=/tmp/prof" : "" });
try {
  const prepared = await prepare(server, receiver.url);
  await sleep(3000);
  const headers = { "cal-api-version": "2024-08-13" };
  let guests = 0;
  const load = what === "list" ? { url: `${server.url}/v2/bookings?take=100`, headers: { ...headers, authorization: `Bearer ${prepared.apiKey}` } }
    : what === "me" ? { url: `${server.url}/v2/me`, headers: { authorization: `Bearer ${prepared.apiKey}` } }
    : { url: `${server.url}/v2/bookings`, headers, nextBody: () => ({ start: prepared.nextStart(), eventTypeId: prepared.bookedEventTypeId, attendee: { name: "Guest", email: `load${++guests}@example.com`, timeZone: "Europe/Rome" } }) };
  await measure({ ...load, connections: c, seconds: 1 });
  const before = { node: stat(server.pid), pg: new Map(pgs().map((p) => [p, stat(p)])) };
  const result = await measure({ ...load, connections: c, seconds });
  if (what === "book" && process.env.DRAIN) await sleep(8000);
  const node = stat(server.pid) - before.node;
  const pg = pgs().reduce((s, p) => s + stat(p) - (before.pg.get(p) ?? 0), 0);
  const n = result.perSecond * seconds;
  console.log(what, `c=${c}`, { perSecond: result.perSecond.toFixed(0), p50: result.p50Ms.toFixed(1), failed: result.failed, nodeMs: (node / n).toFixed(3), pgMs: (pg / n).toFixed(3) });
} finally { await server.stop(); await receiver.close(); await postgres.stop(); }
