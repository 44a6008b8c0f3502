import type { Context } from "../../context.js";
import { forbidden, notFound } from "../../errors.js";
import type { Tx } from "../../store/store.js";
import { callerOf } from "../users/index.js";
import { findWebhook, lockWebhook } from "./queries.js";
import type { Webhook } from "./webhook.js";

/** One webhook of the caller: 404 if there is none, 403 if it is somebody else's. */
export async function getWebhook(ctx: Context, id: string): Promise<Webhook> {
  return checkOwner(ctx, id, isUuid(id) ? await findWebhook(ctx.store.db, id) : null);
}

/** The same, held until the transaction ends. */
export async function lockOwnWebhook(ctx: Context, tx: Tx, id: string): Promise<Webhook> {
  return checkOwner(ctx, id, isUuid(id) ? await lockWebhook(tx, id) : null);
}

const isUuid = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

function checkOwner(ctx: Context, id: string, webhook: Webhook | null): Webhook {
  const { id: callerId } = callerOf(ctx);
  if (!webhook) throw notFound(`Webhook (${id}) not found`);
  if (webhook.userId === callerId) return webhook;
  throw forbidden(
    `IsUserWebhookGuard - user with id=(${callerId}) is not the owner of webhook with id=(${webhook.id})`,
  );
}
