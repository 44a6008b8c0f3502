import type { Context } from "../context.js";
import { tellPeople } from "../domains/booking-mails/index.js";
import { getEvent, type RecordedEvent } from "../domains/events/index.js";
import { mailTasks } from "../domains/mail/index.js";
import { tellWebhooks, webhookTasks } from "../domains/webhooks/index.js";
import { type Task, task } from "../task.js";

/** Who hears of every event; a listener must bear hearing of the same one twice. */
const listeners: ((ctx: Context, event: RecordedEvent) => Promise<void>)[] = [tellWebhooks, tellPeople];

/** Tells every listener of an event. */
export async function tellListeners(ctx: Context, eventId: number): Promise<void> {
  const event = await getEvent(ctx.store.db, eventId);
  if (!event) return;
  for (const listen of listeners) await listen(ctx, event);
}

const tellEvent = task<{ eventId: number }>("event.tell", (ctx, { eventId }) => tellListeners(ctx, eventId));

/** Every kind of work that the clock does. */
export const tasks: readonly Task[] = [tellEvent, ...webhookTasks, ...mailTasks];
