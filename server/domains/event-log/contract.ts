import { z } from "zod";
import { instantText, queryInt } from "../../wire.js";

const cursor = z.string().max(100);

export const EventsQuery = z.object({
  after: cursor.optional(),
  take: queryInt(1, 250).default(100),
});
export type EventsQuery = z.output<typeof EventsQuery>;

export const StreamQuery = z.object({ after: cursor.optional() });

export const EventOutput = z
  .object({
    id: z.string(),
    type: z.string(),
    createdAt: instantText,
    subject: z.string(),
    triggerEvent: z.string().nullable(),
    payload: z.record(z.string(), z.unknown()),
  })
  .meta({ id: "AccountEvent" });
