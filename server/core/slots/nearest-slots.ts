import type { Instant } from "../time/index.js";
import type { Slot, SlotFacts, SlotQuery } from "./facts.js";
import { findSlots } from "./find-slots.js";

/**
 * Up to `count` slots of the window that can still be booked, those nearest to `instant` first; of two equally near ones
 * the earlier. For telling someone whose slot is gone what else there is.
 */
export function nearestSlots(facts: SlotFacts, query: SlotQuery, instant: Instant, count: number): Slot[] {
  const slots = findSlots(facts, query).filter((slot) => slot.seats === null || slot.seats.remaining > 0);
  const nearest: Slot[] = [];
  let after = slots.findIndex((slot) => slot.startsAt >= instant);
  if (after < 0) after = slots.length;
  let before = after - 1;
  while (nearest.length < count && (before >= 0 || after < slots.length)) {
    const isEarlierNearer = instant - startAt(slots, before) <= startAt(slots, after) - instant;
    nearest.push(slots[isEarlierNearer ? before-- : after++]!);
  }
  return nearest;
}

/** Infinitely far away where the list ends. */
function startAt(slots: readonly Slot[], index: number): Instant {
  return slots[index]?.startsAt ?? (index < 0 ? -Infinity : Infinity);
}
