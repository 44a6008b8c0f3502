import type { Context } from "../../context.js";
import { invalid, notFound } from "../../errors.js";
import { isUuid } from "../../ids.js";
import type { DeliveriesQuery } from "./contract/deliveries.js";
import type { LoggedAttempt, LoggedDelivery } from "./delivery.js";
import { getWebhook } from "./get.js";
import { findDelivery, listAttempts, listDeliveries } from "./queries/log.js";
import type { WebhookOwner } from "./webhook.js";

/** One page of the log, and where the next one begins; null after the last. */
export interface LogPage {
  deliveries: LoggedDelivery[];
  nextCursor: string | null;
}

/** What was sent to a webhook of the owner, the newest first. */
export async function listLog(
  ctx: Context,
  owner: WebhookOwner,
  { webhookId, take, status, cursor }: DeliveriesQuery & { webhookId: string },
): Promise<LogPage> {
  const { id } = await getWebhook(ctx, owner, webhookId);
  const before = cursor === undefined ? null : readCursor(cursor);
  const found = await listDeliveries(ctx.store.db, { webhookId: id, status, before, take: take + 1 });
  const deliveries = found.slice(0, take);
  const last = deliveries.at(-1);
  return { deliveries, nextCursor: found.length > take && last ? writeCursor(last) : null };
}

const writeCursor = ({ createdAt, id }: LoggedDelivery): string =>
  Buffer.from(`${createdAt} ${id}`).toString("base64url");

function readCursor(cursor: string): { createdAt: number; id: string } {
  const [time, id] = Buffer.from(cursor, "base64url").toString().split(" ");
  if (!/^\d{1,15}$/.test(time ?? "") || !isUuid(id)) throw invalid("cursor is none that this list has given.");
  return { createdAt: Number(time), id };
}

export interface DeliveryStory {
  delivery: LoggedDelivery;
  attempts: LoggedAttempt[];
}

/** One delivery with its attempts. */
export async function getDelivery(
  ctx: Context,
  owner: WebhookOwner,
  { webhookId, deliveryId }: { webhookId: string; deliveryId: string },
): Promise<DeliveryStory> {
  const { id } = await getWebhook(ctx, owner, webhookId);
  const delivery = isUuid(deliveryId) ? await findDelivery(ctx.store.db, id, deliveryId) : null;
  if (!delivery) throw unknownDelivery(deliveryId);
  return { delivery, attempts: await listAttempts(ctx.store.db, delivery.id) };
}

export const unknownDelivery = (id: string) => notFound(`Delivery (${id}) not found`);
