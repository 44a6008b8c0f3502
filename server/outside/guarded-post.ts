import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { performance } from "node:perf_hooks";
import type { Dispatcher } from "undici";
import { isRefusedAddress, type Reach, refusalOfTarget } from "../core/addresses/index.js";
import type { GuardedPost, OutgoingPost, PostOutcome } from "./ports.js";
import { programVersion } from "./version.js";

export interface GuardedPostOptions extends Reach {
  /** How names become addresses; tests play a name server that lies. */
  lookup?: typeof systemLookup;
}

type Result =
  | { kind: "answered"; status: number }
  | { kind: Exclude<PostOutcome["kind"], "answered">; message: string };

/** For sockets whose request has given up already; requests have their own time. */
const connectTimeoutMs = 5_000;
const answerBytesMax = 64 * 1024;
const userAgent = `Kalends-Webhook/${programVersion}`;

/** Posts to addresses that strangers chose: only where the reach allows, never further than the first answer, never for long. */
export function createGuardedPost({ allowPrivate, lookup = systemLookup }: GuardedPostOptions): GuardedPost {
  const reach = { allowPrivate };
  // A fifth of the time and the memory of a start, and nothing is sent at a start: it is loaded when it is first needed.
  let client: Promise<HttpClient> | undefined;
  const open = async (): Promise<HttpClient> => {
    const { Agent, request } = await import("undici");
    return {
      request,
      dispatcher: new Agent({ connect: { timeout: connectTimeoutMs, lookup: guardedLookup(lookup, reach) } }),
    };
  };
  const post = async (outgoing: OutgoingPost): Promise<Result> => {
    client ??= open();
    return send(await client, outgoing).catch(failureOf);
  };
  return async (outgoing) => {
    const startedAt = performance.now();
    const refusal = refusalOfTarget(outgoing.url, reach);
    const result = refusal ? refused(outgoing.url, refusal) : await post(outgoing);
    return { ...result, durationMs: Math.round(performance.now() - startedAt) };
  };
}

const refused = (url: string, refusal: string): Result => ({
  kind: URL.canParse(url) ? "refused-address" : "bad-url",
  message: `the address ${refusal}`,
});

interface HttpClient {
  request: typeof import("undici").request;
  dispatcher: Dispatcher;
}

/** `request` follows no redirects: a 3xx is an answer like any other. */
async function send(
  { request, dispatcher }: HttpClient,
  { url, headers, body, timeoutMs }: OutgoingPost,
): Promise<Result> {
  const signal = AbortSignal.timeout(timeoutMs);
  const sent = { ...headers, "user-agent": userAgent };
  const answer = await within(signal, request(url, { method: "POST", dispatcher, headers: sent, body, signal }));
  // Reading the body to its end lets the connection be used again; one that is too long or too slow costs the connection.
  await answer.body.dump({ limit: answerBytesMax, signal }).catch(() => {});
  return { kind: "answered", status: answer.statusCode };
}

/** While it is still connecting, undici listens to the signal only after the connection stands. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const end = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, end]);
}

class RefusedAddress extends Error {}

/** Resolves a name for a connection and hands out only addresses that may be talked to, so that the one checked is the one used. */
function guardedLookup(lookup: typeof systemLookup, reach: Reach): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const allowed = found.filter(({ address }) => !isRefusedAddress(address, reach));
      const first = allowed[0];
      if (!first) return callback(new RefusedAddress("the name resolves to a private or reserved address"), []);
      return options.all ? callback(null, allowed) : callback(null, first.address, first.family);
    });
  };
}

function failureOf(error: unknown): Result {
  const { name, code, message } = error as Error & { code?: string };
  if (error instanceof RefusedAddress) return { kind: "refused-address", message };
  if (name === "TimeoutError" || timeoutCodes.has(code ?? "")) return { kind: "timeout", message: "no answer in time" };
  // The code names the fault; messages of the network layer may hold addresses of the inner network.
  return { kind: "unreachable", message: code ?? name };
}

const timeoutCodes = new Set([
  "ETIMEDOUT",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
]);
