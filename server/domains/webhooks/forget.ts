import type { Context } from "../../context.js";
import { dayMs } from "../../core/time/index.js";
import { pruneDeliveries } from "./queries/log.js";

/** How long deliveries and their attempts are kept. */
const keptMs = 30 * dayMs;
const portion = 5_000;

/** Forgets what was sent too long ago, in portions, so that no statement takes long. */
export async function forgetDeliveries(ctx: Context): Promise<void> {
  const before = ctx.now() - keptMs;
  while ((await pruneDeliveries(ctx.store.db, before, portion)) === portion);
}
