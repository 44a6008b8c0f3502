import type { Context } from "../../context.js";
import { invalid } from "../../errors.js";
import { newUuid } from "../../ids.js";
import { lockName } from "../../store/sql.js";
import type { Tx } from "../../store/store.js";
import { proveBooker, redeemProof, withProof } from "../booker-verification/index.js";
import type { BookableEventType } from "../event-types/index.js";
import { recordEvents } from "../events/index.js";
import { ownerOptions, silencedBy } from "./access.js";
import { admitSeries, lockAndLoad, timeWanted, withAlternatives } from "./admit.js";
import { sameRequest } from "./booker.js";
import type { Booking, BookingPlan } from "./booking.js";
import type { NewBooking } from "./contract.js";
import { planBooking } from "./plan.js";
import { hasSeries, insertBookings, listSeries } from "./queries/series.js";
import { redeem } from "./redeem.js";
import { needsConfirmation } from "./rules/status.js";
import { snapshotOf } from "./snapshot.js";
import { type Booked, type Telling, translateConflict } from "./write.js";

/** Requests for the occurrences of one series, the earliest first. */
export interface NewSeries {
  occurrences: [NewBooking, ...NewBooking[]];
  /** What the series is to be known by; a random one unless the caller brings his own. */
  uid?: string;
}

/** Books all occurrences of a series or none of them, in one transaction. */
export async function createSeries(ctx: Context, bookable: BookableEventType, series: NewSeries): Promise<Booked[]> {
  const { occurrences, uid: recurringUid = newUuid() } = series;
  const { eventType, owner } = bookable;
  const [first] = occurrences;
  const options = { ...ownerOptions(ctx, owner.id, first), respectsHolds: ctx.settings.holdsAreStrict };
  const isOverride = options.allowConflicts === true;
  const times = occurrences.map((input) => timeWanted(ctx, bookable, input));
  const wanted = timeWanted(ctx, bookable, first);
  const span = { ...wanted, to: Math.max(...times.map(({ to }) => to)) };
  const proof = await proveBooker(ctx, eventType, occurrences);
  const booking = () =>
    ctx.store.transaction(async (tx) => {
      const facts = await lockAndLoad(tx, span);
      const isPending = needsConfirmation(eventType.confirmationPolicy, wanted.from, wanted.now);
      await redeemProof(tx, proof);
      const same = await sameRequest(tx, isPending, eventType, first);
      if (same) return same.recurringUid ? await listSeries(tx, same.recurringUid) : [same];
      if (series.uid) await checkUnused(tx, series.uid);
      await redeem(tx, wanted, first);
      admitSeries(facts, times, options);
      const decided = { now: wanted.now, isPending, isOverride, recurringUid };
      const plans = occurrences.map((input) =>
        planBooking(bookable, input, { ...timeWanted(ctx, bookable, input), ...decided }),
      );
      const kind = isPending ? "booking.requested" : "booking.created";
      return insertSeries(tx, plans, { kind, silences: silencedBy(ctx, owner.id, first) });
    });
  const bookings = await withProof(ctx, proof, () => withAlternatives(ctx, wanted, () => translateConflict(booking)));
  return bookings.map((booking) => ({ booking }));
}

/** Whoever knows the uid of a series may read and cancel it, so nobody can add to one by naming it. */
async function checkUnused(tx: Tx, uid: string): Promise<void> {
  await lockName(tx, `series ${uid}`);
  if (await hasSeries(tx, uid)) throw invalid(`recurringEventId ${uid} is in use already; choose another one.`);
}

/** COMPAT: every occurrence is told of; the later ones are marked, for only the first one is confirmed by mail. */
async function insertSeries(tx: Tx, plans: readonly BookingPlan[], { kind, silences }: Telling): Promise<Booking[]> {
  const bookings = await insertBookings(tx, plans);
  await recordEvents(
    tx,
    bookings.map((booking, index) => ({
      kind,
      ...snapshotOf(booking, { isLaterOccurrence: index > 0, later: index > 0 ? [] : bookings.slice(1), silences }),
      createdAt: booking.createdAt,
    })),
  );
  return bookings;
}
