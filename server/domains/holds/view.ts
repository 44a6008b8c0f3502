import { minuteMs } from "../../core/time/index.js";
import { writeInstant } from "../../wire.js";
import type { Hold, PlacedHold } from "./hold.js";

export const holdView = (hold: Hold | null) =>
  hold && {
    eventTypeId: hold.eventTypeId,
    slotStart: writeInstant(hold.startsAt),
    slotEnd: writeInstant(hold.endsAt),
    slotDuration: (hold.endsAt - hold.startsAt) / minuteMs,
    reservationUid: hold.uid,
    reservationUntil: writeInstant(hold.releaseAt),
  };

export const placedHoldView = (hold: PlacedHold) => ({
  eventTypeId: hold.eventTypeId,
  slotStart: writeInstant(hold.startsAt),
  slotEnd: writeInstant(hold.endsAt),
  slotDuration: (hold.endsAt - hold.startsAt) / minuteMs,
  reservationUid: hold.uid,
  reservationDuration: hold.heldMinutes,
  reservationUntil: writeInstant(hold.releaseAt),
});
