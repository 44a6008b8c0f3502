import type { Context } from "../../context.js";
import { invalid, unauthenticated } from "../../errors.js";
import { hostOf } from "./access.js";
import type { Booking } from "./booking.js";
import type { CancelBookingInput } from "./contract.js";
import type { BookingEnd } from "./queries.js";

/** What the verb takes: the newest form, and what the oldest dialect says besides. */
export type CancelBooking = CancelBookingInput & {
  /** All occurrences of the series that are still ahead, wherever the one that was named stands. */
  cancelsRemaining?: boolean;
};

/** Refuses what is over or cancelled already, and who may not cancel. */
export function checkCancellable(ctx: Context, booking: Booking, input: CancelBooking): void {
  const { uid, status, eventType } = booking;
  if (status === "cancelled") {
    throw invalid(
      `Can't cancel booking with uid=${uid} because it has been cancelled already. Please provide uid of a booking that is not cancelled.`,
    );
  }
  if (status === "rejected") throw invalid(`Can't cancel booking with uid=${uid} because it has been rejected.`);
  const host = hostOf(ctx, booking);
  if (!host && eventType?.disablesCancelling) throw invalid("This event type does not allow cancellations");
  if (host?.id === booking.organizer?.id && host && !input.cancellationReason) {
    throw invalid("Cancellation reason is required when you are the host");
  }
  if (booking.endsAt <= ctx.now()) throw invalid("Cannot cancel a booking that has already ended");
  if ((input.cancelSubsequentBookings || input.cancelsRemaining) && booking.recurringUid === null) {
    throw invalid(`Booking with bookingUid=${uid} is not part of a recurring booking.`);
  }
  if (eventType?.seats && !input.seatUid && !host) {
    throw unauthenticated("Only the host may cancel a whole seated booking; an attendee passes the seatUid.");
  }
  if (input.seatUid && !eventType?.seats) throw invalid("Invalid seatUid: this booking has no seats.");
}

/** How a cancelled booking ends. */
export const endOf = (ctx: Context, { cancellationReason }: CancelBooking): BookingEnd => ({
  status: "cancelled",
  now: ctx.now(),
  reason: cancellationReason ?? null,
  cancelledBy: ctx.actor.kind === "user" ? ctx.actor.user.email : null,
});

/** The booking as it is after its end. */
export const ended = (booking: Booking, { status, now, reason, cancelledBy = null }: BookingEnd): Booking => ({
  ...booking,
  status,
  cancellationReason: reason,
  cancelledBy,
  icalSequence: booking.icalSequence + 1,
  updatedAt: now,
});
