import type { Context } from "../../context.js";
import { invalid, unauthenticated } from "../../errors.js";
import { brokenConstraint, lockHosts } from "../../store/sql.js";
import type { Tx } from "../../store/store.js";
import { type EventKind, recordEvents } from "../events/index.js";
import { hostOf } from "./access.js";
import type { Booking } from "./booking.js";
import { getBookingOrSeries } from "./get.js";
import { listSeries, lockSeries } from "./queries/series.js";
import { acceptBookings, endBookings, isHostTaken, lockBooking } from "./queries.js";
import { snapshotOf } from "./snapshot.js";

const taken = "Can't confirm this booking because the host already has a booking at this time.";

/**
 * Accepts a pending booking, unless the host is taken by now: of two requests for one slot only one is accepted. Of a series
 * all pending occurrences are accepted together.
 */
export async function confirmBooking(ctx: Context, uid: string): Promise<Booking> {
  try {
    return await decide(ctx, uid, "booking.confirmed", async (tx, pending) => {
      const now = ctx.now();
      const ids = pending.map(({ id }) => id);
      const [{ organizer }] = pending;
      if (organizer && (await isHostTaken(tx, organizer, ids))) throw invalid(taken, { details: { rule: "booking" } });
      await acceptBookings(tx, ids, now);
      return pending.map((booking) => ({ ...booking, status: "accepted", updatedAt: now }));
    });
  } catch (error) {
    if (brokenConstraint(error) === "occupied_times_no_overlap") throw invalid(taken, { details: { rule: "booking" } });
    throw error;
  }
}

/** Turns a pending booking down; of a series all pending occurrences. */
export async function declineBooking(ctx: Context, uid: string, reason: string | undefined): Promise<Booking> {
  return decide(ctx, uid, "booking.rejected", async (tx, pending) => {
    const now = ctx.now();
    const rejectionReason = reason ?? null;
    const ids = pending.map(({ id }) => id);
    await endBookings(tx, ids, { status: "rejected", now, reason: rejectionReason });
    return pending.map((booking) => ({
      ...booking,
      status: "rejected",
      rejectionReason,
      icalSequence: booking.icalSequence + 1,
      updatedAt: now,
    }));
  });
}

/** One booking, or of a series the first one that still waits, for those who may decide about it. */
export async function getDecidable(ctx: Context, uid: string): Promise<Booking> {
  const found = await getBookingOrSeries(ctx, uid);
  const booking = Array.isArray(found) ? (found.find(({ status }) => status === "pending") ?? found[0]) : found;
  // COMPAT: 401, where other operations answer 403.
  if (!hostOf(ctx, booking)) throw unauthenticated("Only a host of this booking may confirm or decline it.");
  return booking;
}

type Pending = [Booking, ...Booking[]];

/** What both decisions share: only a host decides, and only about what is still pending under its lock. */
async function decide(
  ctx: Context,
  uid: string,
  kind: EventKind,
  work: (tx: Tx, pending: Pending) => Promise<Booking[]>,
): Promise<Booking> {
  const found = await getDecidable(ctx, uid);
  return ctx.store.transaction(async (tx) => {
    await lockHosts(tx, found.organizer ? [found.organizer.id] : []);
    const decided = await work(tx, await lockPending(tx, found));
    await recordEvents(
      tx,
      decided.map((booking, index) => ({
        kind,
        ...snapshotOf(booking, { isLaterOccurrence: index > 0, later: index > 0 ? [] : decided.slice(1) }),
        createdAt: booking.updatedAt,
      })),
    );
    return decided.find((booking) => booking.uid === found.uid) ?? found;
  });
}

/** The booking, and of a series the other occurrences that wait as well. */
async function lockPending(tx: Tx, found: Booking): Promise<Pending> {
  const { uid, recurringUid } = found;
  if (recurringUid) await lockSeries(tx, recurringUid);
  const { status } = await lockBooking(tx, found.id);
  if (status === "accepted") throw invalid("Booking already confirmed");
  if (status !== "pending") throw invalid(`Booking with uid=${uid} is ${status} and can no longer be decided.`);
  const occurrences = recurringUid ? await listSeries(tx, recurringUid) : [];
  return [{ ...found, status }, ...occurrences.filter((one) => one.status === "pending" && one.uid !== uid)];
}
