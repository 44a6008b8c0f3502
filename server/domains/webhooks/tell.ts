import type { Context } from "../../context.js";
import { newUuid } from "../../ids.js";
import type { BookingSnapshot, RecordedEvent } from "../events/index.js";
import type { NewDelivery } from "./delivery.js";
import { renderBody } from "./payload/body.js";
import { envelopeOf } from "./payload/envelope.js";
import { insertDeliveries, listSubscribers } from "./queries.js";
import { sign } from "./sign.js";
import { triggerOf } from "./triggers.js";

/** Prepares a delivery for everybody who subscribed to an event; told twice, it prepares each only once. */
export async function tellWebhooks(ctx: Context, event: RecordedEvent): Promise<void> {
  const trigger = triggerOf[event.kind];
  if (!trigger) return;
  const snapshot = event.data as BookingSnapshot;
  const owner = { userId: event.userId, eventTypeId: snapshot.eventType?.id ?? null };
  const subscribers = await listSubscribers(ctx.store.db, trigger, owner);
  if (subscribers.length === 0) return;
  const envelope = envelopeOf(trigger, snapshot, { createdAt: event.createdAt, bookerUrl: ctx.settings.publicUrl });
  const deliveries = subscribers.map(({ id, secret, payloadTemplate }): NewDelivery => {
    const { body, contentType } = renderBody(envelope, payloadTemplate);
    const signature = sign(body, secret);
    return { id: newUuid(), webhookId: id, eventId: event.id, trigger, contentType, body, signature };
  });
  await insertDeliveries(ctx.store.db, deliveries, ctx.now());
}
