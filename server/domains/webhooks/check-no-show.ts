import type { Context } from "../../context.js";
import { newUuid } from "../../ids.js";
import { findBooking } from "../bookings/index.js";
import { getEvents, type MeetingSnapshot } from "../events/index.js";
import { renderBody } from "./payload/body.js";
import { noShowEnvelope } from "./payload/no-show.js";
import { insertDeliveries } from "./queries/deliveries.js";
import { findWebhook } from "./queries.js";
import { sign } from "./sign.js";
import type { WaitingTrigger } from "./triggers.js";

export interface NoShowPayload {
  eventId: number;
  webhookId: string;
  trigger: WaitingTrigger;
}

/**
 * Some time after the start: whether a host, or every guest, is missing. [K] The server has no video rooms of its own to count
 * people in, so missing is who was marked as absent by then.
 */
export async function checkNoShow(ctx: Context, { eventId, webhookId, trigger }: NoShowPayload): Promise<void> {
  const [webhook, [event]] = await Promise.all([
    findWebhook(ctx.store.db, webhookId),
    getEvents(ctx.store.db, [eventId]),
  ]);
  if (!webhook?.isActive || !webhook.triggers.includes(trigger) || !event) return;
  const snapshot = event.data as MeetingSnapshot;
  const booking = await findBooking(ctx.store.db, snapshot.booking.uid);
  if (booking?.status !== "accepted" || booking.startsAt !== snapshot.booking.startsAt) return;
  const participants = booking.attendees;
  const isMissing =
    trigger === "AFTER_HOSTS_CAL_VIDEO_NO_SHOW"
      ? booking.isHostAbsent
      : participants.length > 0 && participants.every(({ isAbsent }) => isAbsent);
  if (!isMissing) return;
  const people = participants.map(({ seat: _, ...person }) => person);
  const envelope = noShowEnvelope({ trigger, snapshot, participants: people, webhook, at: ctx.now() });
  const { body, contentType } = renderBody(envelope, webhook.payloadTemplate);
  const signature = sign(body, webhook.secret);
  const { thread } = event;
  const delivery = { id: newUuid(), webhookId, eventId, thread, trigger, contentType, body, signature };
  await ctx.store.transaction((tx) => insertDeliveries(tx, [delivery], ctx.now()));
}
