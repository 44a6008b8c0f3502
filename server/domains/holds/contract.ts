import { z } from "zod";
import type { Instant } from "../../core/time/index.js";
import { instantOrDate, instantText } from "../../wire.js";

/** What is to be held; `endsAt` where the caller named the end instead of a length. */
export interface HoldRequest {
  eventTypeId: number;
  startsAt: Instant;
  endsAt: Instant | null;
  lengthMinutes: number | null;
  heldMinutes: number | null;
}

const longestHold = 366 * 24 * 60;

export const eventTypeId = z.int().min(1).max(2_147_483_647);

export const reserveFields = {
  eventTypeId,
  slotStart: instantOrDate,
  slotDuration: z.int().min(1).max(longestHold).nullish(),
  reservationDuration: z.int().min(1).max(longestHold).nullish(),
};

export const ReserveSlotInput = z
  .object(reserveFields)
  .meta({ id: "ReserveSlotInput_2024_09_04" })
  .transform(
    (wire): HoldRequest => ({
      eventTypeId: wire.eventTypeId,
      startsAt: wire.slotStart,
      endsAt: null,
      lengthMinutes: wire.slotDuration ?? null,
      heldMinutes: wire.reservationDuration ?? null,
    }),
  );

const heldSlot = {
  eventTypeId: z.int(),
  slotStart: instantText,
  slotEnd: instantText,
  slotDuration: z.int(),
  reservationUid: z.string(),
  reservationUntil: instantText,
};

export const GetReservedSlotOutput = z.object(heldSlot).nullable().meta({ id: "GetReservedSlotOutput_2024_09_04" });

export const ReserveSlotOutput = z
  .object({ ...heldSlot, reservationDuration: z.int() })
  .meta({ id: "ReserveSlotOutput_2024_09_04" });

/** A uid in a path is whatever the caller sends; what is no uuid is simply unknown. */
export const uidParam = z.object({ uid: z.string() });
