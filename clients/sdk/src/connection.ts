import { type Answer, readOutcome } from "./answer.js";
import { attempt, type Outcome } from "./attempt.js";
import type { Call, RequestOptions } from "./call.js";
import { KalendsError } from "./errors.js";
import { isAnnounced, isListed, isWrite, type KeySupport, newKey } from "./idempotency.js";
import { isHarmless, isPassing, pause, pauseMs } from "./retry.js";
import { type KalendsOptions, type Settings, settingsOf } from "./settings.js";

/** A server and the credentials for it. Remembers one thing: whether the server honours idempotency keys. */
export interface Connection {
  readonly settings: Settings;
  /** Sends one call, again where that is right, and returns its whole answer. Throws a `KalendsError`. */
  send(call: Call, options?: RequestOptions): Promise<Answer>;
}

export function connect(options: KalendsOptions = {}): Connection {
  const settings = settingsOf(options);
  let support: KeySupport = settings.idempotencyKeys === "trusted" ? "honoured" : "unknown";

  async function send(call: Call, options: RequestOptions = {}): Promise<Answer> {
    const key = options.idempotencyKey ?? (makesKey(call) ? newKey() : undefined);
    const maxRetries = options.maxRetries ?? settings.maxRetries;
    for (let attempts = 1; ; attempts++) {
      const outcome = await attempt(settings, call, options, key);
      if (key && isAnnounced(outcome)) support = "honoured";
      const read = readOutcome(outcome, call, attempts);
      if (!(read instanceof KalendsError)) return read;
      const delayMs = pauseMs(outcome, attempts, settings, Math.random);
      if (attempts > maxRetries || delayMs === null || !isPassing(outcome)) throw read;
      if (!(await mayResend(call, outcome, options, key))) throw read;
      settings.onRetry({ method: call.method, path: call.path, attempt: attempts, delayMs, reason: read.message });
      await pause(delayMs, options.signal);
    }
  }

  const makesKey = ({ method }: Call): boolean => isWrite(method) && settings.idempotencyKeys !== "off";

  /** A booking whose answer was lost is sent again only to a server that would notice. */
  async function mayResend(call: Call, outcome: Outcome, options: RequestOptions, key?: string): Promise<boolean> {
    if (isHarmless(call.method, outcome)) return true;
    if (key === undefined) return false;
    if (support === "unknown") support = await askSupport(options);
    return support === "honoured";
  }

  async function askSupport({ signal, timeoutMs }: RequestOptions): Promise<KeySupport> {
    try {
      const { body } = await send({ method: "GET", path: "/v2/versions" }, { signal, timeoutMs });
      return isListed(body) ? "honoured" : "ignored";
    } catch (error) {
      signal?.throwIfAborted();
      // A server that has no such page honours nothing; of one that cannot be reached nothing is known.
      return error instanceof KalendsError && error.status === 404 ? "ignored" : "unknown";
    }
  }

  return { settings, send };
}
