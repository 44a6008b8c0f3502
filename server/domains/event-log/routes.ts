import { z } from "zod";
import { op } from "../../operation.js";
import { CursorPage } from "../../wire.js";
import { EventOutput, EventsQuery, StreamQuery } from "./contract.js";
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
    run: async (ctx, { query, headers, gone }) => streamLog(ctx, headers["last-event-id"] ?? query.after, gone),
    view: (stream) => stream,
    response: z.string(),
    isStream: true,
  }),
];
