import { z } from "zod";
import { idParam, op } from "../../operation.js";
import {
  CreateEventTypeInput,
  DeletedEventType,
  EventTypeOutput,
  ListEventTypesQuery,
  PublicEventTypeQuery,
  SchedulingConfig,
  UpdateEventTypeInput,
} from "./contract.js";
import { createEventType } from "./create.js";
import { deleteEventType } from "./delete.js";
import { getEventType, getOwnEventType } from "./get.js";
import { listEventTypes } from "./list.js";
import { getPublicEventType, listPublicEventTypes } from "./public.js";
import { updateEventType } from "./update.js";
import { v20240415 } from "./versions/2024-04-15.js";
import { deletedEventTypeView, eventTypeListView, eventTypeView, schedulingConfigView } from "./view.js";

const params = z.object({ eventTypeId: idParam });
const tag = "Event Types";

export const eventTypeRoutes = [
  op("POST", "/v2/event-types", {
    id: "createEventType",
    tag,
    summary: "Make an event type",
    auth: "required",
    scope: "EVENT_TYPE_WRITE",
    body: CreateEventTypeInput,
    run: (ctx, { body }) => createEventType(ctx, body),
    view: eventTypeView,
    response: EventTypeOutput,
    older: { "2024-04-15": v20240415.create },
  }),
  op("GET", "/v2/event-types", {
    id: "listEventTypes",
    tag,
    summary: "List event types of a user name, or the caller's own",
    auth: "optional",
    scope: "EVENT_TYPE_READ",
    query: ListEventTypesQuery,
    run: (ctx, { query }) => listEventTypes(ctx, query),
    view: eventTypeListView,
    response: z.array(EventTypeOutput),
    older: { "2024-04-15": v20240415.list },
  }),
  op("GET", "/v2/event-types/{eventTypeId}", {
    id: "getEventType",
    tag,
    summary: "Read an event type",
    auth: "required",
    scope: "EVENT_TYPE_READ",
    params,
    run: (ctx, { params }) => getEventType(ctx, params.eventTypeId),
    view: eventTypeView,
    response: EventTypeOutput,
    older: { "2024-04-15": v20240415.get },
  }),
  op("PATCH", "/v2/event-types/{eventTypeId}", {
    id: "updateEventType",
    tag,
    summary: "Change the given fields of an event type",
    auth: "required",
    scope: "EVENT_TYPE_WRITE",
    params,
    body: UpdateEventTypeInput,
    guard: (ctx, { eventTypeId }) => getOwnEventType(ctx, eventTypeId),
    run: (ctx, { params, body }) => updateEventType(ctx, params.eventTypeId, body),
    view: eventTypeView,
    response: EventTypeOutput,
    older: { "2024-04-15": v20240415.update },
  }),
  op("DELETE", "/v2/event-types/{eventTypeId}", {
    id: "deleteEventType",
    tag,
    summary: "Delete an event type; its bookings stay",
    auth: "required",
    scope: "EVENT_TYPE_WRITE",
    params,
    run: (ctx, { params }) => deleteEventType(ctx, params.eventTypeId),
    view: deletedEventTypeView,
    response: DeletedEventType,
    older: { "2024-04-15": v20240415.delete },
  }),
  op("GET", "/v2/event-types/{eventTypeId}/history", {
    id: "listEventTypeHistory",
    tag,
    summary: "What was changed on an event type: no record of it is kept",
    auth: "required",
    scope: "EVENT_TYPE_READ",
    params,
    run: (ctx, { params }) => getEventType(ctx, params.eventTypeId),
    view: () => [],
    response: z.array(z.unknown()),
  }),
  op("GET", "/v2/event-types/{eventTypeId}/scheduling-config", {
    id: "getSchedulingConfig",
    tag,
    summary: "Who hosts the bookings of an event type, and by which schedule",
    auth: "required",
    scope: "EVENT_TYPE_READ",
    params,
    run: (ctx, { params }) => getEventType(ctx, params.eventTypeId),
    view: schedulingConfigView,
    response: SchedulingConfig,
  }),
  op("GET", "/v2/event-types/{username}/{eventSlug}/public", {
    id: "getPublicEventType",
    tag,
    summary: "What the booking page of an event type shows, in the form of 2024-04-15",
    auth: "none",
    scope: "open",
    params: z.object({ username: z.string(), eventSlug: z.string() }),
    query: PublicEventTypeQuery,
    guard: (ctx, params) => getPublicEventType(ctx, params, {}),
    run: (ctx, { params, query }) => getPublicEventType(ctx, params, query),
    ...v20240415.publicPage,
  }),
  op("GET", "/v2/event-types/{username}/public", {
    id: "listPublicEventTypes",
    tag,
    summary: "What a person offers to everybody, in the form of 2024-04-15",
    auth: "none",
    scope: "open",
    params: z.object({ username: z.string() }),
    run: (ctx, { params }) => listPublicEventTypes(ctx, params.username),
    ...v20240415.publicList,
  }),
];
