import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { type Config, readConfig } from "./config.js";
import type { Context } from "./context.js";
import { secondMs } from "./core/time/index.js";
import { findNews } from "./domains/events/index.js";
import { ensureOperator } from "./domains/operator/index.js";
import { deliveryWork } from "./domains/webhooks/index.js";
import { buildApp } from "./http/app.js";
import { createMetrics } from "./http/metrics.js";
import { createRateLimit, noRateLimit, type RateLimit } from "./http/rate-limit.js";
import { chores, startChores } from "./jobs/chores.js";
import { startLoop } from "./jobs/loop.js";
import { createPulse } from "./jobs/pulse.js";
import { getQueueState } from "./jobs/queries.js";
import { tasks, tellListeners } from "./jobs/tasks.js";
import { startWorker } from "./jobs/worker.js";
import { createGuardedPost } from "./outside/guarded-post.js";
import { createMailSender } from "./outside/mail-sender.js";
import { createSmsGateway } from "./outside/sms-gateway.js";
import { openStore } from "./store/open.js";
import type { Store } from "./store/store.js";
import { welcome } from "./welcome.js";

/** Starts the server: configuration, store, doors. Resolves when it listens. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    directory: config.dataDirectory,
    dumpFile: preparedDump(),
  });
  const { allowPrivateWebhooks, holdsAreStrict, blockedEmails } = config;
  const settings = { publicUrl: publicUrl(config), allowPrivateWebhooks, holdsAreStrict, blockedEmails };
  const queue = () => getQueueState(store.db, Date.now());
  const metrics = config.metricsToken
    ? await createMetrics({ token: config.metricsToken, queue, now: Date.now, connections: store.connections })
    : null;
  const world = {
    post: createGuardedPost({ allowPrivate: allowPrivateWebhooks }),
    mail: config.mail && createMailSender(config.mail),
    sms: config.smsUrl === undefined ? null : createSmsGateway(config.smsUrl),
  };
  const outside = metrics?.watching(world) ?? world;
  const pulse = createPulse((after) => findNews(store.db, after));
  const ctx = { now: Date.now, store, outside, pulse, settings, log };
  const firstStart = await ensureOperator(store, config.adminApiKey, hostZone());
  const app = await buildApp({
    ctx,
    logger: log,
    queue,
    metrics,
    tell: tellListeners,
    rateLimit: rateLimitFor(config, store),
    trustProxy: config.trustProxy,
  });
  const clock: Context = { ...ctx, actor: { kind: "clock" } };
  const worker = startWorker(clock, tasks, [startLoop(deliveryWork(clock))]);
  const stopChores = startChores(clock, chores);
  store.onJobs(() => worker.wake());
  await app.listen({ port: config.port, host: config.host });
  const storeName = config.databaseUrl
    ? "PostgreSQL"
    : `embedded, in ${config.dataDirectory} (for trial and development)`;
  process.stdout.write(welcome({ url: settings.publicUrl, store: storeName, now: ctx.now(), firstStart }));
  stopOnSignals(async () => {
    pulse.stop();
    await closeSoon(app);
    stopChores();
    await worker.stop();
    await store.close();
  });
}

function rateLimitFor({ isRateLimited, rateLimits, sharesRateLimits }: Config, { db }: Store): RateLimit {
  return isRateLimited ? createRateLimit({ limits: rateLimits, db: sharesRateLimits ? db : undefined }) : noRateLimit;
}

/** Made by the build; without it the first start is slower but no different. */
function preparedDump(): string | undefined {
  const file = fileURLToPath(new URL("../embedded.tar.gz", import.meta.url));
  return existsSync(file) ? file : undefined;
}

const publicUrl = ({ publicUrl: given, host, port }: Config): string =>
  given ?? `http://${host === "0.0.0.0" || host === "::" ? "localhost" : host}:${port}`;

const hostZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** Requests under way are answered; connections that were opened and on which nothing is asked would be waited for a minute. */
async function closeSoon(app: Awaited<ReturnType<typeof buildApp>>): Promise<void> {
  const impatience = setTimeout(() => app.server.closeAllConnections(), 5 * secondMs);
  await app.close();
  clearTimeout(impatience);
}

/** The first signal stops gracefully; a second one does not wait. */
function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = async (): Promise<void> => {
    if (isStopping) process.exit(1);
    isStopping = true;
    await stop();
    process.exit(0);
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`Kalends cannot start.\n${(error as Error).message}\n`);
  process.exit(1);
}
