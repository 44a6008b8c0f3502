import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import { isUuid } from "../../ids.js";
import type { Tx } from "../../store/store.js";
import { findWebhook, lockWebhook } from "./queries.js";
import { checkOwner } from "./rules.js";
import type { Webhook, WebhookOwner } from "./webhook.js";

/** One webhook of the owner: 404 if there is none, 403 if it is somebody else's. */
export async function getWebhook(ctx: Context, owner: WebhookOwner, id: string): Promise<Webhook> {
  return owned(owner, id, isUuid(id) ? await findWebhook(ctx.store.db, id) : null);
}

/** The same, held until the transaction ends. */
export async function lockOwnWebhook(tx: Tx, owner: WebhookOwner, id: string): Promise<Webhook> {
  return owned(owner, id, isUuid(id) ? await lockWebhook(tx, id) : null);
}

function owned(owner: WebhookOwner, id: string, webhook: Webhook | null): Webhook {
  if (!webhook) throw notFound(`Webhook (${id}) not found`);
  checkOwner(webhook, owner);
  return webhook;
}
