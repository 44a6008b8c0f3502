import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Counter, Histogram } from "prom-client";
import type { Context } from "../context.js";
import type { Instant } from "../core/time/index.js";
import { unauthenticated } from "../errors.js";
import type { AskQueue } from "./health.js";

/** Connections to a PostgreSQL server; the embedded store has none. */
export interface Connections {
  open: number;
  idle: number;
  waiting: number;
}

export interface MetricsOptions {
  /** What the scraper shows as its bearer. */
  token: string;
  queue: AskQueue;
  now: () => Instant;
  connections: () => Connections | null;
}

export interface Metrics {
  /** Serves `GET /metrics` and counts every answer of this application. */
  watch(app: FastifyInstance): void;
  /** The same world outside, counted. */
  watching(outside: Context["outside"]): Context["outside"];
}

const latencyBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** Prometheus metrics. The library is loaded only by a server that has them. */
export async function createMetrics(options: MetricsOptions): Promise<Metrics> {
  const { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } = await import("prom-client");
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "kalends_http_requests_total",
    help: "Requests by route and status",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const latency = (name: string, help: string) => new Histogram({ name, help, buckets: latencyBuckets, registers });
  const histograms: Histograms = {
    getSlots: latency("kalends_slots_seconds", "Time to answer a query for slots"),
    createBooking: latency("kalends_booking_seconds", "Time to answer a booking"),
  };
  const webhooks = new Counter({
    name: "kalends_webhook_attempts_total",
    help: "Attempts to deliver webhooks by how they ended",
    labelNames: ["outcome"],
    registers,
  });
  const mails = new Counter({
    name: "kalends_mails_total",
    help: "Attempts to send mails by how they ended",
    labelNames: ["outcome"],
    registers,
  });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const depth = gauge("kalends_jobs_due", "Jobs whose time has come and that nobody has taken, up to 10,000");
  const age = gauge("kalends_jobs_oldest_due_seconds", "How long the oldest of them has waited");
  const deliveries = gauge(
    "kalends_deliveries_due",
    "Deliveries of webhooks that are due and not under way, up to 10,000",
  );
  const deliveriesAge = gauge("kalends_deliveries_oldest_due_seconds", "How long the oldest of them has waited");
  const dead = gauge("kalends_jobs_dead", "Jobs that failed at every try within the last day");
  const pool = new Gauge({
    name: "kalends_store_connections",
    help: "Connections of transactions by state",
    labelNames: ["state"],
    registers,
  });

  const secondsSince = (dueAt: Instant | null): number =>
    dueAt === null ? 0 : Math.max(0, options.now() - dueAt) / 1000;
  const collect = async (): Promise<void> => {
    const state = await options.queue();
    depth.set(state.due);
    age.set(secondsSince(state.oldestDueAt));
    deliveries.set(state.deliveriesDue);
    deliveriesAge.set(secondsSince(state.oldestDeliveryDueAt));
    dead.set(state.dead);
    for (const [name, value] of Object.entries(options.connections() ?? {})) pool.set({ state: name }, value);
  };

  return {
    watch: (app) => {
      countAnswers(app, requests, histograms);
      app.get("/metrics", async (request, reply) => {
        checkToken(request, options.token);
        await collect();
        return reply.type(registry.contentType).send(await registry.metrics());
      });
    },
    watching: (outside) => ({
      ...outside,
      post: async (post) => {
        const outcome = await outside.post(post);
        webhooks.inc({ outcome: outcome.kind === "answered" ? `${Math.floor(outcome.status / 100)}xx` : outcome.kind });
        return outcome;
      },
      mail:
        outside.mail &&
        (async (load) => {
          const outcome = (await outside.mail?.(load)) ?? { kind: "deferred", message: "no mail server" };
          if (outcome.kind !== "not-wanted") mails.inc({ outcome: outcome.kind });
          return outcome;
        }),
    }),
  };
}

/** By the id of the operation. */
type Histograms = Partial<Record<string, Histogram>>;

/** What is counted of one route: made with its first answer, so that counting an answer makes nothing new. */
interface Watched {
  byStatus: Map<number, Counter.Internal>;
  latency: Histogram | undefined;
}

function countAnswers(app: FastifyInstance, requests: Counter, histograms: Histograms): void {
  const watched = new Map<string, Watched>();
  app.addHook("onResponse", (request: FastifyRequest, reply: FastifyReply, done) => {
    const { url = "unknown", config } = request.routeOptions;
    const name = `${request.method} ${url}`;
    let route = watched.get(name);
    if (!route) {
      route = { byStatus: new Map(), latency: histograms[(config as { operationId?: string }).operationId ?? ""] };
      watched.set(name, route);
    }
    let counter = route.byStatus.get(reply.statusCode);
    if (!counter) {
      // A method that nobody has registered may be any word.
      const method = url === "unknown" ? "any" : request.method;
      counter = requests.labels({ method, route: url, status: reply.statusCode });
      route.byStatus.set(reply.statusCode, counter);
    }
    counter.inc();
    route.latency?.observe(reply.elapsedTime / 1000);
    done();
  });
}

function checkToken({ headers }: FastifyRequest, token: string): void {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  const shown = (headers.authorization ?? "").replace(/^Bearer /, "");
  if (!timingSafeEqual(digest(shown), digest(token)))
    throw unauthenticated("Show KALENDS_METRICS_TOKEN as the bearer.");
}
