import type { Context } from "../../context.js";
import { invalid } from "../../errors.js";
import type { BookingWish, NewBooking } from "./contract.js";
import { createBooking } from "./create.js";
import { createSeries } from "./create-series.js";
import { rescheduleBooking } from "./reschedule.js";
import { resolveEventType } from "./resolve.js";
import { checkSeries } from "./rules/occurrences.js";
import { isBlocked } from "./rules/people.js";
import { checkRequest } from "./rules/request.js";
import type { Booked } from "./write.js";

/** Books; the oldest dialect moves a booking by the same operation. */
export async function book(ctx: Context, { moves, ...input }: BookingWish): Promise<Booked | Booked[]> {
  return moves ? rescheduleBooking(ctx, moves.uid, moves.to) : createBooking(ctx, withoutBlocked(ctx, input));
}

/** Guests who may not come are left out, and nobody is told. */
const withoutBlocked = ({ settings }: Context, input: NewBooking): NewBooking => ({
  ...input,
  guests: input.guests?.filter((email) => !isBlocked(settings.blockedEmails, email)),
});

/** Occurrences of one event type that the caller has worked out himself. */
export interface GivenSeries {
  occurrences: [NewBooking, ...NewBooking[]];
  uid?: string;
}

/** Books all of them or none, like a series whose starts are worked out here. */
export async function bookGivenSeries(ctx: Context, series: GivenSeries): Promise<Booked[]> {
  const [first, ...later] = series.occurrences;
  const invited = (input: NewBooking): NewBooking => withoutBlocked(ctx, input);
  const occurrences: GivenSeries["occurrences"] = [invited(first), ...later.map(invited)];
  const bookable = await resolveEventType(ctx, first);
  checkSeries(bookable.eventType, occurrences);
  for (const input of occurrences) checkRequest(ctx, bookable, input);
  return createSeries(ctx, bookable, { occurrences, uid: series.uid });
}

/** What rings the hosts of a team at once means nothing to one person. */
export async function bookInstantly(ctx: Context, input: NewBooking): Promise<never> {
  await resolveEventType(ctx, input);
  throw invalid("Instant bookings are only supported for team event types, not individual user event types.");
}
