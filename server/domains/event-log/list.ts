import type { Context } from "../../context.js";
import { type LoggedEvent, listEventsAfter } from "../events/index.js";
import { callerOf } from "../users/index.js";
import type { EventsQuery } from "./contract.js";
import { readCursor, writeCursor } from "./cursor.js";

export interface EventPage {
  events: LoggedEvent[];
  /** Where to read on, also when there is nothing more just now. */
  nextCursor: string;
  hasMore: boolean;
}

/** What happened to the caller's account, the oldest first. */
export async function listLog(ctx: Context, { after, take }: EventsQuery): Promise<EventPage> {
  const { id: userId } = callerOf(ctx);
  const position = after === undefined ? 0 : readCursor(after);
  const found = await listEventsAfter(ctx.store.db, { userId, after: position, take: take + 1 });
  const events = found.slice(0, take);
  return { events, nextCursor: writeCursor(events.at(-1)?.position ?? position), hasMore: found.length > take };
}
