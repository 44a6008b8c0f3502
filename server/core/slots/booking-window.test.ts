import { describe, expect, test } from "vitest";
import { at, booking, facts, host, hours, offered, query } from "../../../test/engine/build.js";
import { admit, type BookingWindow } from "./index.js";

/** Monday 2027-06-07, 08:00 UTC. */
const monday = at("2027-06-07T08:00Z");

function dates(bookingWindow: BookingWindow, schedule = hours("UTC", "0-6 09:00-10:00"), rest = {}): string {
  const asked = query("2027-06-07", "2027-08-31", { now: monday, ...rest });
  return Object.keys(offered(facts({ bookingWindow }, [host(schedule)]), asked))
    .map((date) => date.slice(5))
    .join(" ");
}

describe("a rolling window counts days that have slots", () => {
  test.each([
    ["today counts", "calendarDays", 3, "0-6", "06-07 06-08 06-09"],
    ["days without hours do not", "calendarDays", 3, "1-3", "06-07 06-08 06-09"],
    ["… and are waited for", "calendarDays", 3, "1", "06-07 06-14 06-21"],
    [
      "business days pass over weekends, which stay bookable",
      "businessDays",
      6,
      "0-6",
      "06-07 06-08 06-09 06-10 06-11 06-12 06-13 06-14",
    ],
    ["a weekend with nothing to come is not reached", "businessDays", 5, "0-6", "06-07 06-08 06-09 06-10 06-11"],
    ["no days at all is today", "calendarDays", 0, "0-6", "06-07"],
  ] as const)("%s", (_story, kind, days, weekdays, expected) => {
    expect(dates({ kind, days, isRolling: true }, hours("UTC", `${weekdays} 09:00-10:00`))).toBe(expected);
  });

  test("after 61 days it gives up: the last day found is the last", () => {
    expect(dates({ kind: "calendarDays", days: 12, isRolling: true }, hours("UTC", "1 09:00-10:00"))).toBe(
      "06-07 06-14 06-21 06-28 07-05 07-12 07-19 07-26 08-02",
    );
  });

  test("… and if nothing was found, the day after the walk", () => {
    const late = hours("UTC", "2027-08-07 09:00-10:00", "2027-08-08 09:00-10:00");
    expect(dates({ kind: "calendarDays", days: 3, isRolling: true }, late)).toBe("08-07");
    const tooLate = hours("UTC", "2027-08-08 09:00-10:00");
    expect(dates({ kind: "calendarDays", days: 3, isRolling: true }, tooLate)).toBe("");
  });

  test("a query that begins later counts from today all the same", () => {
    const window = { kind: "calendarDays", days: 3, isRolling: true } as const;
    expect(dates(window, hours("UTC", "0-6 09:00-10:00"), { from: at("2027-06-09") })).toBe("06-09");
    expect(dates(window, hours("UTC", "0-6 09:00-10:00"), { from: at("2027-06-10") })).toBe("");
  });

  test("a query that ends on a weekend lists it as long as days are missing", () => {
    const window = { kind: "businessDays", days: 6, isRolling: true } as const;
    const everyDay = facts({ bookingWindow: window }, [host(hours("UTC", "0-6 09:00-10:00"))]);
    const weekend = offered(everyDay, query("2027-06-12", "2027-06-13", { now: monday }));
    expect(Object.keys(weekend)).toEqual(["2027-06-12", "2027-06-13"]);
    const narrow = facts({ bookingWindow: { ...window, days: 5 } }, [host(hours("UTC", "0-6 09:00-10:00"))]);
    expect(offered(narrow, query("2027-06-12", "2027-06-13", { now: monday }))).toEqual({});
  });

  test("a full day does not count", () => {
    const full = host(hours("UTC", "0-6 09:00-10:00"), {
      bookings: [booking("2027-06-08T09:00Z", "2027-06-08T10:00Z")],
    });
    const window = { kind: "calendarDays", days: 2, isRolling: true } as const;
    const days = offered(facts({ bookingWindow: window }, [full]), query("2027-06-07", "2027-06-20", { now: monday }));
    expect(Object.keys(days)).toEqual(["2027-06-07", "2027-06-09"]);
  });

  test("what is offered last can be booked, what comes after cannot", () => {
    const window = { kind: "businessDays", days: 6, isRolling: true } as const;
    const rolling = facts({ bookingWindow: window }, [host(hours("UTC", "0-6 09:00-10:00"))]);
    const answers = ["2027-06-11", "2027-06-12", "2027-06-14", "2027-06-15"].map((date) => {
      const from = at(`${date}T09:00Z`);
      const answer = admit(rolling, query(date, date, { now: monday }), { from, to: from + 3_600_000 });
      return answer.kind === "free" ? answer.kind : answer.rule;
    });
    expect(answers).toEqual(["free", "free", "free", "window"]);
  });
});

describe("a window that does not roll counts all days", () => {
  test.each([
    ["none: only today", "calendarDays", 0, "06-07"],
    ["two more days", "calendarDays", 2, "06-07 06-08 06-09"],
    ["five business days", "businessDays", 5, "06-07 06-08 06-09 06-10 06-11 06-12 06-13 06-14"],
    ["four business days end on Friday", "businessDays", 4, "06-07 06-08 06-09 06-10 06-11"],
    ["no business day: only today", "businessDays", 0, "06-07"],
  ] as const)("%s", (_story, kind, days, expected) => {
    expect(dates({ kind, days, isRolling: false })).toBe(expected);
  });

  test.each([
    ["Saturday", "2027-06-12T08:00Z", 1, "06-12 06-13 06-14"],
    ["Sunday", "2027-06-13T08:00Z", 1, "06-13 06-14"],
    ["Saturday, five days", "2027-06-12T08:00Z", 5, "06-12 06-13 06-14 06-15 06-16 06-17 06-18"],
    ["Sunday, no day", "2027-06-13T08:00Z", 0, "06-13"],
  ])("business days from %s", (_story, now, days, expected) => {
    const window = { kind: "businessDays", days, isRolling: false } as const;
    expect(dates(window, undefined, { now: at(now), from: at(now) })).toBe(expected);
  });

  test("days without end are counted at once", () => {
    const window = { kind: "businessDays", days: 1_000_000_000, isRolling: false } as const;
    expect(dates(window).split(" ")).toHaveLength(86);
  });

  test("today is the booker's", () => {
    const window = { kind: "calendarDays", days: 0, isRolling: false } as const;
    const always = facts({ bookingWindow: window }, [host(hours("UTC", "0-6 00:00-23:59"))]);
    const late = { now: at("2027-06-07T22:30Z") };
    const inAuckland = offered(always, query("2027-06-07", "2027-06-10", { ...late, zone: "Pacific/Auckland" }));
    expect(Object.keys(inAuckland)).toEqual(["2027-06-08"]);
    const inHonolulu = offered(always, query("2027-06-07", "2027-06-10", { ...late, zone: "Pacific/Honolulu" }));
    expect(Object.keys(inHonolulu)).toEqual(["2027-06-07"]);
  });
});
