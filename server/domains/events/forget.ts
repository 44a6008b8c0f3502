import type { Context } from "../../context.js";
import { dayMs } from "../../core/time/index.js";
import { pruneEvents } from "./queries.js";

/** How long events can be read again. */
const keptMs = 30 * dayMs;
const portion = 5_000;

/** Forgets what happened too long ago, in portions, so that no statement takes long. */
export async function forgetEvents(ctx: Context): Promise<void> {
  const before = ctx.now() - keptMs;
  while ((await pruneEvents(ctx.store.db, before, portion)) === portion);
}
