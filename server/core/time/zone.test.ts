import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { parseDate } from "./date.js";
import { formatInZone } from "./format.js";
import { hourMs, minuteMs } from "./instant.js";
import { dateExists, localDateKey, startOfDay, toInstant, toLocal } from "./local.js";
import { knownZone, offsetMsAt, zoneOf } from "./zone.js";
import { normalizeZoneName } from "./zone-names.js";

/** `wall("Europe/Rome", "2027-06-01 09:30")`, printed as UTC. */
function wall(zone: string, text: string): string {
  const [date, clock] = text.split(" ");
  const minute = Number(clock!.slice(0, 2)) * 60 + Number(clock!.slice(3));
  return new Date(toInstant(knownZone(zone), parseDate(date!)!, minute)).toISOString().slice(0, 16);
}

describe("zone names", () => {
  test.each([
    ["any case is read", "europe/rome", "Europe/Rome"],
    ["an alias keeps its own name", "asia/kolkata", "Asia/Kolkata"],
    ["… and so does its older name", "ASIA/CALCUTTA", "Asia/Calcutta"],
    ["a link of the United States", "us/eastern", "US/Eastern"],
    ["capitals within", "america/port-au-prince", "America/Port-au-Prince"],
    ["UTC", "utc", "UTC"],
    ["GMT stays GMT", "gmt", "GMT"],
    ["fixed offsets of the database", "etc/gmt+5", "Etc/GMT+5"],
    ["hyphens within", "nz-chat", "NZ-CHAT"],
    ["… and between", "us/east-indiana", "US/East-Indiana"],
    ["a new name of an old zone", "europe/kyiv", "Europe/Kyiv"],
  ])("%s: %s", (_story, text, name) => {
    expect(normalizeZoneName(text)).toBe(name);
    expect(zoneOf(text)?.name).toBe(name);
  });

  test.each([
    "+05:00",
    "-0330",
    "",
    " ",
    "Mars/Olympus",
    "Europe",
    "Europe/Rome ",
    "Z",
    "x".repeat(1_000),
    "__proto__",
  ])("'%s' is no zone", (text) => {
    expect(normalizeZoneName(text)).toBeNull();
    expect(zoneOf(text)).toBeNull();
  });

  test("every name of the database's zones comes back as it is spelled there", () => {
    const names =
      "GB-Eire W-SU NZ EST5EDT Etc/GMT-14 US/Indiana-Starke Asia/Ust-Nera Mexico/BajaNorte America/Knox_IN".split(" ");
    for (const name of [...names, ...Intl.supportedValuesOf("timeZone")]) {
      expect([normalizeZoneName(name.toUpperCase()), normalizeZoneName(name.toLowerCase())]).toEqual([name, name]);
    }
  });

  test("one name, one value", () => {
    expect(zoneOf("EUROPE/BERLIN")).toBe(zoneOf("Europe/Berlin"));
  });

  test("a zone that must exist but does not is a bug", () => {
    expect(() => knownZone("Mars/Olympus")).toThrow(RangeError);
  });
});

describe("wall-clock times on the days of a clock change", () => {
  test.each([
    [
      "New York, spring: 02:30 does not exist and becomes 03:30",
      "America/New_York",
      "2027-03-14 02:30",
      "2027-03-14T07:30",
    ],
    ["New York, spring: 03:00 is right after 01:59", "America/New_York", "2027-03-14 03:00", "2027-03-14T07:00"],
    [
      "New York, autumn: 01:30 comes twice, the first is meant",
      "America/New_York",
      "2027-11-07 01:30",
      "2027-11-07T05:30",
    ],
    ["New York, autumn: 02:00 comes once, after both", "America/New_York", "2027-11-07 02:00", "2027-11-07T07:00"],
    ["London, spring: 01:30 becomes 02:30", "Europe/London", "2027-03-28 01:30", "2027-03-28T01:30"],
    ["London, autumn: first 01:30", "Europe/London", "2027-10-31 01:30", "2027-10-31T00:30"],
    ["Berlin, spring: 02:30 becomes 03:30", "Europe/Berlin", "2027-03-28 02:30", "2027-03-28T01:30"],
    ["Berlin, autumn: first 02:30", "Europe/Berlin", "2027-10-31 02:30", "2027-10-31T00:30"],
    ["Sydney, October is spring", "Australia/Sydney", "2027-10-03 02:30", "2027-10-02T16:30"],
    ["Sydney, April is autumn", "Australia/Sydney", "2027-04-04 02:30", "2027-04-03T15:30"],
    [
      "Lord Howe: half an hour is skipped, 02:15 becomes 02:45",
      "Australia/Lord_Howe",
      "2027-10-03 02:15",
      "2027-10-02T15:45",
    ],
    ["Lord Howe: 01:45 comes twice, half an hour apart", "Australia/Lord_Howe", "2027-04-04 01:45", "2027-04-03T14:45"],
    ["Casablanca: Ramadan begins, clocks go back", "Africa/Casablanca", "2027-02-07 02:30", "2027-02-07T01:30"],
    ["Casablanca: Ramadan ends, clocks go forward", "Africa/Casablanca", "2027-03-14 02:30", "2027-03-14T02:30"],
    ["São Paulo has no summer time any more", "America/Sao_Paulo", "2027-10-17 00:30", "2027-10-17T03:30"],
    ["São Paulo 2018: midnight itself was skipped", "America/Sao_Paulo", "2018-11-04 00:00", "2018-11-04T03:00"],
    ["Apia: a whole day was skipped", "Pacific/Apia", "2011-12-30 12:00", "2011-12-30T22:00"],
    ["Kathmandu is 5:45 ahead all year", "Asia/Kathmandu", "2027-07-01 09:00", "2027-07-01T03:15"],
    ["Kolkata is 5:30 ahead all year", "Asia/Kolkata", "2027-12-01 09:00", "2027-12-01T03:30"],
    ["Auckland, late September is spring", "Pacific/Auckland", "2027-09-26 02:30", "2027-09-25T14:30"],
    ["Auckland, April is autumn", "Pacific/Auckland", "2027-04-04 02:30", "2027-04-03T13:30"],
    ["Honolulu never changes", "Pacific/Honolulu", "2027-03-14 02:30", "2027-03-14T12:30"],
    ["Troll: two hours are skipped", "Antarctica/Troll", "2027-03-28 01:30", "2027-03-28T01:30"],
    ["Beirut: midnight is skipped", "Asia/Beirut", "2027-03-28 00:30", "2027-03-27T22:30"],
    ["minute 1440 is the next midnight", "Europe/Rome", "2027-06-01 24:00", "2027-06-01T22:00"],
  ])("%s", (_story, zone, local, instant) => {
    expect(wall(zone, local)).toBe(instant);
  });

  test("Temporal agrees around every change of forty zones", () => {
    const names = Intl.supportedValuesOf("timeZone").filter((_, i) => i % 10 === 3);
    for (const name of names) {
      const zone = knownZone(name);
      for (let day = 20_450; day < 21_250; day += 1) {
        if (offsetMsAt(zone, (day - 1) * 24 * hourMs) === offsetMsAt(zone, (day + 1) * 24 * hourMs)) continue;
        for (let minute = 0; minute < 1_440; minute += 75)
          expect(toInstant(zone, day, minute)).toBe(byTemporal(name, day, minute));
      }
    }
  });
});

function byTemporal(zone: string, day: number, minute: number): number {
  const local = new Date(day * 24 * hourMs + minute * minuteMs).toISOString().slice(0, 19);
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;
}

describe("local dates", () => {
  test("a date begins when its midnight is skipped with the hour after", () => {
    const havana = knownZone("America/Havana");
    const start = startOfDay(havana, parseDate("2027-03-14")!);
    expect(formatInZone(havana, start)).toBe("2027-03-14T01:00:00.000-04:00");
  });

  test("a date that was leapt over does not exist; its neighbours do", () => {
    const apia = knownZone("Pacific/Apia");
    const exists = ["2011-12-29", "2011-12-30", "2011-12-31"].map((date) => dateExists(apia, parseDate(date)!));
    expect(exists).toEqual([true, false, true]);
  });

  test("one instant, two dates", () => {
    const instant = Date.UTC(2027, 5, 7, 21);
    expect(localDateKey(knownZone("Pacific/Honolulu"), instant)).toBe("2027-06-07");
    expect(localDateKey(knownZone("Pacific/Auckland"), instant)).toBe("2027-06-08");
  });

  test("what the wall shows", () => {
    expect(toLocal(knownZone("Europe/Rome"), 0)).toEqual({ date: 0, msOfDay: hourMs, offsetMs: hourMs });
    expect(toLocal(knownZone("America/New_York"), 0)).toEqual({
      date: -1,
      msOfDay: 19 * hourMs,
      offsetMs: -5 * hourMs,
    });
  });
});

describe("offsets far away", () => {
  test("the end of the century keeps its summer time", () => {
    expect(offsetMsAt(knownZone("Europe/Rome"), Date.UTC(2099, 6, 1))).toBe(2 * hourMs);
    expect(offsetMsAt(knownZone("Europe/Rome"), Date.UTC(2099, 0, 1))).toBe(hourMs);
  });

  test("beyond the tables, and before them, the runtime is asked", () => {
    expect(offsetMsAt(knownZone("Europe/Rome"), Date.UTC(2150, 0, 1))).toBe(hourMs);
    expect(offsetMsAt(knownZone("Asia/Kolkata"), Date.UTC(1969, 0, 1))).toBe(5.5 * hourMs);
  });

  test("offsets of the early seventies had seconds", () => {
    expect(offsetMsAt(knownZone("Africa/Monrovia"), 0)).toBe(-(44 * 60 + 30) * 1_000);
  });
});
