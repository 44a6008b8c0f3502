import type { Context } from "../../context.js";
import type { Attendee } from "./booking.js";
import { getHostedBooking } from "./get.js";

/** Everybody in a booking, the booker first. */
export async function listAttendees(ctx: Context, uid: string): Promise<Attendee[]> {
  return (await getHostedBooking(ctx, uid)).attendees;
}
