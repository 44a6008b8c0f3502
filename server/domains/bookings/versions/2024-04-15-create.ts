import { z } from "zod";
import { notBuilt } from "../../../operation.js";
import { instant, language, listUpTo, mailAddress, metadata, textUpTo, zoneName } from "../../../wire.js";
import { maxOccurrences } from "../../event-types/index.js";
import type { GivenSeries } from "../book.js";
import type { BookingWish, NewBooking } from "../contract.js";

/** What the oldest dialect sends to book: once, several occurrences at once, or to move a booking. */

const Name = z.union([
  textUpTo(500).min(1),
  z
    .object({ firstName: textUpTo(250).min(1), lastName: textUpTo(249).optional() })
    .transform(({ firstName, lastName }) => (lastName ? `${firstName} ${lastName}` : firstName)),
]);

const onTeams = notBuilt("round robin comes with the teams").optional();

const Fields = z.object({
  start: instant,
  end: instant.optional(),
  eventTypeId: z.int(),
  timeZone: zoneName,
  language,
  metadata,
  /** Ours in this dialect, which would otherwise have no place for it. */
  emailVerificationCode: z.string().nullish(),
  responses: z
    .object({
      name: Name,
      email: mailAddress,
      guests: listUpTo(30, mailAddress).nullish(),
      location: z.object({ value: z.string(), optionValue: z.string() }).nullish(),
    })
    .catchall(z.unknown()),
  rescheduleUid: z.string().nullish(),
  rescheduledBy: mailAddress.nullish(),
  seatReferenceUid: z.string().nullish(),
  hashedLink: z.string().max(100).nullish(),
  locationUrl: z.string().nullish(),
  _isDryRun: z.boolean().nullish(),
  noEmail: z.boolean().nullish(),
  routedTeamMemberIds: onTeams,
  teamMemberEmail: onTeams,
});

export const CreateBody = Fields.refine(({ noEmail, rescheduleUid }) => !(noEmail && rescheduleUid), {
  error: "is for new bookings: of a move everybody is told",
  path: ["noEmail"],
  params: { rule: "isAbsent" },
}).meta({ id: "CreateBookingInput_2024_04_15" });
export type CreateBody = z.output<typeof CreateBody>;

const locations: Record<string, (answer: string) => NewBooking["location"]> = {
  inPerson: () => ({ type: "address" }),
  link: () => ({ type: "link" }),
  userPhone: () => ({ type: "phone" }),
  attendeeInPerson: (address) => ({ type: "attendeeAddress", address }),
  phone: (phone) => ({ type: "attendeePhone", phone }),
  somewhereElse: (location) => ({ type: "attendeeDefined", location }),
};

export function readCreate(body: CreateBody): BookingWish {
  const { name, email, guests, location, ...answers } = body.responses;
  return {
    start: body.start,
    endsAt: body.end,
    eventTypeId: body.eventTypeId,
    attendee: { name, email, timeZone: body.timeZone, language: body.language },
    guests: guests ?? undefined,
    location: (location && locations[location.value]?.(location.optionValue)) ?? (body.locationUrl || undefined),
    metadata: body.metadata,
    emailVerificationCode: body.emailVerificationCode ?? undefined,
    bookingFieldsResponses: answers,
    privateLinkId: body.hashedLink || undefined,
    isOneOff: true,
    isQuiet: body.noEmail === true,
    moves: moveOf(body),
  };
}

function moveOf({
  rescheduleUid,
  rescheduledBy,
  seatReferenceUid,
  start,
  responses,
}: CreateBody): BookingWish["moves"] {
  if (!rescheduleUid) return undefined;
  const { rescheduleReason: reason } = responses;
  const reschedulingReason = typeof reason === "string" ? reason : undefined;
  const [by, seatUid] = [rescheduledBy ?? undefined, seatReferenceUid ?? undefined];
  return { uid: rescheduleUid, to: { start, rescheduledBy: by, seatUid, reschedulingReason } };
}

const oneAtATime = notBuilt("a dry run tries one booking").or(z.literal(false));

export const RecurringBody = z
  .array(Fields.extend({ recurringEventId: z.string().min(1).max(100).nullish(), _isDryRun: oneAtATime }))
  .min(1, "must contain at least 1 elements")
  .max(maxOccurrences, `must contain no more than ${maxOccurrences} elements`)
  .refine((bodies) => bodies.every(({ rescheduleUid }) => !rescheduleUid), {
    error: "a series is moved one occurrence at a time",
    params: { rule: "isAbsent" },
  });
export type RecurringBody = z.output<typeof RecurringBody>;

/** The occurrences by their starts, and the first name that the caller gives the series. */
export function readRecurring(bodies: RecurringBody): GivenSeries {
  const [first, ...later] = bodies.map(readCreate).sort((a, b) => a.start - b.start);
  if (!first) throw new Error("a list that the schema lets pass is not empty");
  const uid = bodies.find(({ recurringEventId }) => recurringEventId)?.recurringEventId ?? undefined;
  return { occurrences: [first, ...later], uid };
}
