import type { Context } from "../../context.js";
import { invalid, notFound, unauthenticated } from "../../errors.js";
import { brokenConstraint, lockHosts } from "../../store/sql.js";
import type { Tx } from "../../store/store.js";
import { recordEvent } from "../events/index.js";
import { hostOf } from "./access.js";
import type { Booking } from "./booking.js";
import { acceptBooking, endBooking, findBooking, isHostTaken, lockBooking } from "./queries.js";
import { snapshotOf } from "./snapshot.js";

const taken = "Can't confirm this booking because the host already has a booking at this time.";

/** Accepts a pending booking, unless the host is taken by now: of two requests for one slot only one is accepted. */
export async function confirmBooking(ctx: Context, uid: string): Promise<Booking> {
  try {
    return await decide(ctx, uid, async (tx, booking) => {
      if (await isHostTaken(tx, booking)) throw invalid(taken, { details: { rule: "booking" } });
      const now = ctx.now();
      await acceptBooking(tx, booking.id, now);
      const accepted: Booking = { ...booking, status: "accepted", updatedAt: now };
      await recordEvent(tx, { kind: "booking.confirmed", ...snapshotOf(accepted), createdAt: now });
      return accepted;
    });
  } catch (error) {
    if (brokenConstraint(error) === "occupied_times_no_overlap") throw invalid(taken, { details: { rule: "booking" } });
    throw error;
  }
}

/** Turns a pending booking down. */
export async function declineBooking(ctx: Context, uid: string, reason: string | undefined): Promise<Booking> {
  return decide(ctx, uid, async (tx, booking) => {
    const now = ctx.now();
    await endBooking(tx, booking.id, { status: "rejected", now, reason: reason ?? null });
    const icalSequence = booking.icalSequence + 1;
    const rejected: Booking = {
      ...booking,
      status: "rejected",
      rejectionReason: reason ?? null,
      icalSequence,
      updatedAt: now,
    };
    await recordEvent(tx, { kind: "booking.rejected", ...snapshotOf(rejected), createdAt: now });
    return rejected;
  });
}

/** What both decisions share: only a host decides, and only about a booking that is still pending under its lock. */
async function decide(
  ctx: Context,
  uid: string,
  work: (tx: Tx, booking: Booking) => Promise<Booking>,
): Promise<Booking> {
  const found = await findBooking(ctx.store.db, uid);
  if (!found) throw notFound(`Booking with uid=${uid} was not found in the database`);
  if (!hostOf(ctx, found)) throw unauthenticated("Only a host of this booking may confirm or decline it.");
  return ctx.store.transaction(async (tx) => {
    await lockHosts(tx, found.organizer ? [found.organizer.id] : []);
    const { status } = await lockBooking(tx, found.id);
    if (status === "accepted") throw invalid("Booking already confirmed");
    if (status !== "pending") throw invalid(`Booking with uid=${uid} is ${status} and can no longer be decided.`);
    return work(tx, { ...found, status });
  });
}
