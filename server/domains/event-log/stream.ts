import type { Context, Follower } from "../../context.js";
import { minuteMs, secondMs } from "../../core/time/index.js";
import { Refusal } from "../../errors.js";
import { latestPosition, listEventsAfter } from "../events/index.js";
import { callerOf } from "../users/index.js";
import { readCursor, writeCursor } from "./cursor.js";
import { eventView } from "./view.js";

const heartbeatMs = 15 * secondMs;
/** Clients come back by themselves; by then a key that was taken away is noticed. */
const longestMs = 15 * minuteMs;
const portion = 100;

/**
 * The log as server-sent events (WHATWG HTML, 9.2): what happened after a cursor, then what happens, until the client goes,
 * the server stops or a quarter of an hour is over. Without a cursor it begins now. What is refused is refused before it begins.
 */
export function streamLog(ctx: Context, after: string | undefined, gone: AbortSignal): AsyncIterable<string> {
  const { id: userId } = callerOf(ctx);
  const position = after === undefined ? null : readCursor(after);
  const follower = ctx.pulse.follow(userId, gone);
  if (!follower)
    throw new Refusal("too-many", "This account's events are followed by 10 streams already. Close one first.");
  return follow(ctx, userId, follower, position);
}

async function* follow(ctx: Context, userId: number, follower: Follower, after: number | null): AsyncGenerator<string> {
  let position = after ?? (await latestPosition(ctx.store.db));
  // The id of where it begins: a client that loses its connection before the first event misses none.
  yield `retry: 1000\nid: ${writeCursor(position)}\n\n`;
  const endsAt = Date.now() + longestMs;
  let quietSince = Date.now();
  while (!follower.isOver() && Date.now() < endsAt) {
    // Asked for before the look, so that what is told meanwhile is not slept through.
    const next = follower.next(Math.max(0, quietSince + heartbeatMs - Date.now()));
    const events = await listEventsAfter(ctx.store.db, { userId, after: position, take: portion });
    for (const event of events) {
      position = event.position;
      const view = eventView(event, ctx.settings.publicUrl);
      yield `id: ${view.id}\nevent: ${view.type}\ndata: ${JSON.stringify(view)}\n\n`;
    }
    if (events.length > 0) quietSince = Date.now();
    if (events.length === portion) continue;
    await next;
    if (Date.now() - quietSince >= heartbeatMs) {
      quietSince = Date.now();
      yield ": still here\n\n";
    }
  }
}
