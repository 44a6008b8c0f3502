import type { ActingUser, Context } from "../../context.js";
import type { Booking } from "./booking.js";

/** The caller, if he answers for the booking: its organizer, the owner of its event type, or the operator. */
export function hostOf(ctx: Context, booking: Booking): ActingUser | null {
  if (ctx.actor.kind !== "user") return null;
  const { user } = ctx.actor;
  const isHost = user.id === booking.organizer?.id || user.id === booking.eventType?.ownerId || user.isOperator;
  return isHost ? user : null;
}

/** Who booked a seat is shown to hosts, and to others only if the event type says so. */
export const mayShowAttendees = (ctx: Context, booking: Booking): boolean =>
  !booking.eventType?.seats || booking.eventType.seats.showAttendeeInfo || hostOf(ctx, booking) !== null;
