import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import type { Attendee } from "./booking.js";
import { listAttendees } from "./list-attendees.js";

/** One attendee of this booking; those of other bookings are not found here. */
export async function getAttendee(ctx: Context, uid: string, attendeeId: number): Promise<Attendee> {
  const attendee = (await listAttendees(ctx, uid)).find(({ id }) => id === attendeeId);
  if (!attendee) throw notFound(`Attendee with id=${attendeeId} was not found in the booking with uid=${uid}`);
  return attendee;
}
