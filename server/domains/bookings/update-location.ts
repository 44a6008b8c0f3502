import type { Context } from "../../context.js";
import type { Booking } from "./booking.js";
import type { UpdateLocationInput } from "./contract/extras.js";
import { getHostedBooking } from "./get.js";
import { getLocked, setLocation } from "./queries.js";
import { namedLocation } from "./rules/location.js";

/** Moves a booking to another place. */
export async function updateLocation(ctx: Context, uid: string, { location }: UpdateLocationInput): Promise<Booking> {
  const booking = await getHostedBooking(ctx, uid);
  if (!location) return booking;
  return ctx.store.transaction(async (tx) => {
    await setLocation(tx, booking.id, namedLocation(location), ctx.now());
    return getLocked(tx, uid);
  });
}
