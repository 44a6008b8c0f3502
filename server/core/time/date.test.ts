import { describe, expect, test } from "vitest";
import { addMonths, addYears, civilOf, epochDayOf, formatDate, parseDate, utcDateAt, weekdayOf } from "./date.js";

describe("civil dates", () => {
  test.each([
    ["the epoch", "1970-01-01", 0, 4],
    ["a leap day", "2024-02-29", 19_782, 4],
    ["a leap day in a year divisible by 400", "2000-02-29", 11_016, 2],
    ["the day after February in a century without leap day", "2100-03-01", 47_541, 1],
    ["the last day of the century", "2099-12-31", 47_481, 4],
    ["before the epoch", "1969-12-31", -1, 3],
  ])("%s: %s is day %i", (_story, text, day, weekday) => {
    expect(parseDate(text)).toBe(day);
    expect(formatDate(day)).toBe(text);
    expect(weekdayOf(day)).toBe(weekday);
  });

  test.each([
    "2027-02-29",
    "2100-02-29",
    "2027-04-31",
    "2027-13-01",
    "2027-00-10",
    "2027-01-00",
    "27-01-01",
    "2027-1-1",
    "",
  ])("%s is no date", (text) => expect(parseDate(text)).toBeNull());

  test("every day of 130 years agrees with the runtime's calendar", () => {
    for (let day = 0; day < 47_847; day++) {
      const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
      if (formatDate(day) !== text || parseDate(text) !== day) throw new Error(`${day} is ${text}`);
    }
  });

  test("an instant before the epoch lies on the date before it", () => {
    expect(utcDateAt(-1)).toBe(-1);
    expect(civilOf(utcDateAt(-1))).toEqual({ year: 1969, month: 12, day: 31 });
  });

  test("a month or day out of range has no day", () => {
    expect(epochDayOf(2027, 2, 30)).toBeNull();
    expect(epochDayOf(2027, 13, 1)).toBeNull();
  });
});

describe("adding months and years", () => {
  test.each([
    ["the 31st becomes the last of a short month", "2027-01-31", 1, "2027-02-28"],
    ["… which is the 29th in a leap year", "2028-01-31", 1, "2028-02-29"],
    ["over the end of the year", "2027-11-30", 3, "2028-02-29"],
    ["backwards", "2028-03-31", -1, "2028-02-29"],
    ["backwards over the start of the year", "2028-01-15", -13, "2026-12-15"],
    ["a leap day a year later", "2028-02-29", 12, "2029-02-28"],
  ])("%s", (_story, from, months, to) => {
    expect(formatDate(addMonths(parseDate(from)!, months))).toBe(to);
  });

  test("a leap day four years later is a leap day", () => {
    expect(formatDate(addYears(parseDate("2028-02-29")!, 4))).toBe("2032-02-29");
  });
});
