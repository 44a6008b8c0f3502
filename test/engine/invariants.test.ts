import { describe, expect, test } from "vitest";
import {
  admit,
  findSlots,
  findStarts,
  nearestSlots,
  newExplanation,
  removalsOf,
  type SlotFacts,
} from "../../server/core/slots/index.js";
import { newSearch } from "../../server/core/slots/search.js";
import { covers, subtract, union } from "../../server/core/slots/spans.js";
import { rangesOf } from "../../server/core/slots/starts.js";
import { minuteMs } from "../../server/core/time/index.js";
import { type Case, newDice, randomCase } from "./random-case.js";

/** What must hold whatever is asked, tried on random questions. */
const cases = Array.from({ length: 1_000 }, (_, i) => randomCase(i + 1));
const lengthOf = ({ facts, query }: Case) => (query.durationMinutes ?? facts.event.lengthMinutes) * minuteMs;

/** Cases whose answer for one part of the window does not depend on the other parts. */
function isLocal({ facts: { event } }: Case): boolean {
  return !event.onlyShowFirstAvailableSlot && !("isRolling" in event.bookingWindow && event.bookingWindow.isRolling);
}

describe("slots", () => {
  test("are ascending, unique, of one length, within the window", () => {
    for (const example of cases) {
      const { facts, query } = example;
      const slots = findSlots(facts, query);
      const odd = slots.filter(({ startsAt, endsAt }, i) => {
        const isAscending = i === 0 || startsAt > slots[i - 1]!.startsAt;
        const isInWindow = startsAt > query.from - minuteMs && startsAt >= query.now && endsAt <= query.to + 1_000;
        return !isAscending || !isInWindow || endsAt - startsAt !== lengthOf(example);
      });
      expect(odd).toEqual([]);
    }
  });

  test("never overlap what keeps a fixed host busy, buffers included", () => {
    for (const { facts, query } of cases) {
      const slots = findSlots(facts, query);
      const fixed = facts.hosts.filter((host) => facts.event.scheduling !== "roundRobin" || host.isFixed);
      for (const booking of fixed.flatMap((host) => host.bookings)) {
        if (booking.isPending || booking.uid === query.rescheduleUid) continue;
        if (booking.isOwnEventType && facts.event.seatsPerTimeSlot !== null) continue;
        const from = booking.startsAt - (booking.bufferBeforeMinutes + facts.event.bufferAfterMinutes) * minuteMs;
        const to = booking.endsAt + (booking.bufferAfterMinutes + facts.event.bufferBeforeMinutes) * minuteMs;
        expect(slots.filter((slot) => slot.startsAt < to && from < slot.endsAt)).toEqual([]);
      }
    }
  });

  test("can all be booked, unless their seats are taken", () => {
    for (const { facts, query } of cases) {
      const refused = findSlots(facts, query).filter((slot) => {
        const admission = admit(facts, query, { from: slot.startsAt, to: slot.endsAt });
        const isFull = admission.kind === "refused" && admission.rule === "seats-full" && slot.seats?.remaining === 0;
        return admission.kind === "refused" && !isFull;
      });
      expect(refused).toEqual([]);
    }
  });

  test("what can be booked lies where slots may lie", () => {
    for (const [i, example] of cases.entries()) {
      const { facts, query } = example;
      const minute = Math.ceil(query.from / minuteMs) + newDice(i).int((query.to - query.from) / minuteMs);
      const at = { from: minute * minuteMs, to: minute * minuteMs + lengthOf(example) };
      const ranges = rangesOf(newSearch(facts, { ...query, from: at.from, to: at.to }), null);
      if (admit(facts, query, at).kind === "free" && isLocal(example)) {
        const isNoticed = at.from >= query.now + Math.max(1, facts.event.noticeMinutes) * minuteMs;
        if (isNoticed) expect(covers(ranges, at.from, at.to)).toBe(true);
      }
    }
  });

  test("one more busy time makes nothing bookable that was not", () => {
    for (const [i, { facts, query }] of cases.entries()) {
      const dice = newDice(i + 99);
      const startsAt = query.from + dice.int(query.to - query.from);
      const block = { startsAt, endsAt: startsAt + dice.int(240) * minuteMs };
      const busier: SlotFacts = {
        ...facts,
        hosts: facts.hosts.map((host) => ({ ...host, calendarBlocks: [...host.calendarBlocks, block] })),
      };
      if (!isLocal({ facts, query })) continue;
      const gained = findSlots(busier, query).filter((slot) => {
        const at = { from: slot.startsAt, to: slot.endsAt };
        return slot.seats?.remaining !== 0 && admit(facts, query, at).kind !== "free";
      });
      expect(gained).toEqual([]);
    }
  });

  test("of two halves of a window are those of the whole, where it is cut in closed time", () => {
    let compared = 0;
    for (const [i, example] of cases.entries()) {
      const { facts, query } = example;
      const cut = Math.round((query.from + newDice(i).next() * (query.to - query.from)) / 900_000) * 900_000;
      const ranges = union(rangesOf(newSearch(facts, query), null));
      if (!isLocal(example) || cut <= query.from || cut >= query.to) continue;
      if (ranges.some((edge, e) => e % 2 === 0 && edge < cut + 1_000 && ranges[e + 1]! >= cut)) continue;
      const halves = [...findStarts(facts, { ...query, to: cut }), ...findStarts(facts, { ...query, from: cut })];
      expect(halves).toEqual(findStarts(facts, query));
      compared++;
    }
    expect(compared).toBeGreaterThan(200);
  });

  test("the first few are the first few", () => {
    for (const { facts, query } of cases) {
      const all = findSlots(facts, query);
      expect(findSlots(facts, { ...query, limit: 3 })).toEqual(all.slice(0, 3));
      expect(findStarts(facts, query)).toEqual(all.map((slot) => slot.startsAt));
    }
  });

  test("nearest ones are offered ones with seats left, none nearer left out", () => {
    for (const { facts, query } of cases) {
      const middle = (query.from + query.to) / 2;
      const distance = ({ startsAt }: { startsAt: number }) => Math.abs(startsAt - middle);
      const open = findSlots(facts, query).filter((slot) => slot.seats?.remaining !== 0);
      const sorted = open.map(distance).sort((a, b) => a - b);
      expect(nearestSlots(facts, query, middle, 4).map(distance)).toEqual(sorted.slice(0, 4));
    }
  });
});

describe("explanations", () => {
  test("change nothing", () => {
    for (const { facts, query } of cases) {
      expect(findSlots(facts, query, newExplanation())).toEqual(findSlots(facts, query));
    }
  });

  test("leave no minute of a single host unexplained, and lie within the window", () => {
    for (const { facts, query } of cases.filter(({ facts }) => facts.hosts.length === 1)) {
      if (facts.event.scheduling === "managed") continue;
      const explanation = newExplanation();
      const slots = findSlots(facts, query, explanation);
      const removals = removalsOf(explanation, facts.hosts[0]!.id);
      expect(removals.filter((removal) => removal.from < query.from || removal.to > query.to)).toEqual([]);
      const accounted = union([
        ...removals.flatMap((removal) => [removal.from, removal.to]),
        ...slots.flatMap((slot) => [slot.startsAt, slot.endsAt]),
      ]);
      expect(subtract([query.from, query.to], accounted)).toEqual([]);
    }
  });
});
