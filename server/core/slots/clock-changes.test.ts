import { describe, expect, test } from "vitest";
import { facts, host, hours, offered, query } from "../../../test/engine/build.js";
import { findSlots } from "./index.js";

/**
 * Both change days of a year, seen by a host who works 09:00–12:00 and, on nights, 00:00–05:00. Mornings stay on the wall
 * clock; nights have as many hours as the clock let pass.
 */
describe.each([
  ["New York springs forward at 02:00", "America/New_York", "2027-03-14", "2027-03-14T13:00Z", 4],
  ["New York falls back at 02:00", "America/New_York", "2027-11-07", "2027-11-07T14:00Z", 6],
  ["London springs forward at 01:00", "Europe/London", "2027-03-28", "2027-03-28T08:00Z", 4],
  ["London falls back at 02:00", "Europe/London", "2027-10-31", "2027-10-31T09:00Z", 6],
  ["Berlin springs forward at 02:00", "Europe/Berlin", "2027-03-28", "2027-03-28T07:00Z", 4],
  ["Berlin falls back at 03:00", "Europe/Berlin", "2027-10-31", "2027-10-31T08:00Z", 6],
  ["Sydney springs forward in October", "Australia/Sydney", "2027-10-03", "2027-10-02T22:00Z", 4],
  ["Sydney falls back in April", "Australia/Sydney", "2027-04-04", "2027-04-03T23:00Z", 6],
  ["Lord Howe springs forward by half an hour", "Australia/Lord_Howe", "2027-10-03", "2027-10-02T22:00Z", 4.5],
  ["Lord Howe falls back by half an hour", "Australia/Lord_Howe", "2027-04-04", "2027-04-03T22:30Z", 5.5],
  ["Casablanca falls back when Ramadan begins", "Africa/Casablanca", "2027-02-07", "2027-02-07T09:00Z", 6],
  ["Casablanca springs forward when Ramadan has ended", "Africa/Casablanca", "2027-03-14", "2027-03-14T08:00Z", 4],
  ["São Paulo does not change any more (March)", "America/Sao_Paulo", "2027-03-14", "2027-03-14T12:00Z", 5],
  ["São Paulo does not change any more (October)", "America/Sao_Paulo", "2027-10-17", "2027-10-17T12:00Z", 5],
  ["São Paulo in 2018 sprang forward at midnight", "America/Sao_Paulo", "2018-11-04", "2018-11-04T11:00Z", 4],
  ["Apia does not change any more (April)", "Pacific/Apia", "2027-04-04", "2027-04-03T20:00Z", 5],
  ["Apia does not change any more (September)", "Pacific/Apia", "2027-09-26", "2027-09-25T20:00Z", 5],
  ["Kathmandu never changes (March)", "Asia/Kathmandu", "2027-03-28", "2027-03-28T03:15Z", 5],
  ["Kathmandu never changes (October)", "Asia/Kathmandu", "2027-10-31", "2027-10-31T03:15Z", 5],
  ["Kolkata never changes (March)", "Asia/Kolkata", "2027-03-28", "2027-03-28T03:30Z", 5],
  ["Kolkata never changes (October)", "Asia/Kolkata", "2027-10-31", "2027-10-31T03:30Z", 5],
  ["Auckland springs forward in September", "Pacific/Auckland", "2027-09-26", "2027-09-25T20:00Z", 4],
  ["Auckland falls back in April", "Pacific/Auckland", "2027-04-04", "2027-04-03T21:00Z", 6],
  ["Honolulu never changes (March)", "Pacific/Honolulu", "2027-03-14", "2027-03-14T19:00Z", 5],
  ["Honolulu never changes (November)", "Pacific/Honolulu", "2027-11-07", "2027-11-07T19:00Z", 5],
  ["Beirut springs forward at midnight", "Asia/Beirut", "2027-03-28", "2027-03-28T06:00Z", 4],
  ["Havana falls back at 01:00", "America/Havana", "2027-11-07", "2027-11-07T14:00Z", 6],
  ["Troll springs forward by two hours", "Antarctica/Troll", "2027-03-28", "2027-03-28T07:00Z", 3],
])("%s", (_story, zone, date, nineOClock, nightHours) => {
  const dayBefore = new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
  const dayAfter = new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
  const asked = query(dayBefore, dayAfter, {
    zone,
    to: Date.parse(dayAfter) + 2 * 86_400_000,
    from: Date.parse(dayBefore) - 86_400_000,
  });

  test("mornings stay on the wall clock", () => {
    const mornings = facts({}, [host(hours(zone, "0-6 09:00-12:00"))]);
    const days = offered(mornings, asked);
    expect([dayBefore, date, dayAfter].map((day) => days[day])).toEqual(["09 10 11", "09 10 11", "09 10 11"]);
    const instants = findSlots(mornings, asked).map((slot) => slot.startsAt);
    expect(instants).toContain(Date.parse(nineOClock));
  });

  test("the night is as long as the clock let it be", () => {
    const nights = facts({ lengthMinutes: 30 }, [host(hours(zone, "0-6 00:00-05:00"))]);
    const days = offered(nights, asked);
    expect([dayBefore, date, dayAfter].map((day) => days[day]?.split(" ").length)).toEqual([10, nightHours * 2, 10]);
  });
});

test("Apia skipped 30 December 2011, whose Friday hours do not become Saturday's", () => {
  const weekdays = facts({}, [host(hours("Pacific/Apia", "1-5 09:00-12:00"))]);
  const days = offered(weekdays, query("2011-12-28", "2012-01-01", { zone: "Pacific/Apia" }));
  expect(Object.keys(days)).toEqual(["2011-12-28", "2011-12-29", "2012-01-02"]);
});

test("hours that fall whole into the skipped hour are moved behind it", () => {
  const odd = facts({ lengthMinutes: 30 }, [host(hours("America/New_York", "0-6 02:15-02:45"))]);
  const days = offered(odd, query("2027-03-14", "2027-03-14", { zone: "America/New_York" }));
  expect(days).toEqual({});
  const aligned = facts({ lengthMinutes: 15 }, [host(hours("America/New_York", "0-6 02:15-02:45"))]);
  expect(offered(aligned, query("2027-03-14", "2027-03-14", { zone: "America/New_York" }))).toEqual({
    "2027-03-14": "03:15 03:30",
  });
});
