import { randomUUID } from "node:crypto";
import cors from "@fastify/cors";
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
  LogController,
} from "fastify";
import type { Actor, Context } from "../context.js";
import { Refusal } from "../errors.js";
import type { Operation } from "../operation.js";
import { ping } from "../store/sql.js";
import { authenticate, credentialsOf } from "./authenticate.js";
import { readBody } from "./body.js";
import { serveDocs } from "./docs.js";
import type { Tell } from "./dry-run.js";
import { answerTo, retryAfterSeconds } from "./errors.js";
import { type AskQueue, healthOf, type QueueState } from "./health.js";
import { isToBeDoneOnce } from "./idempotency.js";
import { refuseMalformed } from "./malformed.js";
import { serveMcp } from "./mcp.js";
import type { Metrics } from "./metrics.js";
import { noRateLimit, type RateLimit } from "./rate-limit.js";
import { operations } from "./routes.js";
import { repeatOrRefuse, serve } from "./serve.js";
import { serveSkill } from "./skill.js";

/** What the front door needs: everything of a context but the caller. */
export type DoorContext = Omit<Context, "actor">;

export interface AppOptions {
  ctx: DoorContext;
  rateLimit?: RateLimit;
  checksAnswers?: boolean;
  logger?: FastifyServerOptions["loggerInstance"];
  /** How the clock's work stands, for `/health`. Absent: nobody works here. */
  queue?: AskQueue;
  metrics?: Metrics | null;
  /** Tells the listeners of an event; dry runs ask them what they would do. */
  tell?: Tell;
  /** Addresses of proxies whose X-Forwarded-For is believed. Absent: nobody's. */
  trustProxy?: string[];
}

const idle: QueueState = { due: 0, oldestDueAt: null, deliveriesDue: 0, oldestDeliveryDueAt: null, dead: 0 };
const maxBodyBytes = 100 * 1024;

/** The front door: one Fastify application that serves the table of operations. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    ...(options.logger ? { loggerInstance: options.logger } : {}),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    bodyLimit: maxBodyBytes,
    trustProxy: options.trustProxy ?? false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    rewriteUrl: (request) => canonicalUrl(request.url ?? "/"),
    routerOptions: { ignoreTrailingSlash: true, caseSensitive: false, maxParamLength: 500 },
    clientErrorHandler: refuseMalformed,
    // Errors before routing, such as a malformed percent sign in the path.
    frameworkErrors: (error, request, reply: FastifyReply) => {
      const answer = answerTo(error, { url: request.url, at: new Date(), style: "tree", body: undefined });
      reply.code(answer.status).send(answer.body);
    },
  });
  app.decorateRequest<Actor | null>("actor", null);
  app.decorateRequest("lapsed", null);
  app.decorateRequest("bookingUid", undefined);
  acceptBodies(app);
  await allowOrigins(app);
  answerErrors(app, options);
  logRequests(app, options.ctx);
  options.metrics?.watch(app);
  const rateLimit = options.rateLimit ?? noRateLimit;
  for (const operation of operations) mount(app, operation, options, rateLimit);
  const queue = options.queue ?? (() => ping(options.ctx.store.db).then(() => idle));
  app.get("/health", async (_request, reply) => {
    const health = await healthOf(options.ctx, queue);
    return reply.code(health.status === "unavailable" ? 503 : 200).send(health);
  });
  serveMcp(app, options.ctx, rateLimit);
  serveSkill(app, options.ctx.settings);
  await serveDocs(app);
  return app;
}

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor;
    /** Why the credential is refused, unless what it asks is known to be done already. */
    lapsed: unknown;
    bookingUid: string | undefined;
  }
}

/** Old clients call `/api/v2` and `/v2/ee`, and one path was misspelt upstream. */
export function canonicalUrl(url: string): string {
  const [path = "", query] = split(url);
  const canonical = path
    .replace(/^\/api\/v2(?=\/|$)/, "/v2")
    .replace(/^\/v2\/ee(?=\/|$)/, "/v2")
    .replaceAll("/reccuring", "/recurring");
  return query === undefined ? canonical : `${canonical}?${query}`;
}

function split(url: string): [string, string | undefined] {
  const mark = url.indexOf("?");
  return mark < 0 ? [url, undefined] : [url.slice(0, mark), url.slice(mark + 1)];
}

/** JSON is read by hand, see `body.ts`; anything that is not JSON is no body at all, as upstream. */
function acceptBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, text, done) => {
    try {
      done(null, readBody(text as string));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, _text, done) => done(null, {}));
}

/**
 * Hardening of answers that are data, by the recommendations of OWASP for REST: set as constants, because working them out
 * for every request costs a tenth of a small one. Pages get Helmet, see `docs.ts`.
 */
const hardening = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "cross-origin",
};

async function allowOrigins(app: FastifyInstance): Promise<void> {
  await app.register(cors, {
    origin: "*",
    methods: "GET,PATCH,DELETE,HEAD,POST,PUT,OPTIONS",
    allowedHeaders:
      "x-cal-client-id,x-cal-secret-key,x-cal-platform-embed,cal-api-version,Accept,Authorization,Content-Type,Origin,Idempotency-Key",
    exposedHeaders:
      "X-Request-Id,X-RateLimit-Limit,X-RateLimit-Remaining,X-RateLimit-Reset,X-RateLimit-Limit-Default,X-RateLimit-Remaining-Default,X-RateLimit-Reset-Default,Retry-After,Idempotency-Replayed,cal-api-version,Warning",
    maxAge: 86_400,
    strictPreflight: false,
  });
}

function answerErrors(app: FastifyInstance, { ctx }: AppOptions): void {
  app.setErrorHandler((error, request, reply) => {
    const style = (request.routeOptions.config as { problems?: "tree" | "sentence" }).problems ?? "tree";
    const body = request.body ?? request.query;
    const answer = answerTo(error, { url: request.originalUrl, at: new Date(ctx.now()), style, body });
    if (answer.status >= 500) request.log.error({ error: describe(error) }, "request failed");
    if (answer.status === 503) reply.header("Retry-After", retryAfterSeconds);
    reply.code(answer.status).send(answer.body);
  });
  app.setNotFoundHandler((request) => {
    throw new Refusal("not-found", `Cannot ${request.method} ${request.originalUrl}`);
  });
}

/** What the log may know of a bug: never the statement's values, which are the caller's data. */
function describe(error: unknown): object {
  const { name, message, code, constraint, stack } = error as Error & { code?: string; constraint?: string };
  return { name, message, code, constraint, stack };
}

function logRequests(app: FastifyInstance, ctx: DoorContext): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(hardening);
    reply.header("X-Request-Id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const { method, id, bookingUid } = request;
    const route = request.routeOptions.url ?? "unknown";
    const ms = Math.round(reply.elapsedTime);
    ctx.log.debug({ requestId: id, method, route, status: reply.statusCode, ms, bookingUid }, "request");
  });
}

function mount(app: FastifyInstance, operation: Operation, options: AppOptions, rateLimit: RateLimit): void {
  // With a logger each request has one of its own, which names the request in every line.
  const contextFor = ({ actor, log }: FastifyRequest): Context =>
    options.logger ? { ...options.ctx, actor, log } : { ...options.ctx, actor };
  const serveOptions = { checksAnswers: options.checksAnswers ?? false, tell: options.tell ?? (async () => {}) };
  app.route({
    method: operation.method,
    url: operation.path.replace(/\{(\w+)\}/g, ":$1"),
    config: { auth: operation.auth, problems: operation.problems ?? "tree", operationId: operation.id },
    onRequest: async (request, reply) => {
      if (operation.rate !== "uncounted") await rateLimit(request, reply, operation.rate ?? "default");
      try {
        request.actor = await authenticate(options.ctx, operation, credentialsOf(request));
      } catch (error) {
        // Whoever replaced his key and lost the answer asks for it with a key that is no more.
        if (operation.auth !== "api-key" || !isToBeDoneOnce(request)) throw error;
        request.actor = { kind: "anonymous" };
        request.lapsed = error;
      }
    },
    handler: (request, reply) =>
      request.lapsed
        ? repeatOrRefuse(operation, contextFor(request), request, reply)
        : serve(operation, contextFor(request), request, reply, serveOptions),
  });
}
