import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import { getHostedBooking } from "./get.js";

/** What happened in the video room of a booking. There are no rooms yet, so nobody finds one. */
export async function listFromVideoRoom(ctx: Context, uid: string): Promise<never[]> {
  await getHostedBooking(ctx, uid);
  throw notFound(`No Cal Video reference found with booking uid ${uid}`);
}
