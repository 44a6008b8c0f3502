import type { Context } from "../../context.js";
import type { Instant } from "../../core/time/index.js";
import { notFound } from "../../errors.js";
import { isUuid, newUuid } from "../../ids.js";
import { countAttendees, countLiveHolds, findHoldFacts, insertHold } from "./queries.js";
import { checkHolds, releaseTime, usualHoldMinutes } from "./rules.js";

/** What the oldest clients ask for. */
export interface SlotSelection {
  eventTypeId: number;
  startsAt: Instant;
  endsAt: Instant;
  bookingUid: string | null;
  isDryRun: boolean;
}

/**
 * COMPAT: selects a slot as 2024-04-15 did: nobody looks whether it is free, one uid may hold several, and a seat is held
 * only in a booking that exists. The answer is the uid in any case.
 */
export async function selectSlot(
  ctx: Context,
  selection: SlotSelection,
  cookieUid: string | undefined,
): Promise<string> {
  const { eventTypeId, startsAt, endsAt } = selection;
  const uid = isUuid(cookieUid) ? cookieUid : newUuid();
  return ctx.store.transaction(async (tx) => {
    const facts = await findHoldFacts(tx, eventTypeId);
    if (!facts) throw notFound(`Event Type with ID=${eventTypeId} not found`);
    const seats = facts.seatsPerTimeSlot;
    if (selection.isDryRun) return uid;
    if (seats !== null) {
      const taken = selection.bookingUid ? await countAttendees(tx, eventTypeId, selection.bookingUid) : null;
      if (taken === null || taken >= seats) return uid;
    }
    const now = ctx.now();
    checkHolds(await countLiveHolds(tx, eventTypeId, now, uid));
    const hold = { uid, eventTypeId, startsAt, endsAt, releaseAt: releaseTime(now, usualHoldMinutes) };
    await insertHold(tx, { ...hold, userId: facts.ownerId, isSeat: seats !== null }, now);
    return uid;
  });
}
