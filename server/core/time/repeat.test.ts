import { describe, expect, test } from "vitest";
import { formatUtc, type Instant, repeat } from "./index.js";

const at = (text: string): Instant => Date.parse(text);
const minutes = (instants: readonly Instant[]): string[] => instants.map((instant) => formatUtc(instant).slice(0, 16));

describe("repeat", () => {
  test("New York leaves summer time: ten o'clock stays ten o'clock on the wall", () => {
    const starts = repeat(at("2026-10-27T14:00:00Z"), { interval: 1, frequency: "weekly" }, 3, "America/New_York");
    expect(minutes(starts)).toEqual(["2026-10-27T14:00", "2026-11-03T15:00", "2026-11-10T15:00"]);
  });

  test("every other week", () => {
    const starts = repeat(at("2026-12-02T10:00:00Z"), { interval: 2, frequency: "weekly" }, 3, "UTC");
    expect(minutes(starts)).toEqual(["2026-12-02T10:00", "2026-12-16T10:00", "2026-12-30T10:00"]);
  });

  test("the 31st of each month: short months end sooner, and the long ones keep their 31st", () => {
    const starts = repeat(at("2027-01-31T10:00:00Z"), { interval: 1, frequency: "monthly" }, 4, "UTC");
    expect(minutes(starts)).toEqual(["2027-01-31T10:00", "2027-02-28T10:00", "2027-03-31T10:00", "2027-04-30T10:00"]);
  });

  test("the date is the booker's: the 31st in Auckland is still the 30th in UTC", () => {
    const starts = repeat(at("2027-01-30T20:00:00Z"), { interval: 1, frequency: "monthly" }, 2, "Pacific/Auckland");
    expect(minutes(starts)).toEqual(["2027-01-30T20:00", "2027-02-27T20:00"]);
  });

  test("29 February every year", () => {
    const starts = repeat(at("2028-02-29T10:00:00Z"), { interval: 1, frequency: "yearly" }, 2, "UTC");
    expect(minutes(starts)).toEqual(["2028-02-29T10:00", "2029-02-28T10:00"]);
  });

  test("Lord Howe puts its clock forward by half an hour", () => {
    const starts = repeat(at("2026-09-27T23:00:00Z"), { interval: 1, frequency: "weekly" }, 2, "Australia/Lord_Howe");
    expect(minutes(starts)).toEqual(["2026-09-27T23:00", "2026-10-04T22:30"]);
  });

  test("02:30 is skipped in spring and counts as 03:30 on that day alone", () => {
    const starts = repeat(at("2027-03-07T07:30:00Z"), { interval: 1, frequency: "weekly" }, 3, "America/New_York");
    expect(minutes(starts)).toEqual(["2027-03-07T07:30", "2027-03-14T07:30", "2027-03-21T06:30"]);
  });
});
