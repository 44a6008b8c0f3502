import type { Context } from "../../context.js";
import { secondMs } from "../../core/time/index.js";
import { deliver } from "./deliver.js";
import type { ClaimedDelivery, Outcome } from "./delivery.js";
import { exchangeDeliveries, releaseDeliveries } from "./queries/deliveries.js";
import { createWindows, firstWidth } from "./windows.js";

// Far longer than a try takes: after this, whoever had taken a delivery is gone.
const leaseMs = 30 * secondMs;

/** How many tries are under way at once: in all, and to one webhook at which nothing arrives just now. */
const limits = { most: 256, mostPerFailing: 2 };

/** The queue of deliveries, for a loop to work off. */
export function deliveryWork(ctx: Context) {
  const windows = createWindows();
  const exchange = async (outcomes: readonly Outcome[], running: readonly ClaimedDelivery[]) => {
    const most = limits.most - running.length;
    if (most <= 0 && outcomes.length === 0) return [];
    try {
      const now = ctx.now();
      for (const outcome of outcomes) windows.note(outcome, now);
      const room = { ...limits, most, underWay: countByWebhook(running), widths: windows.widths(now), firstWidth };
      return await exchangeDeliveries(ctx.store.db, { ...room, outcomes, now, leaseMs });
    } catch (error) {
      ctx.log.warn({ error: (error as Error).message }, "cannot look for deliveries");
      return null;
    }
  };
  return {
    exchange,
    run: async (delivery: ClaimedDelivery): Promise<Outcome[]> => [await deliver(ctx, delivery)],
    giveBack: (deliveries: readonly ClaimedDelivery[]): Promise<void> =>
      releaseDeliveries(
        ctx.store.db,
        deliveries.map(({ id }) => id),
      ),
  };
}

function countByWebhook(running: readonly ClaimedDelivery[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { webhookId } of running) counts[webhookId] = (counts[webhookId] ?? 0) + 1;
  return counts;
}

/** Makes the deliveries that are due, one after the other, until none is; whether there was any. */
export async function deliverDue(ctx: Context): Promise<boolean> {
  const { exchange, run } = deliveryWork(ctx);
  let outcomes: Outcome[] = [];
  for (let hasRun = false; ; hasRun = true) {
    const [delivery, ...others] = (await exchange(outcomes, [])) ?? [];
    outcomes = [];
    if (!delivery) return hasRun;
    for (const one of [delivery, ...others]) outcomes.push(...(await run(one)));
  }
}
