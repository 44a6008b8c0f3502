import { describe, expect, test } from "vitest";
import { at, facts, host, hours } from "../../../test/engine/build.js";
import { findSlots, findStarts, type HostFacts, type SlotQuery } from "./index.js";

/** Questions meant to hold up the loop. How long they take is measured by `bench/engine.ts`; here they must be answered at all. */
const year: SlotQuery = {
  from: at("2027-01-01"),
  to: at("2028-01-01T23:59:59Z"),
  zone: "America/New_York",
  now: at("2026-12-01"),
  durationMinutes: null,
  rescheduleUid: null,
};

const minutes = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

function team(size: number, lines: (i: number) => string[]): HostFacts[] {
  return Array.from({ length: size }, (_, i) =>
    host(hours(i % 2 ? "Europe/Rome" : "Australia/Lord_Howe", ...lines(i))),
  );
}

describe("a year of minutes", () => {
  const everyMinute = { lengthMinutes: 30, slotIntervalMinutes: 1, scheduling: "roundRobin" } as const;

  test("200 hosts whose hours all differ a little", () => {
    const hosts = team(200, (i) => [`0-6 ${minutes(300 + i)}-${minutes(1_000 + i)}`]);
    const shifted = facts(everyMinute, hosts);
    expect(findStarts(shifted, year).length).toBeGreaterThan(300_000);
  });

  test("200 hosts who never sleep", () => {
    const sleepless = facts(
      everyMinute,
      team(200, () => ["0-6 00:00-23:59"]),
    );
    expect(findStarts(sleepless, year).length).toBeGreaterThan(500_000);
  });

  test("the first ten are the first ten of all", () => {
    const sleepless = facts(
      everyMinute,
      team(1, () => ["0-6 00:00-23:59"]),
    );
    const day = { ...year, to: at("2027-01-02") };
    expect(findSlots(sleepless, { ...year, limit: 10 })).toEqual(findSlots(sleepless, day).slice(0, 10));
  });
});

test("offsets and steps beyond any window", () => {
  const one = host(hours("UTC", "0-6 00:00-23:59"));
  const week = { ...year, to: at("2027-01-08") };
  expect(findSlots(facts({ offsetStartMinutes: 1_000_000 }, [one]), week)).toEqual([]);
  expect(findSlots(facts({ slotIntervalMinutes: 1_000_000_000 }, [one]), week)).toHaveLength(1);
  expect(findSlots(facts({ lengthMinutes: 1_000_000_000 }, [one]), week)).toEqual([]);
});

test("windows of centuries are refused, or need no look where they roll", () => {
  const one = host(hours("UTC", "0-6 00:00-23:59"));
  const centuries = { ...year, to: at("9999-12-31") };
  expect(() => findSlots(facts({}, [one]), centuries)).toThrow(RangeError);
  const rolling = { bookingWindow: { kind: "calendarDays", days: 3, isRolling: true } } as const;
  expect(findSlots(facts(rolling, [one]), { ...centuries, from: at("9990-01-01") })).toEqual([]);
  expect(findSlots(facts(rolling, [one]), { ...centuries, from: year.now }).length).toBe(52);
});

test("a window that ends before it begins", () => {
  const one = facts({}, [host(hours("UTC", "0-6 00:00-23:59"))]);
  expect(findSlots(one, { ...year, to: year.from - 1 })).toEqual([]);
});

test("many overlapping busy times in any order", () => {
  const calendarBlocks = Array.from({ length: 20_000 }, (_, i) => {
    const startsAt = year.from + ((i * 7_919) % 20_000) * 1_500_000;
    return { startsAt, endsAt: startsAt + (i % 40) * 86_400_000 };
  });
  const one = facts({}, [host(hours("UTC", "0-6 00:00-23:59"), { calendarBlocks })]);
  expect(findSlots(one, year)).toEqual([]);
});
