import { describe, expect, test } from "vitest";
import { at, booking, facts, host, hours, limits, offered, query } from "../../../test/engine/build.js";
import type { EventFacts } from "./index.js";
import { limitsToLoad, windowToLoad } from "./index.js";

const everyDay = hours("America/New_York", "0-6 09:00-10:00");

/** The dates left after bookings on some dates at 09:00 in New York, of hosts 1, 2 … in turn. */
function datesLeft(settings: Partial<EventFacts>, booked: string[], hosts = 1): string {
  const team = Array.from({ length: hosts }, (_, i) => host(everyDay, { id: i + 1 }));
  const ownBookings = booked.map((date, i) => {
    const { uid, startsAt, endsAt } = booking(`${date}T15:00Z`, `${date}T16:00Z`);
    return { uid, startsAt, endsAt, organizerId: (i % hosts) + 1 };
  });
  const event = {
    periodZone: "America/New_York",
    scheduling: hosts > 1 ? "roundRobin" : "personal",
    ...settings,
  } as const;
  const asked = query("2027-02-26", "2027-03-09", { zone: "America/New_York" });
  return Object.keys(offered(facts(event, team, { ownBookings }), asked))
    .map((date) => date.slice(5))
    .join(" ");
}

const all = "02-26 02-27 02-28 03-01 03-02 03-03 03-04 03-05 03-06 03-07 03-08 03-09";

describe("count limits close local periods", () => {
  test.each([
    ["a day", { day: 1 }, ["2027-03-01"], all.replace("03-01 ", "")],
    ["a week, from Sunday to Saturday", { week: 2 }, ["2027-03-01", "2027-03-03"], "02-26 02-27 03-07 03-08 03-09"],
    ["a month, by a booking outside the window", { month: 1 }, ["2027-03-25"], "02-26 02-27 02-28"],
    ["a year", { year: 2 }, ["2027-01-05", "2027-12-25"], ""],
    ["not yet", { week: 3, month: 3 }, ["2027-03-01", "2027-03-03"], all],
    ["another year counts for itself", { year: 1 }, ["2026-12-31"], all],
    ["the smaller limit closes first", { day: 1, week: 5 }, ["2027-03-01"], all.replace("03-01 ", "")],
  ])("%s", (_story, countLimits, booked, expected) => {
    expect(datesLeft({ countLimits: limits(countLimits) }, booked)).toBe(expected);
  });

  test("all hosts together", () => {
    expect(datesLeft({ countLimits: limits({ day: 2 }) }, ["2027-03-01", "2027-03-01"], 2)).toBe(
      all.replace("03-01 ", ""),
    );
  });

  test("a booking just before local midnight counts for its own day, even in the night of a clock change", () => {
    const own = booking("2027-03-15T03:30Z", "2027-03-15T04:30Z");
    const night = host(hours("America/New_York", "0-6 00:00-23:59"));
    const settings = { countLimits: limits({ day: 1 }), periodZone: "America/New_York" };
    const ownBookings = [{ ...own, organizerId: night.id }];
    const asked = query("2027-03-13T05:00Z", "2027-03-16T04:00Z", { zone: "America/New_York" });
    expect(Object.keys(offered(facts(settings, [night], { ownBookings }), asked))).toEqual([
      "2027-03-13",
      "2027-03-15",
    ]);
  });
});

describe("duration limits close periods for the organizer", () => {
  test.each([
    ["the minutes of a day", { day: 119 }, ["2027-03-01"], 1, all.replace("03-01 ", "")],
    ["the limit itself may be reached", { day: 120 }, ["2027-03-01"], 1, all],
    ["longer than the limit: never", { week: 59 }, [], 1, ""],
    ["the other host still has time", { day: 119 }, ["2027-03-01"], 2, all],
    ["both have used theirs", { day: 119 }, ["2027-03-01", "2027-03-01"], 2, all.replace("03-01 ", "")],
    ["a year's minutes are those of all hosts", { year: 179 }, ["2027-03-01", "2027-05-01"], 2, ""],
    ["… while a month's are not", { month: 179 }, ["2027-03-01", "2027-03-02"], 2, all],
  ])("%s", (_story, durationLimits, booked, hosts, expected) => {
    expect(datesLeft({ durationLimits: limits(durationLimits) }, booked, hosts)).toBe(expected);
  });
});

test("the booking to be moved does not count", () => {
  const own = booking("2027-03-01T15:00Z", "2027-03-01T16:00Z", { uid: "moved" });
  const one = host(everyDay, { bookings: [own] });
  const team = facts({ countLimits: limits({ day: 1 }) }, [one], { ownBookings: [{ ...own, organizerId: one.id }] });
  expect(offered(team, query("2027-03-01"))).toEqual({});
  expect(offered(team, query("2027-03-01", "2027-03-01", { rescheduleUid: "moved" }))).toEqual({ "2027-03-01": "14" });
});

describe("what to load", () => {
  const asked = query("2027-03-10", "2027-03-11");

  test("whole local periods of the limits that are set", () => {
    const { event } = facts(
      { countLimits: limits({ week: 2 }), durationLimits: limits({ month: 60 }), periodZone: "UTC" },
      [],
    );
    expect(limitsToLoad(event, asked)).toEqual({ from: at("2027-03-01"), to: at("2027-04-01") });
    expect(limitsToLoad(facts({}, []).event, asked)).toBeNull();
  });

  test("two days and the buffers around the window", () => {
    const { event } = facts({ bufferBeforeMinutes: 60, bufferAfterMinutes: 30 }, []);
    expect(windowToLoad(event, asked)).toEqual({ from: at("2027-03-07T23:00Z"), to: at("2027-03-14T00:59:59Z") });
  });

  test("from today on for a rolling window", () => {
    const { event } = facts({ bookingWindow: { kind: "calendarDays", days: 3, isRolling: true } }, []);
    expect(windowToLoad(event, { ...asked, now: at("2027-03-01") }).from).toBe(at("2027-02-27"));
  });
});
