import type { Context } from "../context.js";
import { concernsPeople, tellPeople } from "../domains/booking-mails/index.js";
import { bookingTasks, planMeetings } from "../domains/bookings/index.js";
import { getEvents, insertHearings, publishEvents, type Witness } from "../domains/events/index.js";
import { mailTasks } from "../domains/mail/index.js";
import { tellWebhooks, webhookTasks } from "../domains/webhooks/index.js";
import { type Task, taskOfMany } from "../task.js";

/**
 * Plans that people hear of events, by jobs of their own: wording a mail takes many times as long as everything else that follows
 * from an event, and what is told to programs shall not wait for it.
 */
const planHearings: Witness = (_ctx, tx, events) => insertHearings(tx, events.filter(concernsPeople));

/** Who hears of every event in the transaction that puts it into the log: once, in order, and with no time to lose. */
const witnesses: readonly Witness[] = [planMeetings, tellWebhooks, planHearings];

/** Puts events into the log and tells the witnesses. */
async function tellOf(ctx: Context, eventIds: readonly number[]): Promise<void> {
  const told = await publishEvents(ctx, eventIds, witnesses);
  ctx.pulse.ring(told.map(({ userId }) => userId));
}

/** Lets people hear of events; they bear hearing of the same one twice. */
const hearOf = async (ctx: Context, eventIds: readonly number[]): Promise<void> =>
  tellPeople(ctx, await getEvents(ctx.store.db, eventIds));

/** Tells everybody of an event, at once. */
export async function tellListeners(ctx: Context, eventId: number): Promise<void> {
  await tellOf(ctx, [eventId]);
  await hearOf(ctx, [eventId]);
}

const ofEvents = (kind: string, run: (ctx: Context, eventIds: readonly number[]) => Promise<void>): Task =>
  taskOfMany<{ eventId: number }>(kind, (ctx, payloads) =>
    run(
      ctx,
      payloads.map(({ eventId }) => eventId),
    ),
  );

/** Every kind of work that the clock does. */
export const tasks: readonly Task[] = [
  ofEvents("event.tell", tellOf),
  ofEvents("event.hear", hearOf),
  ...bookingTasks,
  ...webhookTasks,
  ...mailTasks,
];
