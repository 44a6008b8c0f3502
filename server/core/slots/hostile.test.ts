import { describe, expect, test } from "vitest";
import { at, facts, host, hours } from "../../../test/engine/build.js";
import { findSlots, findStarts, type HostFacts, type SlotQuery } from "./index.js";

/** Questions meant to hold up the loop. The bounds are wide: they tell linear from quadratic, not fast from slow. */
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

function milliseconds(run: () => unknown): number {
  run();
  const times = [1, 2, 3].map(() => {
    const begin = performance.now();
    run();
    return performance.now() - begin;
  });
  return Math.min(...times);
}

describe("a year of minutes", () => {
  const everyMinute = { lengthMinutes: 30, slotIntervalMinutes: 1, scheduling: "roundRobin" } as const;

  test("200 hosts whose hours all differ a little", () => {
    const hosts = team(200, (i) => [`0-6 ${minutes(300 + i)}-${minutes(1_000 + i)}`]);
    const shifted = facts(everyMinute, hosts);
    expect(findStarts(shifted, year).length).toBeGreaterThan(300_000);
    expect(milliseconds(() => findStarts(shifted, year))).toBeLessThan(600);
  });

  test("200 hosts who never sleep", () => {
    const sleepless = facts(
      everyMinute,
      team(200, () => ["0-6 00:00-23:59"]),
    );
    expect(milliseconds(() => findStarts(sleepless, year))).toBeLessThan(600);
  });

  test("the first ten alone take next to nothing of it", () => {
    const sleepless = facts(
      everyMinute,
      team(1, () => ["0-6 00:00-23:59"]),
    );
    expect(findSlots(sleepless, { ...year, limit: 10 })).toHaveLength(10);
    const all = milliseconds(() => findSlots(sleepless, year));
    expect(milliseconds(() => findSlots(sleepless, { ...year, limit: 10 }))).toBeLessThan(all);
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
  expect(milliseconds(() => findSlots(one, year))).toBeLessThan(300);
});
