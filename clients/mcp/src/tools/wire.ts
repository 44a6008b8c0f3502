import { z } from "zod";
import { recordOf } from "../api.js";
import { isZone } from "../zone.js";

/** The version of each domain that these tools speak. */
export const versions = {
  slots: "2024-09-04",
  bookings: "2024-08-13",
  eventTypes: "2024-06-14",
  schedules: "2024-06-11",
} as const;

export const eventTypeId = z.int().positive();
export const uid = z.string().min(1).describe("uid of the booking");
export const timeZone = z.string().refine(isZone, "is no IANA time zone, such as Europe/Rome");
export const zoneOfTimes = timeZone.optional().describe("IANA zone for the times in the answer");
/** With an offset, because a time without one means another hour to everybody who reads it. */
export const start = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/, "must be ISO 8601 with Z or an offset")
  .describe("ISO 8601 with Z or offset");

/** An event type by its id, or by its owner's user name and its slug. */
export const eventTypeRef = {
  eventTypeId: eventTypeId.optional(),
  username: z.string().optional().describe("with eventTypeSlug, instead of eventTypeId"),
  eventTypeSlug: z.string().optional(),
};

export interface EventTypeRef {
  eventTypeId?: number;
  username?: string;
  eventTypeSlug?: string;
}

export const namesEventType = ({ eventTypeId, username, eventTypeSlug }: EventTypeRef): boolean =>
  eventTypeId !== undefined || (username !== undefined && eventTypeSlug !== undefined);

export const whichEventType = "Say eventTypeId, or username and eventTypeSlug; list_event_types tells both.";

export const refOf = ({ eventTypeId, username, eventTypeSlug }: EventTypeRef): EventTypeRef =>
  eventTypeId === undefined ? { username, eventTypeSlug } : { eventTypeId };

/** A property of an answer as text, or undefined. */
export function textOf(value: unknown, name: string): string | undefined {
  const found = recordOf(value)[name];
  return typeof found === "string" && found !== "" ? found : undefined;
}

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
