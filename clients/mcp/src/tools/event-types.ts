import { z } from "zod";
import { recordOf } from "../api.js";
import { Misuse, reads, sets, tool } from "../tool.js";
import { eventTypeId, listOf, textOf, versions } from "./wire.js";

const version = versions.eventTypes;

const EventTypeView = z.object({
  id: z.number(),
  slug: z.string(),
  title: z.string(),
  lengthMinutes: z.number(),
  lengthOptions: z.array(z.number()).optional(),
  description: z.string().optional(),
  scheduleId: z.number().optional(),
  needsConfirmation: z.boolean().optional(),
  hidden: z.boolean().optional(),
  locations: z.array(z.string()).optional(),
  questions: z.array(z.record(z.string(), z.unknown())).optional().describe("required ones go to book's answers"),
});

export const listEventTypes = tool({
  name: "list_event_types",
  title: "List event types",
  description: "What can be booked: the caller's event types, or those that a username offers, with their questions.",
  input: z.strictObject({ username: z.string().optional(), eventTypeSlug: z.string().optional() }),
  output: z.object({ eventTypes: z.array(EventTypeView) }),
  annotations: reads,
  uses: ["listEventTypes"],
  run: async (api, { username, eventTypeSlug }) => {
    const query = { username, eventSlug: eventTypeSlug };
    const { data } = await api({ method: "GET", path: "/event-types", version, query });
    return { eventTypes: listOf(data).map(eventTypeView) };
  },
});

export const saveEventType = tool({
  name: "save_event_type",
  title: "Make or change an event type",
  description: "Makes an event type, or with eventTypeId changes the given fields of one.",
  input: z.strictObject({
    eventTypeId: eventTypeId.optional(),
    title: z.string().optional(),
    slug: z.string().optional(),
    lengthMinutes: z.int().positive().optional(),
    description: z.string().optional(),
    scheduleId: z.int().positive().optional(),
    minimumNoticeMinutes: z.int().min(0).optional(),
    bufferBeforeMinutes: z.int().min(0).optional(),
    bufferAfterMinutes: z.int().min(0).optional(),
    slotIntervalMinutes: z.int().positive().optional(),
    needsConfirmation: z.boolean().optional(),
    hidden: z.boolean().optional(),
  }),
  output: EventTypeView,
  annotations: sets,
  uses: ["createEventType", "updateEventType"],
  run: async (api, { eventTypeId, ...fields }) => {
    const body = bodyOf(fields);
    if (eventTypeId !== undefined) {
      return eventTypeView((await api({ method: "PATCH", path: `/event-types/${eventTypeId}`, version, body })).data);
    }
    const { title, slug, lengthInMinutes } = body;
    if (!(title && slug && lengthInMinutes)) throw new Misuse("A new event type needs title, slug and lengthMinutes.");
    return eventTypeView((await api({ method: "POST", path: "/event-types", version, body })).data);
  },
});

interface Fields {
  title?: string;
  slug?: string;
  lengthMinutes?: number;
  description?: string;
  scheduleId?: number;
  minimumNoticeMinutes?: number;
  bufferBeforeMinutes?: number;
  bufferAfterMinutes?: number;
  slotIntervalMinutes?: number;
  needsConfirmation?: boolean;
  hidden?: boolean;
}

function bodyOf({ needsConfirmation, ...fields }: Fields) {
  const confirmationPolicy = needsConfirmation
    ? { type: "always", blockUnconfirmedBookingsInBooker: false }
    : { disabled: true };
  return {
    title: fields.title,
    slug: fields.slug,
    lengthInMinutes: fields.lengthMinutes,
    description: fields.description,
    scheduleId: fields.scheduleId,
    minimumBookingNotice: fields.minimumNoticeMinutes,
    beforeEventBuffer: fields.bufferBeforeMinutes,
    afterEventBuffer: fields.bufferAfterMinutes,
    slotInterval: fields.slotIntervalMinutes,
    hidden: fields.hidden,
    ...(needsConfirmation !== undefined && { confirmationPolicy }),
  };
}

function eventTypeView(eventType: unknown): z.output<typeof EventTypeView> {
  const { id, lengthInMinutes, lengthInMinutesOptions, scheduleId, confirmationPolicy, hidden, ...rest } =
    recordOf(eventType);
  const options = listOf(lengthInMinutesOptions).map(Number);
  const asked = listOf(rest.bookingFields).flatMap(questionOf);
  const places = listOf(rest.locations).flatMap((place) => textOf(place, "integration") ?? textOf(place, "type") ?? []);
  return {
    id: Number(id),
    slug: textOf(eventType, "slug") ?? "",
    title: textOf(eventType, "title") ?? "",
    lengthMinutes: Number(lengthInMinutes),
    ...(options.length > 0 && { lengthOptions: options }),
    description: textOf(eventType, "description"),
    ...(typeof scheduleId === "number" && { scheduleId }),
    ...(textOf(confirmationPolicy, "type") && { needsConfirmation: true }),
    ...(hidden === true && { hidden }),
    ...(places.length > 0 && { locations: places }),
    ...(asked.length > 0 && { questions: asked }),
  };
}

/** The booker's name and address are arguments of their own; the other default questions are optional. */
function questionOf(field: unknown): Record<string, unknown>[] {
  const { slug, type, label, required, options, isDefault, hidden } = recordOf(field);
  if (hidden === true || (isDefault === true && (required !== true || slug === "name" || slug === "email"))) return [];
  return [{ slug, type, label, required: required === true, ...(Array.isArray(options) && { options }) }];
}
