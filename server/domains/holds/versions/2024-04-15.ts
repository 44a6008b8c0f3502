import { z } from "zod";
import { instantOrDate, instantText } from "../../../wire.js";
import { eventTypeId, type HoldRequest, ReserveSlotOutput, reserveFields } from "../contract.js";
import type { PlacedHold } from "../hold.js";
import type { SlotSelection } from "../select.js";
import { placedHoldView } from "../view.js";

/** `POST /v2/slots/reserve`. */
export const SelectSlotInput = z
  .object({
    eventTypeId,
    slotUtcStartDate: instantOrDate,
    slotUtcEndDate: instantOrDate,
    bookingUid: z.string().nullish(),
    _isDryRun: z.boolean().nullish(),
  })
  .refine((wire) => wire.slotUtcEndDate > wire.slotUtcStartDate, {
    path: ["slotUtcEndDate"],
    error: "must be after slotUtcStartDate",
  })
  .meta({ id: "ReserveSlotInput_2024_04_15" })
  .transform(
    (wire): SlotSelection => ({
      eventTypeId: wire.eventTypeId,
      startsAt: wire.slotUtcStartDate,
      endsAt: wire.slotUtcEndDate,
      bookingUid: wire.bookingUid ?? null,
      isDryRun: wire._isDryRun ?? false,
    }),
  );

/** `/v2/slots/reservations` without its version header: two ways to write the body, and the answer speaks both. */
export const LooseReserveInput = z
  .object({
    ...reserveFields,
    slotStart: instantOrDate.optional(),
    slotUtcStartDate: instantOrDate.optional(),
    slotUtcEndDate: instantOrDate.optional(),
  })
  .meta({ id: "ReserveSlotInput_without_version" })
  .transform((wire, ctx): HoldRequest => {
    const startsAt = wire.slotStart ?? wire.slotUtcStartDate;
    const endsAt = wire.slotStart === undefined ? (wire.slotUtcEndDate ?? null) : null;
    if (startsAt === undefined) ctx.addIssue(wrong("slotStart", "must be a valid ISO 8601 date string"));
    else if (endsAt !== null && endsAt <= startsAt)
      ctx.addIssue(wrong("slotUtcEndDate", "must be after slotUtcStartDate"));
    return {
      eventTypeId: wire.eventTypeId,
      startsAt: startsAt ?? 0,
      endsAt,
      lengthMinutes: wire.slotDuration ?? null,
      heldMinutes: wire.reservationDuration ?? null,
    };
  });

const wrong = (name: string, message: string) => ({
  code: "custom" as const,
  path: [name],
  message,
  params: { rule: "isDateString" },
});

export const LooseReserveOutput = ReserveSlotOutput.extend({
  uid: z.string(),
  slotUtcStartDate: instantText,
  slotUtcEndDate: instantText,
  expiresAt: instantText,
}).meta({ id: "ReserveSlotOutput_without_version" });

export function looseHoldView(hold: PlacedHold) {
  const view = placedHoldView(hold);
  return {
    ...view,
    uid: view.reservationUid,
    slotUtcStartDate: view.slotStart,
    slotUtcEndDate: view.slotEnd,
    expiresAt: view.reservationUntil,
  };
}
