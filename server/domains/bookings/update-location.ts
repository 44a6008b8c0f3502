import type { Context } from "../../context.js";
import { recordEvent } from "../events/index.js";
import type { Booking } from "./booking.js";
import type { UpdateLocationInput } from "./contract/extras.js";
import { getHostedBooking } from "./get.js";
import { getLocked, setLocation } from "./queries.js";
import { namedLocation } from "./rules/location.js";
import { snapshotOf } from "./snapshot.js";

/** Moves a booking to another place. */
export async function updateLocation(ctx: Context, uid: string, { location }: UpdateLocationInput): Promise<Booking> {
  const booking = await getHostedBooking(ctx, uid);
  if (!location) return booking;
  return ctx.store.transaction(async (tx) => {
    const now = ctx.now();
    await setLocation(tx, booking.id, namedLocation(location), now);
    const moved = await getLocked(tx, uid);
    await recordEvent(tx, { kind: "booking.location-updated", ...snapshotOf(moved), createdAt: now });
    return moved;
  });
}
