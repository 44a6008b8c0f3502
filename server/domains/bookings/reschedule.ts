import type { Context } from "../../context.js";
import type { Instant } from "../../core/time/index.js";
import { invalid, notFound } from "../../errors.js";
import { newUid } from "../../ids.js";
import { endWith } from "../../store/transaction.js";
import { hostOf, ownerOptions } from "./access.js";
import { admitTime, lockAndLoad, withAlternatives } from "./admit.js";
import type { Booking, BookingPlan } from "./booking.js";
import type { RescheduleBookingInput } from "./contract.js";
import { checkMovable, currentOf, timeOf } from "./moving.js";
import { findBooking, leaveBooking, lockBooking } from "./queries.js";
import { moveSeat } from "./reschedule-seat.js";
import { hostsOfOne } from "./rules/request.js";
import { needsConfirmation } from "./rules/status.js";
import { type Booked, insertFirst, joinBooking, translateConflict } from "./write.js";

/** Moves a booking: a new one takes its place, the old one is left cancelled. Of several moves at once one wins. */
export async function rescheduleBooking(ctx: Context, uid: string, input: RescheduleBookingInput): Promise<Booked> {
  const found = await findBooking(ctx.store.db, uid);
  if (!found) throw notFound(`Booking with uid=${uid} was not found in the database`);
  checkMovable(ctx, found);
  if (input.rrHostSubsetIds) throw hostsOfOne("rrHostSubsetIds", found.eventType?.id);
  if (found.eventType?.seats && !(hostOf(ctx, found) && !input.seatUid)) return moveSeat(ctx, found, input);
  const { eventType, organizer } = found;
  if (!eventType || !organizer) throw invalid(`Can't reschedule booking with uid=${uid}: its host no longer exists.`);
  const wanted = { ...timeOf(found, input), eventTypeId: eventType.id, hostId: organizer.id, now: ctx.now() };
  const options = { ...ownerOptions(ctx, eventType.ownerId, input), respectsHolds: ctx.settings.holdsAreStrict };
  const moving = () =>
    ctx.store.transaction(async (tx) => {
      const [facts, state] = await Promise.all([lockAndLoad(tx, wanted), lockBooking(tx, found.id)]);
      const old = await currentOf(tx, found, state);
      checkMovable(ctx, old);
      const { joins } = admitTime(facts, wanted, { ...options, seats: old.attendees.length });
      const rescheduledBy = input.rescheduledBy ?? hostOf(ctx, old)?.email ?? null;
      const isPending =
        !isByHost(ctx, old, input) && needsConfirmation(eventType.confirmationPolicy, wanted.from, wanted.now);
      const plan = planMove(old, input, {
        ...wanted,
        rescheduledBy,
        isPending,
        isOverride: options.allowConflicts === true,
      });
      await leaveBooking(tx, old.id, rescheduledBy, wanted.now);
      const telling = { kind: isPending ? "booking.requested" : "booking.rescheduled", from: old } as const;
      // Where others sit already, all who are moved sit down with them.
      return joins ? joinBooking(tx, joins.uid, plan, telling) : endWith(insertFirst(tx, plan, telling));
    });
  return withAlternatives(ctx, wanted, () => translateConflict(moving));
}

/** A move by the host needs nobody's word. */
const isByHost = (ctx: Context, old: Booking, { rescheduledBy }: RescheduleBookingInput): boolean =>
  hostOf(ctx, old) !== null || rescheduledBy?.toLowerCase() === old.organizer?.email.toLowerCase();

interface DecidedMove {
  from: Instant;
  to: Instant;
  now: Instant;
  rescheduledBy: string | null;
  isPending: boolean;
  isOverride: boolean;
}

function planMove(old: Booking, input: RescheduleBookingInput, decided: DecidedMove): BookingPlan {
  const { from, to, now, rescheduledBy, isPending, isOverride } = decided;
  return {
    ...old,
    uid: newUid(),
    startsAt: from,
    endsAt: to,
    status: isPending ? "pending" : "accepted",
    responses: { ...old.responses, ...(input.reschedulingReason && { rescheduledReason: input.reschedulingReason }) },
    icalSequence: old.icalSequence + 1,
    fromUid: old.uid,
    isRescheduled: false,
    rescheduledBy,
    reschedulingReason: input.reschedulingReason ?? null,
    cancellationReason: null,
    cancelledBy: null,
    createdAt: now,
    updatedAt: now,
    isBlocking: !isPending,
    isOverride,
  };
}
