import type { Context } from "../../context.js";
import { invalid } from "../../errors.js";
import type { BookingReference } from "./contract/extras.js";
import { getBooking } from "./get.js";

/** What stands for the booking in calendars and video services: nothing, while none can be connected. */
export async function listReferences(ctx: Context, uid: string): Promise<BookingReference[]> {
  const { organizer } = await getBooking(ctx, uid);
  const isOwn = ctx.actor.kind === "user" && ctx.actor.user.id === organizer?.id;
  // COMPAT: 400, where other operations answer 403.
  if (!isOwn) throw invalid(`Booking with uid ${uid} does not belong to user`);
  return [];
}
