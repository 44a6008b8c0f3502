import { describe, expect, test } from "vitest";
import { at, booking, byDate, facts, host, hours, limits, offered, query } from "../../../test/engine/build.js";
import { formatInZone, knownZone } from "../time/index.js";
import { findSlots } from "./index.js";

/** Every worked example of the availability chapter, §9, by its number. */

const rome = hours("Europe/Rome", "1-5 09:00-17:00");
const romeFacts = facts({}, [host(rome)]);
const romeDay = "07 08 09 10 11 12 13 14";

describe("windows and zones", () => {
  test("1: five days in Rome, as UTC", () => {
    const days = ["05", "06", "07", "08", "09"].map((day) => [`2050-09-${day}`, romeDay]);
    expect(offered(romeFacts, query("2050-09-05", "2050-09-09"))).toEqual(Object.fromEntries(days));
  });

  test("1: … and as the clocks in Rome show them", () => {
    const slots = findSlots(romeFacts, query("2050-09-05", "2050-09-09", { zone: "Europe/Rome" }));
    const texts = slots.map((slot) => formatInZone(knownZone("Europe/Rome"), slot.startsAt));
    expect(texts[0]).toBe("2050-09-05T09:00:00.000+02:00");
    expect(texts[7]).toBe("2050-09-05T16:00:00.000+02:00");
    expect(texts).toHaveLength(40);
  });

  test("2: a window that begins in the middle of the morning", () => {
    const days = offered(romeFacts, query("2050-09-05T09:00Z", "2050-09-09"));
    expect(days["2050-09-05"]).toBe("09 10 11 12 13 14");
    expect(days["2050-09-06"]).toBe(romeDay);
  });

  test("3: a slot must end within the window", () => {
    expect(offered(romeFacts, query("2050-09-05", "2050-09-09T12:00Z"))["2050-09-09"]).toBe("07 08 09 10 11");
  });

  test("4: clip, then align", () => {
    const days = offered(romeFacts, query("2050-09-05T09:20Z", "2050-09-05T12:30Z"));
    expect(days).toEqual({ "2050-09-05": "10 11" });
  });

  test.each([
    ["9: Kolkata asked in UTC starts on the UTC hour", {}, 60, "09:00-13:00", "2027-06-07", "04 05 06"],
    ["11: … and with half-hours on the half", {}, 30, "09:00-11:00", "2027-06-07", "03:30 04 04:30 05"],
    [
      "10: asked in Kolkata, on the local hour",
      { zone: "Asia/Kolkata" },
      60,
      "09:00-13:00",
      "2027-06-07",
      "09 10 11 12",
    ],
  ])("%s", (_story, rest, lengthMinutes, range, date, starts) => {
    const kolkata = facts({ lengthMinutes }, [host(hours("Asia/Kolkata", `0-6 ${range}`))]);
    expect(offered(kolkata, query(date, date, rest))).toEqual({ [date]: starts });
  });

  test("12: Auckland's Tuesday is Monday in Honolulu", () => {
    const auckland = facts({}, [host(hours("Pacific/Auckland", "1-5 09:00-12:00"))]);
    expect(offered(auckland, query("2027-06-07", "2027-06-08", { zone: "Pacific/Honolulu" }))).toEqual({
      "2027-06-07": "11 12 13",
      "2027-06-08": "11 12 13",
    });
  });

  test("13: Honolulu's Monday is Tuesday in Auckland", () => {
    const honolulu = facts({}, [host(hours("Pacific/Honolulu", "1-5 15:00-18:00"))]);
    const asked = query("2027-06-07", "2027-06-08", { zone: "Pacific/Auckland" });
    expect(offered(honolulu, asked)).toEqual({ "2027-06-08": "13 14 15" });
  });
});

describe("clock changes", () => {
  test.each([
    ["5: London, summer time begins", "Europe/London", "2027-03-27", "2027-03-29", "09 10 11", "08 09 10", "08 09 10"],
    ["6: London, summer time ends", "Europe/London", "2027-10-30", "2027-11-01", "08 09 10", "09 10 11", "09 10 11"],
    [
      "7: New York, summer time begins",
      "America/New_York",
      "2027-03-13",
      "2027-03-15",
      "14 15 16",
      "13 14 15",
      "13 14 15",
    ],
    [
      "8: New York, summer time ends",
      "America/New_York",
      "2027-11-06",
      "2027-11-08",
      "13 14 15",
      "14 15 16",
      "14 15 16",
    ],
  ])("%s", (_story, zone, from, to, before, onTheDay, after) => {
    const days = offered(facts({}, [host(hours(zone, "0-6 09:00-12:00"))]), query(from, to));
    expect(Object.values(days)).toEqual([before, onTheDay, after]);
  });

  test("8a: from 01:00 to 05:00 there are only three hours in New York's spring", () => {
    const nights = facts({}, [host(hours("America/New_York", "0-6 01:00-05:00"))]);
    expect(offered(nights, query("2027-03-14"))).toEqual({ "2027-03-14": "06 07 08" });
  });

  test("34: morning and afternoon stay on the wall clock when the night was longer", () => {
    const newYork = facts({}, [host(hours("America/New_York", "0-6 09:00-12:00", "0-6 13:00-17:00"))]);
    expect(offered(newYork, query("2027-11-07"))).toEqual({ "2027-11-07": "14 15 16 18 19 20 21" });
  });

  test("37: the last date is there when the booker's clock goes back within the window", () => {
    const noon = facts({}, [host(hours("UTC", "0-6 12:00-14:00"))]);
    expect(offered(noon, query("2027-11-06", "2027-11-08", { zone: "America/New_York" }))).toEqual({
      "2027-11-06": "08 09",
      "2027-11-07": "07 08",
      "2027-11-08": "07 08",
    });
  });
});

describe("midnight and overrides", () => {
  test("15: an evening and the night after it are one range", () => {
    const nights = hours("Europe/London", "1-5 23:00-23:59", "2-6 00:00-00:30");
    const days = offered(facts({ lengthMinutes: 90 }, [host(nights)]), query("2027-06-08", "2027-06-09"));
    expect(days).toEqual({ "2027-06-08": "22", "2027-06-09": "22" });
  });

  const overridden = (...lines: string[]) => facts({}, [host(hours("Europe/Rome", "1-5 09:00-17:00", ...lines))]);

  test("16: overlapping overrides merge, and one without length is a day off", () => {
    const lines = ["2027-06-07 10:00-12:00", "2027-06-07 11:00-13:00", "2027-06-08 00:00-00:00"];
    expect(offered(overridden(...lines), query("2027-06-07", "2027-06-09"))).toEqual({
      "2027-06-07": "08 09 10",
      "2027-06-09": romeDay,
    });
  });

  test("17: overrides replace the weekly hours of their date", () => {
    const lines = ["2027-06-07 08:00-10:00", "2027-06-07 18:00-19:30"];
    expect(offered(overridden(...lines), query("2027-06-07"))).toEqual({ "2027-06-07": "06 07 16" });
  });

  test("18: an override opens a Saturday", () => {
    expect(offered(overridden("2027-06-12 10:00-12:00"), query("2027-06-12"))).toEqual({ "2027-06-12": "08 09" });
  });

  test("35: a day off takes its own early hours, not those of the next date", () => {
    const nights = hours("Europe/London", "0-6 22:00-23:59", "0-6 00:00-02:00", "2027-06-09 00:00-00:00");
    expect(offered(facts({}, [host(nights)]), query("2027-06-08", "2027-06-10"))).toEqual({
      "2027-06-08": "00 21 22",
      "2027-06-09": "23",
      "2027-06-10": "00 21 22 23",
    });
  });

  test("36: a day off among whole days", () => {
    const always = hours("UTC", "0-6 00:00-23:59", "2027-06-09 00:00-00:00");
    const slots = findSlots(facts({}, [host(always)]), query("2027-06-08", "2027-06-10"));
    const days = Object.entries(byDate(slots, "UTC")).map(([date, starts]) => [date, starts.split(" ").length]);
    expect(days).toEqual([
      ["2027-06-08", 24],
      ["2027-06-10", 24],
    ]);
  });

  test("31: out of office", () => {
    const outOfOffice = [{ startDate: "2027-06-08", endDate: "2027-06-08" }];
    const away = facts({}, [host(hours("Europe/Rome", "0-6 09:00-11:00"), { outOfOffice })]);
    expect(offered(away, query("2027-06-07", "2027-06-09"))).toEqual({ "2027-06-07": "07 08", "2027-06-09": "07 08" });
  });
});

describe("the grid", () => {
  const onMonday = (range: string) => hours("UTC", `1 ${range}`);
  const monday = "2027-06-07";
  const starts = (
    settings: Parameters<typeof facts>[0],
    range: string,
    bookings = [] as ReturnType<typeof booking>[],
  ) => offered(facts(settings, [host(onMonday(range), { bookings })]), query(monday))[monday];

  test("14: a busy time begins a new grid after it", () => {
    const busy = [booking("2027-06-07T11:00Z", "2027-06-07T11:20Z")];
    const expected = "09 09:45 11:30 12:15 13 13:45 14:30 15:15 16";
    expect(starts({ lengthMinutes: 45 }, "09:00-17:00", busy)).toBe(expected);
  });

  test.each([
    ["22: every fifty minutes, on tens", { lengthMinutes: 50 }, "09:00-14:00", "09 09:50 10:40 11:30 12:20 13:10"],
    ["22: a rule that begins at 09:07", { lengthMinutes: 25 }, "09:07-11:00", "09:10 09:35 10 10:25"],
    ["22: ninety minutes, on halves", { lengthMinutes: 90 }, "09:10-15:00", "09:30 11 12:30"],
    ["23: a step smaller than the length", { slotIntervalMinutes: 15 }, "09:00-11:00", "09 09:15 09:30 09:45 10"],
  ])("%s", (_story, settings, range, expected) => {
    expect(starts(settings, range)).toBe(expected);
  });

  test("24: after a short booking an hour is lost to alignment, unless slots are optimized", () => {
    const busy = [booking("2027-06-07T10:00Z", "2027-06-07T10:10Z")];
    expect(starts({}, "08:00-12:30", busy)).toBe("08 09 11");
    expect(starts({ showOptimizedSlots: true }, "08:00-12:30", busy)).toBe("08 09 10:15 11:15");
  });

  test("20: an offset is added to every start", () => {
    const kolkata = hours("Asia/Kolkata", "1 09:30-18:00");
    const settings = { lengthMinutes: 25, offsetStartMinutes: 5 };
    const days = offered(facts(settings, [host(kolkata)]), query(monday, monday, { zone: "Asia/Kolkata" }));
    const list = days[monday]!.split(" ");
    expect([list[0], list[1], list[2], list.at(-1), list.length]).toEqual(["09:35", "10:05", "10:35", "17:35", 17]);
  });
});

describe("busy times", () => {
  const monday = "2027-06-07";
  const open = hours("UTC", "0-6 09:00-17:00");

  test.each([
    ["19: buffers of both events keep them apart", 60, "09 10 14 15 16"],
    ["19: … with half-hours", 30, "09 09:30 10 10:30 13:30 14 14:30 15 15:30 16 16:30"],
  ])("%s", (_story, lengthMinutes, expected) => {
    const noon = booking("2027-06-07T12:00Z", "2027-06-07T13:00Z", { bufferBeforeMinutes: 10, bufferAfterMinutes: 5 });
    const settings = { lengthMinutes, bufferBeforeMinutes: 15, bufferAfterMinutes: 30 };
    expect(offered(facts(settings, [host(open, { bookings: [noon] })]), query(monday))[monday]).toBe(expected);
  });

  test("21: minimum notice", () => {
    const asked = query(monday, monday, { now: at("2027-06-07T08:20Z") });
    expect(offered(facts({ noticeMinutes: 120 }, [host(open)]), asked)[monday]).toBe("11 12 13 14 15 16");
    const later = query(monday, monday, { now: at("2027-06-07T08:20:40Z") });
    const halves = offered(facts({ noticeMinutes: 120, lengthMinutes: 30 }, [host(open)]), later)[monday];
    expect(halves).toBe("10:30 11 11:30 12 12:30 13 13:30 14 14:30 15 15:30 16 16:30");
  });

  test.each([
    ["25: one booking fills a day of one", 1, 0],
    ["25: … and leaves room in a day of two", 2, 23],
  ])("%s", (_story, day, count) => {
    const own = booking("2027-06-07T08:00Z", "2027-06-07T09:00Z", { isOwnEventType: true });
    const dhaka = host(hours("Asia/Dhaka", "0-6 00:00-23:59"), { bookings: [own] });
    const settings = { countLimits: limits({ day }), periodZone: "Asia/Dhaka" };
    const ownBookings = [{ ...own, organizerId: dhaka.id }];
    const days = offered(
      facts(settings, [dhaka], { ownBookings }),
      query("2027-06-06", "2027-06-08", { zone: "Asia/Dhaka" }),
    );
    expect(days["2027-06-07"]?.split(" ").length ?? 0).toBe(count);
    expect(days["2027-06-08"]?.split(" ")).toHaveLength(24);
  });

  test("26: minutes of the day are used up", () => {
    const twice = [
      booking("2027-06-07T09:00Z", "2027-06-07T10:00Z", { isOwnEventType: true }),
      booking("2027-06-07T11:00Z", "2027-06-07T12:00Z", { isOwnEventType: true }),
    ];
    const one = host(open, { bookings: twice });
    const ownBookings = twice.map((own) => ({ ...own, organizerId: one.id }));
    const days = offered(
      facts({ durationLimits: limits({ day: 120 }) }, [one], { ownBookings }),
      query(monday, "2027-06-08"),
    );
    expect(Object.keys(days)).toEqual(["2027-06-08"]);
  });

  test("33: a reservation hides its time and moves nothing else", () => {
    const held = {
      startsAt: at("2050-09-05T10:00Z"),
      endsAt: at("2050-09-05T11:00Z"),
      isSeat: false,
      isOwnEventType: true,
    };
    const days = offered(facts({}, [host(rome)], { holds: [held] }), query("2050-09-05"));
    expect(days).toEqual({ "2050-09-05": "07 08 09 11 12 13 14" });
  });
});

describe("several hosts", () => {
  const monday = "2027-06-07";
  const utc = (range: string, rest = {}) => host(hours("UTC", `1 ${range}`), rest);

  test("27: collective, where London and New York meet", () => {
    const both = ["Europe/London", "America/New_York"].map((zone) => host(hours(zone, "1-5 09:00-17:00")));
    expect(offered(facts({ scheduling: "collective" }, both), query(monday))).toEqual({ [monday]: "13 14 15" });
  });

  test.each([
    ["28: round robin, who is free takes it", {}, [utc("09:00-11:00"), utc("10:30-13:00")], "09 10 11 12"],
    [
      "29: … within the hours of a fixed host",
      {},
      [utc("10:00-12:00", { isFixed: true }), utc("09:00-11:00"), utc("11:00-14:00")],
      "10 11",
    ],
    [
      "30: … on one grid while ranges overlap",
      { lengthMinutes: 45 },
      [utc("11:00-13:00"), utc("11:15-13:00")],
      "11 11:45",
    ],
  ])("%s", (_story, settings, hosts, expected) => {
    expect(offered(facts({ scheduling: "roundRobin", ...settings }, hosts), query(monday))).toEqual({
      [monday]: expected,
    });
  });
});

describe("booking windows", () => {
  const kolkata = host(hours("Asia/Kolkata", "0-6 09:30-18:00"));
  // Friday 2024-05-31, 07:00 in Kolkata.
  const friday = { zone: "Asia/Kolkata", now: at("2024-05-31T01:30Z") };

  test.each([
    ["32: two calendar days", "calendarDays", ["2024-05-31", "2024-06-01", "2024-06-02"]],
    [
      "32: two business days, the weekend between them included",
      "businessDays",
      ["2024-05-31", "2024-06-01", "2024-06-02", "2024-06-03", "2024-06-04"],
    ],
  ] as const)("%s", (_story, kind, dates) => {
    const settings = { bookingWindow: { kind, days: 2, isRolling: false } };
    expect(Object.keys(offered(facts(settings, [kolkata]), query("2024-05-31", "2024-06-09", friday)))).toEqual(dates);
  });

  test("38: a range of dates is read in the schedule's zone", () => {
    const range = { kind: "range", fromDate: "2027-06-09", toDate: "2027-06-10", zone: "America/New_York" } as const;
    const newYork = facts({ bookingWindow: range }, [host(hours("America/New_York", "0-6 09:00-12:00"))]);
    expect(offered(newYork, query("2027-06-07", "2027-06-12"))).toEqual({
      "2027-06-09": "13 14 15",
      "2027-06-10": "13 14 15",
    });
  });
});
