import { z } from "zod";
import { op } from "../../operation.js";
import { CursorPage } from "../../wire.js";
import { EventOutput, EventsQuery, StreamQuery } from "./contract.js";
import { readCursor } from "./cursor.js";
import { listLog } from "./list.js";
import { streamLog } from "./stream.js";
import { eventView } from "./view.js";

const tag = "Events";

export const eventLogRoutes = [
  op("GET", "/v2/events", {
    id: "listEvents",
    tag,
    summary: "List what happened to the caller's account, the oldest first",
    auth: "required",
    scope: "BOOKING_READ",
    query: EventsQuery,
    run: (ctx, { query }) => listLog(ctx, query),
    view: ({ events }, ctx) => events.map((event) => eventView(event, ctx.settings.publicUrl)),
    response: z.array(EventOutput),
    pagination: ({ nextCursor, hasMore }) => ({ nextCursor, hasMore }),
    paginationResponse: CursorPage,
  }),
  op("GET", "/v2/stream", {
    id: "streamEvents",
    tag,
    summary: "Follow what happens to the caller's account, as server-sent events",
    auth: "required",
    scope: "BOOKING_READ",
    query: StreamQuery,
    run: async (ctx, { query, headers }) => {
      const after = headers["last-event-id"] ?? query.after;
      // A wrong cursor is refused before the stream begins.
      if (after !== undefined) readCursor(after);
      return streamLog(ctx, after);
    },
    view: (stream) => stream,
    response: z.string(),
    isStream: true,
  }),
];
