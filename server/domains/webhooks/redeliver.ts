import type { Context } from "../../context.js";
import { conflict } from "../../errors.js";
import { isUuid } from "../../ids.js";
import type { LoggedDelivery } from "./delivery.js";
import { lockOwnWebhook } from "./get.js";
import { unknownDelivery } from "./list-deliveries.js";
import { lockBody, restartDelivery } from "./queries/log.js";
import { sign } from "./sign.js";
import type { Webhook, WebhookOwner } from "./webhook.js";

/** Sends a delivery once more, whatever came of it: the same bytes under the same id, signed with the secret of today. */
export async function redeliver(
  ctx: Context,
  owner: WebhookOwner,
  { webhookId, deliveryId }: { webhookId: string; deliveryId: string },
): Promise<LoggedDelivery> {
  return ctx.store.transaction(async (tx) => {
    const webhook = await lockOwnWebhook(tx, owner, webhookId);
    const body = isUuid(deliveryId) ? await lockBody(tx, webhook.id, deliveryId) : null;
    if (body === null) throw unknownDelivery(deliveryId);
    checkActive(webhook);
    return restartDelivery(tx, deliveryId, sign(body, webhook.secret), ctx.now());
  });
}

/** Refuses to send to a webhook that is switched off, by its owner or by the server. */
export function checkActive({ id, isActive }: Webhook): void {
  if (!isActive) throw conflict(`Webhook (${id}) is not active. PATCH it with active: true first.`);
}
