import type { Context } from "../../context.js";
import { findSlots, newExplanation, type SlotQuery } from "../../core/slots/index.js";
import { invalid, notFound } from "../../errors.js";
import { isUuid } from "../../ids.js";
import type { SlotsOf, SlotsRequest, StoredSlots } from "./contract.js";
import type { Found, LoadedFacts } from "./facts.js";
import { recallFacts } from "./recall.js";
import type { SlotsAnswer } from "./view.js";

// A year of quarter hours, day and night, and the most that is found and written without keeping others waiting for long.
export const mostSlots = 36_000;

/** The starts that can be booked now, first to last. What the caller holds is not hidden from him. */
export async function listSlots(ctx: Context, request: SlotsRequest, ownHold?: string): Promise<SlotsAnswer> {
  const query = queryOf(request, ctx.now());
  const of = storedOf(request.of);
  const withoutUids = !request.isExplained && request.rescheduleUid === null;
  const wanted = { exceptHoldUid: isUuid(ownHold) ? ownHold : null, withoutUids };
  return slotsOf(request, query, loadedOf(of, await recallFacts(ctx.store, of, query, wanted)));
}

export const queryOf = (request: SlotsRequest, now: number): SlotQuery => ({
  from: request.from,
  to: request.to,
  zone: request.zone ?? "UTC",
  now,
  durationMinutes: request.durationMinutes,
  rescheduleUid: request.rescheduleUid,
  limit: request.limit ?? mostSlots + 1,
});

/** 404 for what belongs to a team or an organization. */
export function storedOf(of: SlotsOf): StoredSlots {
  if (of.kind === "foreign") throw notFound(`${of.what} with slug ${of.slug} not found`);
  return of;
}

/** 404 for what was not found. */
export function loadedOf(of: StoredSlots, found: Found): LoadedFacts {
  if (typeof found !== "string") return found;
  if (of.kind === "group") throw notFound(`Not all of these users were found: ${of.usernames.join(", ")}`);
  if (of.kind === "slug" && found === "no-user") throw notFound(`User with username ${of.username} not found`);
  throw notFound("Event Type not found");
}

export function slotsOf(request: SlotsRequest, query: SlotQuery, { facts, ownerId }: LoadedFacts): SlotsAnswer {
  const notes = request.isExplained ? newExplanation() : undefined;
  // With an explanation the engine looks at the whole time, whatever the limit.
  const slots = findSlots(facts, query, notes).slice(0, query.limit ?? undefined);
  if (slots.length > mostSlots) throw invalid(`There are more than ${mostSlots} slots; ask for a shorter time.`);
  const explained = notes && { notes, hostIds: facts.hosts.map(({ id }) => id), ownerId };
  return { slots, zone: request.zone, isRange: request.isRange, explained };
}
