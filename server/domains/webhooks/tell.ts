import type { Context } from "../../context.js";
import { dayMs, hourMs, minuteMs } from "../../core/time/index.js";
import { newUuid } from "../../ids.js";
import type { Tx } from "../../store/store.js";
import { calendarFilesOf } from "../booking-mails/index.js";
import type { BookingSnapshot, RecordedEvent } from "../events/index.js";
import type { NewDelivery, Subscriber } from "./delivery.js";
import { type Body, renderBody } from "./payload/body.js";
import { envelopeOf, inVersion } from "./payload/envelope.js";
import { insertDeliveries, insertNoShowChecks, type NoShowCheck } from "./queries/deliveries.js";
import { listSubscribers } from "./queries.js";
import { sign } from "./sign.js";
import { triggerOf, waitingTriggers, waitsAfterStart } from "./triggers.js";

/** Prepares a delivery for everybody who subscribed to one of these events. */
export async function tellWebhooks(ctx: Context, tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  const told = events.filter(({ kind }) => triggerOf[kind] !== null);
  if (told.length === 0) return;
  const subscribers = await subscribersOf(tx, told);
  if (subscribers.length === 0) return;
  await insertDeliveries(tx, prepareDeliveries(ctx, told, subscribers), ctx.now());
  await insertNoShowChecks(tx, checksOf(told, subscribers));
}

/** Everybody who may want to hear of one of the events. */
export const subscribersOf = (tx: Tx, events: readonly RecordedEvent[]): Promise<Subscriber[]> =>
  listSubscribers(tx, {
    triggers: [...new Set(events.flatMap(({ kind }) => triggersAt(kind)))],
    userIds: distinct(events.map(({ userId }) => userId)),
    eventTypeIds: distinct(events.map(eventTypeIdOf)),
  });

function triggersAt(kind: RecordedEvent["kind"]): string[] {
  const trigger = triggerOf[kind];
  return [...(trigger ? [trigger] : []), ...(kind === "booking.started" ? waitingTriggers : [])];
}

const distinct = (ids: readonly (number | null)[]): number[] => [...new Set(ids.filter((id) => id !== null))];

const eventTypeIdOf = ({ data }: RecordedEvent): number | null =>
  (data as Partial<BookingSnapshot>).eventType?.id ?? null;

const isConcerned = (subscriber: Subscriber, event: RecordedEvent): boolean =>
  subscriber.userId !== null ? subscriber.userId === event.userId : subscriber.eventTypeId === eventTypeIdOf(event);

/** What each event is to each of those who subscribed to it, rendered and signed. */
export function prepareDeliveries(
  ctx: Context,
  events: readonly RecordedEvent[],
  subscribers: readonly Subscriber[],
): NewDelivery[] {
  return events.flatMap((event) => {
    const trigger = triggerOf[event.kind];
    const concerned = subscribers.filter((one) => trigger && one.triggers.includes(trigger) && isConcerned(one, event));
    if (!trigger || concerned.length === 0) return [];
    const envelope = envelopeOf(trigger, event, ctx.settings.publicUrl);
    const bodies = new Map<string, Body>();
    return concerned.map(({ id: webhookId, secret, payloadTemplate, version }): NewDelivery => {
      const key = `${version} ${payloadTemplate ?? ""}`;
      const rendered =
        bodies.get(key) ??
        renderBody(
          inVersion(version, envelope, () => calendarFilesOf(event, ctx.settings.publicUrl)),
          payloadTemplate,
        );
      bodies.set(key, rendered);
      const { body, contentType } = rendered;
      const { id: eventId, thread } = event;
      return { id: newUuid(), webhookId, eventId, thread, trigger, contentType, body, signature: sign(body, secret) };
    });
  });
}

const unitMs: Record<string, number> = { DAY: dayMs, HOUR: hourMs, MINUTE: minuteMs };

/** When to look who came to a meeting that has just begun, for those who want to hear of who did not. */
function checksOf(events: readonly RecordedEvent[], subscribers: readonly Subscriber[]): NoShowCheck[] {
  const started = events.filter(
    ({ kind, data }) => kind === "booking.started" && isInVideoRoom(data as BookingSnapshot),
  );
  return started.flatMap((event) =>
    subscribers
      .filter((one) => isConcerned(one, event))
      .flatMap(({ id: webhookId, triggers, delayTime, delayUnit }) => {
        const { startsAt } = (event.data as BookingSnapshot).booking;
        const runAt = startsAt + (delayTime ?? 5) * (unitMs[delayUnit ?? "MINUTE"] ?? minuteMs);
        return triggers.filter(waitsAfterStart).map((trigger) => ({ eventId: event.id, webhookId, trigger, runAt }));
      }),
  );
}

/** Cal Video, upstream's own rooms. */
const isInVideoRoom = ({ booking }: BookingSnapshot): boolean =>
  booking.location?.startsWith("integrations:daily") ?? false;
