import type { Context } from "../../context.js";
import { forbidden, notFound, unauthenticated } from "../../errors.js";
import { isUuid, newUuid } from "../../ids.js";
import { lockName } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import type { HoldRequest } from "./contract.js";
import type { HoldFacts, PlacedHold } from "./hold.js";
import { deleteHolds, findHold, findHoldFacts, insertHold, loadTaken } from "./queries.js";
import { checkFree, releaseTime, timeToHold, usualHoldMinutes } from "./rules.js";

/** Holds a time for the caller. Working hours do not matter; of several callers at once exactly one gets it. */
export async function placeHold(ctx: Context, request: HoldRequest): Promise<PlacedHold> {
  checkCredential(ctx, request);
  return ctx.store.transaction((tx) => place(ctx, tx, newUuid(), request));
}

/** Moves a hold to another time, or renews it. */
export async function moveHold(ctx: Context, uid: string, request: HoldRequest): Promise<PlacedHold> {
  checkCredential(ctx, request);
  return ctx.store.transaction(async (tx) => {
    await checkHold(tx, uid);
    return place(ctx, tx, uid, request);
  });
}

/** Refuses a uid that holds nothing. */
export async function checkHold(db: Db, uid: string): Promise<void> {
  if (!isUuid(uid) || !(await findHold(db, uid))) throw notFound(`Slot with uid=${uid} not found`);
}

function checkCredential(ctx: Context, { heldMinutes }: HoldRequest): void {
  if (heldMinutes === null || ctx.actor.kind === "user") return;
  throw unauthenticated(
    "reservationDuration can only be used for authenticated requests - use access token, api key or OAuth credentials",
  );
}

async function place(ctx: Context, tx: Tx, uid: string, request: HoldRequest): Promise<PlacedHold> {
  const { eventTypeId, heldMinutes } = request;
  await lockName(tx, `holds of event type ${eventTypeId}`);
  const facts = await findHoldFacts(tx, eventTypeId);
  if (!facts) throw notFound(`Event Type with ID=${eventTypeId} not found`);
  if (heldMinutes !== null) checkOwner(ctx, facts);
  const time = timeToHold(facts, request);
  const now = ctx.now();
  checkFree(facts, await loadTaken(tx, { eventTypeId, time, now, exceptUid: uid }));
  await deleteHolds(tx, uid);
  const minutes = heldMinutes ?? usualHoldMinutes;
  const hold = { uid, eventTypeId, startsAt: time.from, endsAt: time.to, releaseAt: releaseTime(now, minutes) };
  await insertHold(tx, { ...hold, userId: facts.ownerId, isSeat: facts.seatsPerTimeSlot !== null }, now);
  return { ...hold, heldMinutes: minutes };
}

function checkOwner(ctx: Context, { ownerId }: HoldFacts): void {
  if (ctx.actor.kind === "user" && ctx.actor.user.id === ownerId) return;
  throw forbidden(
    "authenticated user is not owner of event type, does not have memberships in common with owner of the event type, nor does belong to event type's team or org.",
  );
}
