import type { BookingSnapshot, SnapshotAbsence } from "../../events/index.js";

/** The `payload` of BOOKING_NO_SHOW_UPDATED: who was marked, and no more of the booking than which one it is. */
export function noShowUpdatedPayload({ booking, absences = [] }: BookingSnapshot): Record<string, unknown> {
  return {
    message: absences.map(sentenceOf).join(", "),
    bookingUid: booking.uid,
    bookingId: booking.id,
    attendees: absences.map(({ email, isAbsent }) => ({ email, noShow: isAbsent })),
  };
}

const sentenceOf = ({ email, isAbsent }: SnapshotAbsence): string =>
  `${email} ${isAbsent ? "marked" : "unmarked"} as no-show`;
