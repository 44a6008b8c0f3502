import { setImmediate as nextTurn } from "node:timers/promises";
import type { Context } from "../../context.js";
import { invalid, Refusal } from "../../errors.js";
import { type BulkSlotsInput, SlotsQuery, type SlotsRequest, type StoredSlots } from "./contract.js";
import { type Found, findManyFacts } from "./facts.js";
import { loadedOf, mostSlots, queryOf, slotsOf, storedOf } from "./list.js";
import type { SlotsAnswer } from "./view.js";

/** Each query with its slots, or why it has none. */
export type BulkAnswer = (SlotsAnswer | Refusal)[];

interface Asked {
  request: SlotsRequest;
  of: StoredSlots;
}

/** Many queries at once; the facts of all of them are loaded together. */
export async function listManySlots(ctx: Context, input: BulkSlotsInput): Promise<BulkAnswer> {
  const now = ctx.now();
  const asked = input.queries.map((query) => attempt(() => read(query, input.limitPerQuery ?? null)));
  const factsOf = await loadAll(
    ctx,
    asked.filter((item): item is Asked => !(item instanceof Refusal)),
    now,
  );
  const answers: BulkAnswer = [];
  let left = mostSlots;
  for (const item of asked) {
    const answer = item instanceof Refusal ? item : attempt(() => answerTo(item, factsOf(item.of), now));
    left -= answer instanceof Refusal ? 0 : answer.slots.length;
    answers.push(left < 0 ? invalid("There are too many slots in all; ask for less.") : answer);
    // Other requests get their turn between two of these.
    await nextTurn();
  }
  return answers;
}

function read(query: Record<string, unknown>, limitPerQuery: number | null): Asked {
  const texts = Object.entries(query).map(([name, value]) => [name, isPlain(value) ? String(value) : value]);
  const parsed = SlotsQuery.safeParse(Object.fromEntries(texts));
  if (!parsed.success) {
    throw invalid(parsed.error.issues.map(({ path, message }) => [...path, message].join(" ")).join(", "));
  }
  const limits = [parsed.data.limit, limitPerQuery].filter((limit) => limit !== null);
  const limit = limits.length > 0 ? Math.min(...limits) : null;
  return { request: { ...parsed.data, limit }, of: storedOf(parsed.data.of) };
}

const isPlain = (value: unknown): boolean => typeof value === "number" || typeof value === "boolean";

/** Loads what is named, each once and for the time that holds all windows. */
async function loadAll(ctx: Context, asked: readonly Asked[], now: number): Promise<(of: StoredSlots) => Found> {
  const all = new Map(asked.map(({ of }) => [JSON.stringify(of), of]));
  const from = Math.min(...asked.map(({ request }) => request.from));
  const to = Math.max(...asked.map(({ request }) => request.to));
  const found = asked.length > 0 ? await findManyFacts(ctx.store.db, [...all.values()], { from, to, now }) : [];
  const byName = new Map([...all.keys()].map((name, index) => [name, found[index]]));
  return (of) => byName.get(JSON.stringify(of)) ?? "no-event-type";
}

const answerTo = ({ request, of }: Asked, found: Found, now: number): SlotsAnswer =>
  slotsOf(request, queryOf(request, now), loadedOf(of, found));

function attempt<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
