/**
 * Where the answers of this server differ on purpose from what is written or recorded of the upstream, each with its reason.
 * A difference that is not here fails the test in which it shows; one that no answer shows any more is reported as stale.
 */

type Schema = Record<string, unknown>;

/** A place of the contract that an answer of ours does not fit. */
export interface Correction {
  /**
   * A schema of the contract, `*` for any part of its name, and the properties that lead to the place (`[]`: the elements);
   * or the operation whose answer has no named schema.
   */
  at: string;
  /** What our answers hold instead. */
  is?: Schema;
  /** What our answers hold besides. */
  or?: Schema;
  reason: string;
}

const misprinted = "The contract is wrong: its generator wrote `object` for a type that it did not know.";
const nullable = "The contract is wrong: it forgot that the value may be null, as recorded";

export const corrections: readonly Correction[] = [
  // Event types
  { at: "*FieldOutput_2024_06_14.isDefault", is: { type: "boolean" }, reason: `${misprinted} 03 § POST minimal` },
  {
    at: "EventTypeOutput_2024_06_14.users.[]",
    is: { type: "object", required: ["id", "name", "username"] },
    reason: "The contract is wrong: users are objects, as recorded. 03 § POST minimal",
  },
  {
    at: "EventTypeOutput_2024_06_14.forwardParamsSuccessRedirect",
    is: { type: "boolean" },
    reason: `${misprinted} 03 § POST minimal`,
  },
  {
    at: "EventTypeOutput_2024_06_14.bookingWindow",
    is: { type: "object" },
    reason: "The contract is wrong: a window is one object, as recorded. 03 § POST minimal",
  },
  {
    at: "EventTypeOutput_2024_06_14.seats",
    or: { type: "object", required: ["disabled"] },
    reason: "The contract is wrong: it forgot the form of event types without seats. 03 § POST minimal",
  },
  {
    at: "EventTypeOutput_2024_06_14.slotInterval",
    is: { type: "number", nullable: true },
    reason: `${misprinted} 03 § POST with every optional field`,
  },
  {
    at: "EventTypeOutput_2024_06_14.successRedirectUrl",
    is: { type: "string", nullable: true },
    reason: `${misprinted} 03 § POST with every optional field`,
  },
  {
    at: "CalVideoSettings.redirectUrlOnExit",
    is: { type: "string", nullable: true },
    reason: `${misprinted} 03 § POST with every optional field`,
  },

  // Schedules
  {
    at: "Schedule*Input_2024_06_11.startTime",
    is: { type: "string", pattern: "^\\d\\d:\\d\\d$" },
    reason: "The contract is wrong: it prints the name of a pattern instead of the pattern.",
  },
  {
    at: "Schedule*Input_2024_06_11.endTime",
    is: { type: "string", pattern: "^\\d\\d:\\d\\d$" },
    reason: "The contract is wrong: it prints the name of a pattern instead of the pattern.",
  },
  {
    at: "ScheduleAvailabilityInput_2024_06_11.days",
    is: { type: "array", items: { type: "string" } },
    reason: "The contract is wrong: it lists the values of an element as values of the array.",
  },
  {
    at: "GetDefaultScheduleOutput_2024_06_11.data",
    or: { type: "null" },
    reason: `${nullable}. 02 § GET default after deleting the default`,
  },

  // Slots
  {
    at: "GET /v2/slots",
    is: {
      type: "object",
      required: ["status", "data"],
      properties: {
        data: {
          type: "object",
          additionalProperties: { type: "array", items: { type: "object", required: ["start"] } },
        },
      },
    },
    reason: "The contract is wrong: it forgot the envelope, and shows starts as texts. 04 § by eventTypeId",
  },
  {
    at: "GetReservedSlotOutput_2024_09_04.data",
    is: {
      type: "object",
      nullable: true,
      required: ["reservationUid", "eventTypeId", "slotStart", "slotEnd", "slotDuration", "reservationUntil"],
    },
    reason: "The contract is wrong: two schemas bear one name, so that this one holds itself. 05 § GET one",
  },

  // Bookings
  {
    at: "*BookingOutput_2024_08_13.rescheduledByEmail",
    or: { type: "null" },
    reason: `${nullable}. 06 § simple, no auth`,
  },
  { at: "*BookingOutput_2024_08_13.rating", or: { type: "null" }, reason: `${nullable}. 06 § simple, no auth` },
  {
    at: "*BookingOutput_2024_08_13.eventTypeId",
    or: { type: "null" },
    reason: "[K] Bookings keep existing without their deleted event type, as the reference says of the column.",
  },
  {
    at: "*BookingOutput_2024_08_13.eventType",
    or: { type: "null" },
    reason: "[K] Bookings keep existing without their deleted event type.",
  },
  {
    at: "BookingHost.id",
    or: { enum: ["unknown"] },
    reason: 'COMPAT: the fields of a deleted organizer are "unknown", as the reference says.',
  },
  {
    at: "MarkAbsentBookingOutput_2024_08_13.data",
    or: { $ref: "#/components/schemas/GetSeatedBookingOutput_2024_08_13" },
    reason: "The contract is wrong: it forgot seated bookings, which have absences too.",
  },
  {
    at: "BookingReferencesOutput_2024_08_13.status",
    is: { enum: ["success"] },
    reason: `${misprinted} 07 § references`,
  },
  {
    at: "CalendarLinksOutput_2024_08_13.status",
    is: { enum: ["success"] },
    reason: `${misprinted} 07 § calendar-links`,
  },
  {
    at: "PaginationMetaDto.currentPage",
    is: { type: "number", minimum: 0 },
    reason:
      "The contract is wrong: without a page there is no first one, as recorded. 07 § list as the other user (none)",
  },

  // Webhooks
  {
    at: "*WebhookOutputDto.id",
    is: { type: "string", format: "uuid" },
    reason: "The contract is wrong: ids of webhooks are UUIDs, as recorded. 10 § POST create",
  },
  { at: "*WebhookOutputDto.payloadTemplate", or: { type: "null" }, reason: `${nullable}. 10 § POST create` },
  {
    at: "*WebhookOutputDto.secret",
    or: { type: "null" },
    reason: `${nullable}. 10 § POST create with payloadTemplate`,
  },
  {
    at: "*WebhookOutputDto.triggers.[]",
    is: { type: "string" },
    reason: "[K] Triggers of later revisions are accepted too (reference of webhooks, list of triggers).",
  },
];
