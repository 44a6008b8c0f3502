import type { ActingUser, Context } from "../../context.js";
import type { AdmitOptions } from "../../core/slots/index.js";
import { forbidden } from "../../errors.js";
import type { Booking } from "./booking.js";
import type { NewBooking } from "./contract.js";

/** The caller, if he answers for the booking: its organizer, the owner of its event type, or the operator. */
export function hostOf(ctx: Context, booking: Booking): ActingUser | null {
  if (ctx.actor.kind !== "user") return null;
  const { user } = ctx.actor;
  const isHost = user.id === booking.organizer?.id || user.id === booking.eventType?.ownerId || user.isOperator;
  return isHost ? user : null;
}

const isOwner = ({ actor }: Context, ownerId: number): boolean =>
  actor.kind === "user" && (actor.user.id === ownerId || actor.user.isOperator);

/** The owner's flags count for the owner alone; from anybody else they are ignored. */
export function ownerOptions(ctx: Context, ownerId: number, flags: AdmitOptions): AdmitOptions {
  if (!isOwner(ctx, ownerId)) return {};
  const { allowConflicts, allowBookingOutOfBounds, skipBookingLimits } = flags;
  return { allowConflicts, allowBookingOutOfBounds, skipBookingLimits };
}

/** Whom a booking without mails leaves alone: nobody but the owner can keep it from the host. */
export const silencedBy = (ctx: Context, ownerId: number, { isQuiet }: NewBooking) =>
  isQuiet ? (isOwner(ctx, ownerId) ? "everybody" : "attendees") : undefined;

/** Who booked a seat is shown to hosts, and to others only if the event type says so. */
export const mayShowAttendees = (ctx: Context, booking: Booking): boolean =>
  !booking.eventType?.seats || booking.eventType.seats.showAttendeeInfo || hostOf(ctx, booking) !== null;

/** Refuses whoever does not answer for the booking. */
export function checkHost(ctx: Context, booking: Booking): void {
  if (hostOf(ctx, booking)) return;
  const caller = ctx.actor.kind === "user" ? `user with id=${ctx.actor.user.id}` : "the caller";
  throw forbidden(`${caller} does not have access to booking with uid=${booking.uid}`);
}

/** Hosts may bring people into a booking, and so may those who are in it. */
export function mayAddPeople(ctx: Context, booking: Booking): boolean {
  if (ctx.actor.kind !== "user") return false;
  const { email } = ctx.actor.user;
  const attends = booking.attendees.some((attendee) => attendee.email.toLowerCase() === email.toLowerCase());
  return attends || hostOf(ctx, booking) !== null;
}
