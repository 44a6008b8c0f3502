import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import { getHostedBooking } from "./get.js";

/** How a routing form led to the booking: there are none yet, so no booking has a trace. */
export async function getRoutingTrace(ctx: Context, uid: string): Promise<never> {
  await getHostedBooking(ctx, uid);
  throw notFound(`Booking with uid=${uid} has no routing trace.`);
}
