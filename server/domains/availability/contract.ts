import { z } from "zod";
import { dayMs, type Instant, secondMs } from "../../core/time/index.js";
import { idParam } from "../../operation.js";
import { instantOrDate, instantText, queryBoolean, queryInt, zoneName } from "../../wire.js";

/** What is asked of the slots, whichever dialect it was asked in. */
export interface SlotsRequest {
  of: SlotsOf;
  from: Instant;
  to: Instant;
  /** null: nobody said, so UTC it is. */
  zone: string | null;
  durationMinutes: number | null;
  isRange: boolean;
  rescheduleUid: string | null;
  limit: number | null;
  isExplained: boolean;
}

/** The ways to name what is to be booked. `foreign` are those that need a team or an organization: there are none yet. */
export type SlotsOf = StoredSlots | { kind: "foreign"; what: "Team" | "Organization"; slug: string };

export type StoredSlots =
  | { kind: "id"; eventTypeId: number }
  | { kind: "slug"; username: string; slug: string }
  | { kind: "group"; usernames: string[] };

export const slotFormat = z
  .string()
  .toLowerCase()
  .pipe(z.enum(["range", "time"]))
  .meta({ override: { type: "string", enum: ["range", "time"] } });

export const names = z
  .union([z.string(), z.array(z.string())])
  .transform((given) =>
    [given]
      .flat()
      .flatMap((text) => text.split(","))
      .filter(Boolean),
  )
  .meta({ override: { type: "string", examples: ["alice,bob"] } });

export const duration = queryInt(1, 366 * 24 * 60);

const mostAtOnce = 10_000;

/** `GET /v2/slots`. The names of the older form are understood where the proper one is missing; any other is refused. */
export const SlotsQuery = z
  .strictObject({
    start: instantOrDate.optional(),
    end: instantOrDate.optional(),
    eventTypeId: idParam.optional(),
    eventTypeSlug: z.string().optional(),
    username: z.string().optional(),
    usernames: names.optional(),
    teamSlug: z.string().optional(),
    organizationSlug: z.string().optional(),
    timeZone: zoneName.optional(),
    duration: duration.optional(),
    format: slotFormat.optional(),
    bookingUidToReschedule: z.string().optional(),
    rrHostSubsetIds: z.union([z.string(), z.array(z.string())]).optional(),
    limit: queryInt(1, mostAtOnce).optional(),
    explain: queryBoolean.optional(),
    startTime: instantOrDate.optional(),
    endTime: instantOrDate.optional(),
    slotFormat: slotFormat.optional(),
    rescheduleUid: z.string().optional(),
    orgSlug: z.string().optional(),
    usernameList: names.optional(),
    "usernameList[]": names.optional(),
  })
  .transform((wire, ctx): SlotsRequest => {
    const end = wire.end ?? wire.endTime;
    const listed = wire.usernameList ?? wire["usernameList[]"] ?? [];
    return slotsRequest(ctx, {
      start: { name: "start", value: wire.start ?? wire.startTime },
      end: { name: "end", value: end === undefined ? undefined : endOfDay(end) },
      named: {
        eventTypeId: wire.eventTypeId,
        slug: wire.eventTypeSlug,
        username: wire.username ?? (listed.length === 1 ? listed[0] : undefined),
        usernames: wire.usernames ?? listed,
        teamSlug: wire.teamSlug,
        organizationSlug: wire.organizationSlug ?? wire.orgSlug ?? null,
      },
      zone: wire.timeZone,
      durationMinutes: wire.duration,
      format: wire.format ?? wire.slotFormat,
      rescheduleUid: wire.bookingUidToReschedule ?? wire.rescheduleUid,
      limit: wire.limit,
      isExplained: wire.explain,
    });
  });

/** COMPAT: an end at midnight UTC means the whole day that begins then, said as a date or to the second. */
function endOfDay(end: Instant): Instant {
  return end % dayMs === 0 ? end + dayMs - secondMs : end;
}

/** What was asked, with the ends of the range under the names by which a fault of theirs is told. */
interface Asked {
  start: { name: string; value: Instant | undefined };
  end: { name: string; value: Instant | undefined };
  named: Named;
  zone?: string;
  durationMinutes?: number;
  format?: "range" | "time";
  rescheduleUid?: string;
  limit?: number;
  isExplained?: boolean;
}

/** The request, or every fault of it. */
export function slotsRequest(ctx: z.RefinementCtx, { start, end, named, ...how }: Asked): SlotsRequest {
  const [from, to, of] = [start.value, end.value, slotsOf(named)];
  if (from === undefined) ctx.addIssue(missing(start.name));
  if (to === undefined) ctx.addIssue(missing(end.name));
  if (typeof of === "string") ctx.addIssue(unnamed(of));
  if (from === undefined || to === undefined || typeof of === "string") return z.NEVER;
  if (to - from > longestMs) ctx.addIssue(tooLong(end.name));
  return {
    of,
    from,
    to,
    zone: how.zone ?? null,
    durationMinutes: how.durationMinutes ?? null,
    isRange: how.format === "range",
    rescheduleUid: how.rescheduleUid || null,
    limit: how.limit ?? null,
    isExplained: how.isExplained ?? false,
  };
}

const longestMs = 366 * dayMs;

const tooLong = (name: string) => ({
  code: "custom" as const,
  path: [name],
  message: "must not be more than 366 days after the start",
  params: { rule: "max" },
});

const unnamed = (message: string) => ({
  code: "custom" as const,
  path: ["eventTypeId"],
  message,
  params: { rule: "isDefined" },
});

const missing = (name: string) => ({
  code: "custom" as const,
  path: [name],
  message: "must be a valid ISO 8601 date string",
  params: { rule: "isDateString" },
});

interface Named {
  eventTypeId: number | undefined;
  slug: string | undefined;
  username: string | undefined;
  usernames: string[];
  teamSlug: string | undefined;
  organizationSlug: string | null;
}

const mostInGroup = 50;

/** What is named, or the sentence that says what is wrong with it. The id wins over everything else. */
function slotsOf(named: Named): SlotsOf | string {
  const { eventTypeId, slug, username, teamSlug, organizationSlug } = named;
  if (eventTypeId !== undefined) return { kind: "id", eventTypeId };
  const usernames = [...new Set(named.usernames)];
  const isGroup = usernames.length > 1;
  if (usernames.length > mostInGroup) return `usernames must name at most ${mostInGroup} people`;
  if (organizationSlug && ((slug && (username || teamSlug)) || isGroup))
    return foreign("Organization", organizationSlug);
  if (slug && username) return { kind: "slug", username, slug };
  if (slug && teamSlug) return foreign("Team", teamSlug);
  if (isGroup) return { kind: "group", usernames };
  return "Name the event type by eventTypeId, by eventTypeSlug with username or teamSlug, or a group by at least 2 usernames.";
}

const foreign = (what: "Team" | "Organization", slug: string): SlotsOf => ({ kind: "foreign", what, slug });

export const SlotOutput = z
  .object({
    start: instantText,
    end: instantText.optional(),
    seatsBooked: z.int().optional(),
    seatsRemaining: z.int().optional(),
    seatsTotal: z.int().optional(),
    bookingUid: z.string().optional(),
  })
  .meta({ id: "SlotOutput_2024_09_04" });

/** Many queries at once, each written like the one of `GET /v2/slots`; numbers may be numbers. */
export const BulkSlotsInput = z
  .object({
    queries: z.array(z.record(z.string(), z.unknown())).min(1).max(50),
    limitPerQuery: z.int().min(1).max(mostAtOnce).nullish(),
  })
  .meta({ id: "BulkSlotsInput" });
export type BulkSlotsInput = z.output<typeof BulkSlotsInput>;

/** By the date of the start in the booker's zone. */
export const SlotsOutput = z.record(z.string(), z.array(SlotOutput)).meta({ id: "SlotsOutput_2024_09_04" });

/** In the order of the queries. */
export const BulkSlotsOutput = z
  .array(
    z.object({
      status: z.enum(["success", "error"]),
      data: SlotsOutput.optional(),
      error: z.object({ code: z.string(), message: z.string() }).optional(),
    }),
  )
  .meta({ id: "BulkSlotsOutput" });
