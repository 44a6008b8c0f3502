import type { Context } from "../../context.js";
import { lockOwnWebhook } from "./get.js";
import { deleteWebhook } from "./queries.js";
import type { Webhook } from "./webhook.js";

/** Ends a subscription; deliveries that are still to be tried go with it. */
export async function removeWebhook(ctx: Context, id: string): Promise<Webhook> {
  return ctx.store.transaction(async (tx) => {
    const webhook = await lockOwnWebhook(ctx, tx, id);
    await deleteWebhook(tx, webhook.id);
    return webhook;
  });
}
