import type { Answer, House } from "../harness/house.js";
import type { Exchange } from "./transcript.js";

/** What stands for what: recorded ids, uids and tokens, and the live ones. */
export type Known = Map<string, string>;

/** Sends a recorded request with what is known, at the time of its recording. Learns from the answer. */
export async function replay(house: House, exchange: Exchange, known: Known): Promise<Answer> {
  // Never twice at the same time: what is in the order of creation then has one.
  house.now = Math.max(recordedAt(exchange.answer), house.now + 1);
  const headers = { ...contentTypeOf(exchange), ...exchange.headers };
  const fill = (text: string): string => text.replace(/[\w-]+/g, (word) => known.get(word) ?? word);
  const { authorization, ...others } = headers as Record<string, string>;
  const answer = await house.request(exchange.method, fill(exchange.path), exchange.body && fill(exchange.body), {
    headers: { ...others, ...(authorization && { authorization: fill(authorization) }) },
  });
  learn(exchange.answer, answer.body, known);
  return answer;
}

/** The transcripts leave it out; their headings tell where it was not JSON. */
function contentTypeOf({ name, body }: Exchange): Record<string, string> {
  if (body === undefined) return {};
  if (name.endsWith("text/plain body")) return { "content-type": "text/plain" };
  if (name.endsWith("form body")) return { "content-type": "application/x-www-form-urlencoded" };
  return { "content-type": "application/json" };
}

/** Only refusals and new things tell the time. */
function recordedAt(answer: unknown): number {
  const { timestamp, data } = (answer ?? {}) as { timestamp?: string; data?: { createdAt?: string } };
  return Date.parse(timestamp ?? data?.createdAt ?? "") || 0;
}

/** Ids, uids and tokens of the two answers that stand at the same place. */
function learn(recorded: unknown, live: unknown, known: Known, name = ""): void {
  if (typeof recorded === "object" && recorded !== null && typeof live === "object" && live !== null) {
    // Single values first: lists may stand in another order.
    const isList = ([, value]: [string, unknown]): number => Number(Array.isArray(value));
    for (const [key, value] of Object.entries(recorded).sort((a, b) => isList(a) - isList(b))) {
      learn(value, (live as Record<string, unknown>)[key], known, Array.isArray(recorded) ? name : key);
    }
    return;
  }
  const isName = typeof recorded === "string" && /^[\w-]+$/.test(recorded) && typeof live === "string";
  // Small numbers are too likely to mean something else.
  const isNumber = typeof recorded === "number" && recorded > 100 && typeof live === "number";
  if (!/(^id|Id|^uid|Uid|^apiKey|^data)$/.test(name) || !(isName || isNumber)) return;
  if (!known.has(String(recorded))) known.set(String(recorded), String(live));
}

/** The live body with its lists in the order of the recorded ones: where nothing sorts, no order is promised. */
export function aligned(recorded: unknown, live: unknown, known: Known): unknown {
  if (Array.isArray(recorded) && Array.isArray(live)) {
    const wanted = recorded.map((item) => known.get(String((item as { id?: unknown } | null)?.id)));
    const placeOf = (item: unknown): number => wanted.indexOf(String((item as { id?: unknown } | null)?.id));
    const sorted = wanted.every((id) => id !== undefined) ? [...live].sort((a, b) => placeOf(a) - placeOf(b)) : live;
    return sorted.map((item, index) => aligned(recorded[index], item, known));
  }
  if (typeof recorded !== "object" || typeof live !== "object" || recorded === null || live === null) return live;
  const entries = Object.entries(live).map(([name, value]) => [
    name,
    aligned((recorded as Record<string, unknown>)[name], value, known),
  ]);
  return Object.fromEntries(entries);
}
