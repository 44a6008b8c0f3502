import type { Context } from "../../context.js";
import { forbidden, invalid, notFound } from "../../errors.js";
import { findUser } from "../users/index.js";
import { hostOf } from "./access.js";
import type { Reassigned } from "./contract/extras.js";
import { getBooking } from "./get.js";

/** Gives the booking to another free host. An event type of one person has no other, so this always ends in a refusal. */
export async function reassignBooking(ctx: Context, uid: string): Promise<Reassigned> {
  await checkReassigner(ctx, uid);
  throw invalid("Can't reassign the booking because no other host is available at that time.");
}

/** Gives the booking to a certain host of its round robin. */
export async function reassignBookingTo(ctx: Context, uid: string, userId: number): Promise<Reassigned> {
  await checkReassigner(ctx, uid);
  if (!(await findUser(ctx.store.db, userId))) throw notFound(`User with id=${userId} was not found in the database`);
  throw invalid(
    `User with id=${userId} is not a valid Round Robin host - the user to which you reassign this booking must be one of the booking hosts.`,
  );
}

/** Refuses who may not give the booking away. */
export async function checkReassigner(ctx: Context, uid: string): Promise<void> {
  const booking = await getBooking(ctx, uid);
  if (!hostOf(ctx, booking)) throw forbidden("You do not have permission to reassign this booking");
}
