import type { Context } from "../context.js";
import { tellPeople } from "../domains/booking-mails/index.js";
import { bookingTasks, planMeetings } from "../domains/bookings/index.js";
import { getEvents, publishEvents, type RecordedEvent, type Witness } from "../domains/events/index.js";
import { mailTasks } from "../domains/mail/index.js";
import { tellWebhooks, webhookTasks } from "../domains/webhooks/index.js";
import { type Task, taskOfMany } from "../task.js";

/** Who hears of every event in the transaction that puts it into the log: once, in order, and with no time to lose. */
const witnesses: readonly Witness[] = [planMeetings, tellWebhooks];

/** Who hears of every event after that; a listener must bear hearing of the same one twice. */
const listeners: ((ctx: Context, event: RecordedEvent) => Promise<void>)[] = [tellPeople];

/** Puts events into the log and tells everybody of them. */
async function tellOf(ctx: Context, eventIds: readonly number[]): Promise<void> {
  await publishEvents(ctx, eventIds, witnesses);
  ctx.pulse.ring();
  for (const event of await getEvents(ctx.store.db, eventIds)) for (const listen of listeners) await listen(ctx, event);
}

/** Tells every listener of an event. */
export const tellListeners = (ctx: Context, eventId: number): Promise<void> => tellOf(ctx, [eventId]);

const tellEvents = taskOfMany<{ eventId: number }>("event.tell", (ctx, payloads) =>
  tellOf(
    ctx,
    payloads.map(({ eventId }) => eventId),
  ),
);

/** Every kind of work that the clock does. */
export const tasks: readonly Task[] = [tellEvents, ...bookingTasks, ...webhookTasks, ...mailTasks];
