import { z } from "zod";
import { queryBoolean, queryInt } from "../../wire.js";
import { withoutNulls } from "./contract/body.js";
import { readChanges, readNewEventType } from "./contract/changes.js";
import { CreateBody, UpdateBody } from "./contract/input.js";

export { DeletedEventType, EventTypeOutput } from "./contract/output.js";

/** COMPAT: null means something for the slot interval alone, its documented value for "as long as the event". */
const nullable = "slotInterval";

export const CreateEventTypeInput = withoutNulls(CreateBody, nullable).transform(readNewEventType);
export const UpdateEventTypeInput = withoutNulls(UpdateBody, nullable).transform(readChanges);

const Query = z.object({
  username: z.string().optional(),
  eventSlug: z.string().optional(),
  usernames: z
    .string()
    .transform((text) => text.split(",").map((name) => name.trim()))
    .meta({ override: { type: "string", examples: ["ann,ben"] } })
    .optional(),
  orgSlug: z.string().optional(),
  orgId: queryInt(0, 2_147_483_647).optional(),
  sortCreatedAt: z.enum(["asc", "desc"]).optional(),
  take: queryInt(1, 250).optional(),
  skip: queryInt(0, 2_147_483_647).optional(),
});

/** `isPrivate`: only the caller's own, which older dialects mean whatever else was sent. */
export type ListEventTypesQuery = z.output<typeof Query> & { isPrivate?: boolean };

export const ListEventTypesQuery: z.ZodType<ListEventTypesQuery> = Query;

/** Ours: no shape of it is known. */
export const SchedulingConfig = z
  .object({
    eventTypeId: z.int(),
    schedulingType: z.null(),
    scheduleId: z.int().nullable(),
    hosts: z.array(z.object({ userId: z.int() })),
  })
  .meta({ id: "SchedulingConfig" });

export const PublicEventTypeQuery = z.object({ org: z.string().optional(), isTeamEvent: queryBoolean.optional() });
