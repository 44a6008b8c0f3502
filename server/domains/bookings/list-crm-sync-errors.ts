import type { Context } from "../../context.js";
import { getHostedBooking } from "./get.js";

/** What went wrong when a CRM was told of the booking: nothing, while none can be connected. */
export async function listCrmSyncErrors(ctx: Context, uid: string): Promise<never[]> {
  await getHostedBooking(ctx, uid);
  return [];
}
