import type { Context } from "../../context.js";
import { lockOwnWebhook } from "./get.js";
import { deleteWebhook, deleteWebhooksOf } from "./queries.js";
import type { Webhook, WebhookOwner } from "./webhook.js";

/** Ends a subscription; deliveries that are still to be tried go with it. */
export async function removeWebhook(ctx: Context, owner: WebhookOwner, id: string): Promise<Webhook> {
  return ctx.store.transaction(async (tx) => {
    const webhook = await lockOwnWebhook(tx, owner, id);
    await deleteWebhook(tx, webhook.id);
    return webhook;
  });
}

/** Ends all subscriptions of the owner and tells how many there were. */
export async function removeWebhooks(ctx: Context, owner: WebhookOwner): Promise<number> {
  return ctx.store.transaction((tx) => deleteWebhooksOf(tx, owner));
}
