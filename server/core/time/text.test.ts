import { describe, expect, test } from "vitest";
import { formatInZone, formatUtc, offsetText } from "./format.js";
import { parseInstant } from "./parse.js";
import { periodAt } from "./period.js";
import { knownZone } from "./zone.js";

describe("reading timestamps", () => {
  test.each([
    ["UTC", "2050-09-05T07:00:00.000Z", "2050-09-05T07:00:00.000Z"],
    ["without milliseconds", "2050-09-05T07:00:00Z", "2050-09-05T07:00:00.000Z"],
    ["without seconds", "2050-09-05T07:00Z", "2050-09-05T07:00:00.000Z"],
    ["no offset is UTC", "2050-09-05T07:00:00", "2050-09-05T07:00:00.000Z"],
    ["an offset ahead", "2050-09-05T09:00:00+02:00", "2050-09-05T07:00:00.000Z"],
    ["half an hour behind", "2028-09-30T15:57:00-03:30", "2028-09-30T19:27:00.000Z"],
    ["an offset without colon", "2050-09-05T09:00:00+0200", "2050-09-05T07:00:00.000Z"],
    ["an offset of hours only", "2050-09-05T09:00:00+02", "2050-09-05T07:00:00.000Z"],
    ["lower case", "2050-09-05t07:00:00z", "2050-09-05T07:00:00.000Z"],
    ["one digit of a second", "2050-09-05T07:00:00.5Z", "2050-09-05T07:00:00.500Z"],
    ["nanoseconds are cut", "2050-09-05T07:00:00.123456789Z", "2050-09-05T07:00:00.123Z"],
    ["24:00 is the next midnight", "2050-09-05T24:00:00Z", "2050-09-06T00:00:00.000Z"],
    ["a leap day", "2028-02-29T00:00:00Z", "2028-02-29T00:00:00.000Z"],
  ])("%s", (_story, text, utc) => {
    expect(parseInstant(text)).toBe(Date.parse(utc));
  });

  test.each([
    ["a date that does not exist", "2050-02-30T00:00:00Z"],
    ["the 29th of February in a common year", "2027-02-29T00:00:00Z"],
    ["an hour that does not exist", "2050-09-05T25:00:00Z"],
    ["a minute too many", "2050-09-05T10:60:00Z"],
    ["a leap second", "2016-12-31T23:59:60Z"],
    ["more than 24:00", "2050-09-05T24:01:00Z"],
    ["a year too early", "1969-12-31T23:59:59Z"],
    ["too early by its offset", "1970-01-01T00:00:00+01:00"],
    ["too late by its offset", "9999-12-31T23:59:59-01:00"],
    ["an offset that does not exist", "2050-09-05T09:00:00+24:00"],
    ["a date alone", "2050-09-05"],
    ["a time alone", "09:00"],
    ["words", "tomorrow"],
    ["nothing", ""],
    ["a number", "1700000000000"],
    ["something behind it", "2050-09-05T07:00:00Z;"],
    ["five digits of a year", "12050-09-05T07:00:00Z"],
  ])("null for %s", (_story, text) => {
    expect(parseInstant(text)).toBeNull();
  });

  test("a date alone is midnight where dates are allowed", () => {
    expect(parseInstant("2050-09-05", { allowDate: true })).toBe(Date.UTC(2050, 8, 5));
  });
});

describe("writing timestamps", () => {
  const instant = Date.parse("2050-09-05T07:00:00Z");

  test.each([
    ["UTC prints Z", "UTC", "2050-09-05T07:00:00.000Z"],
    ["summer in Rome", "Europe/Rome", "2050-09-05T09:00:00.000+02:00"],
    ["half hours", "Asia/Kolkata", "2050-09-05T12:30:00.000+05:30"],
    ["behind, by half an hour more", "America/St_Johns", "2050-09-05T04:30:00.000-02:30"],
    ["another zone at offset zero prints it", "Africa/Abidjan", "2050-09-05T07:00:00.000+00:00"],
  ])("%s", (_story, zone, text) => {
    expect(formatInZone(knownZone(zone), instant)).toBe(text);
    expect(parseInstant(text)).toBe(instant);
  });

  test("London in winter prints +00:00", () => {
    expect(formatInZone(knownZone("Europe/London"), Date.UTC(2050, 0, 1))).toBe("2050-01-01T00:00:00.000+00:00");
  });

  test("seconds and milliseconds are kept", () => {
    expect(formatUtc(Date.UTC(2027, 0, 1, 23, 59, 58, 7))).toBe("2027-01-01T23:59:58.007Z");
  });

  test("the runtime writes the same, for instants of every size", () => {
    for (let i = 0; i < 2_000; i++) {
      const some = Math.floor((i * 2_654_435_761) % 253_402_300_799_999);
      expect(formatUtc(some)).toBe(new Date(some).toISOString());
    }
  });

  test("offsets", () => {
    expect([0, 20_700_000, -12_600_000, 50_400_000].map(offsetText)).toEqual(["+00:00", "+05:45", "-03:30", "+14:00"]);
  });
});

describe("local periods", () => {
  const utc = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });

  test.each([
    ["a day of 23 hours", "day", "2027-03-14T12:00Z", "2027-03-14T05:00Z", "2027-03-15T04:00Z"],
    ["a day of 25 hours", "day", "2027-11-07T12:00Z", "2027-11-07T04:00Z", "2027-11-08T05:00Z"],
    ["a week begins on Sunday", "week", "2027-03-17T12:00Z", "2027-03-14T05:00Z", "2027-03-21T04:00Z"],
    ["Saturday night belongs to the old week", "week", "2027-03-14T04:59Z", "2027-03-07T05:00Z", "2027-03-14T05:00Z"],
    ["a month with a clock change", "month", "2027-03-31T23:00Z", "2027-03-01T05:00Z", "2027-04-01T04:00Z"],
    ["December ends with the year", "month", "2027-12-31T23:00Z", "2027-12-01T05:00Z", "2028-01-01T05:00Z"],
    ["a year begins at local midnight", "year", "2028-01-01T04:59Z", "2027-01-01T05:00Z", "2028-01-01T05:00Z"],
  ] as const)("New York: %s", (_story, unit, instant, from, to) => {
    expect(periodAt(knownZone("America/New_York"), unit, Date.parse(instant))).toEqual(utc(from, to));
  });
});
