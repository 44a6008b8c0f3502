import { describe, expect, test } from "vitest";
import { at, booking, facts, host, hours, limits, query } from "../../../test/engine/build.js";
import { type Admission, type AdmitOptions, admit, type HostFacts, type SlotFacts, type SlotQuery } from "./index.js";

const monday = "2027-06-07";
const open = hours("UTC", "0-6 09:00-17:00");
const now = at("2027-06-07T06:00Z");

function ask(
  facts: SlotFacts,
  from: string,
  to: string,
  options: AdmitOptions = {},
  rest: Partial<SlotQuery> = {},
): Admission {
  const time = { from: at(`${monday}T${from}Z`), to: at(`${monday}T${to}Z`) };
  return admit(facts, query(monday, monday, { now, ...rest }), time, options);
}

const one = (rest: Partial<HostFacts> = {}) => host(open, { id: 1, ...rest });
const free = { kind: "free", hostIds: [1], joins: null };
const refused = (rule: string) => ({ kind: "refused", rule });
const hostRefused = (rule: string, bookingUid: string | null = null) => {
  return { kind: "refused", rule: "hosts", reasons: [{ hostId: 1, rule, bookingUid }] };
};

describe("what may be booked", () => {
  test("a time that is years away", () => {
    const time = { from: at("2045-01-16T10:00Z"), to: at("2045-01-16T11:00Z") };
    expect(admit(facts({}, [one()]), query(monday, monday, { now }), time)).toEqual(free);
  });

  test("a free time, on the grid or not", () => {
    expect(ask(facts({}, [one()]), "09:00", "10:00")).toEqual(free);
    expect(ask(facts({}, [one()]), "09:07", "10:07")).toEqual(free);
  });

  test("a time that somebody else has reserved", () => {
    const holds = [
      { startsAt: at(`${monday}T09:00Z`), endsAt: at(`${monday}T10:00Z`), isSeat: false, isOwnEventType: true },
    ];
    expect(ask(facts({}, [one()], { holds }), "09:00", "10:00")).toEqual(free);
  });

  test("another length the booker may choose", () => {
    expect(ask(facts({ lengthOptions: [60, 90] }, [one()]), "09:00", "10:30")).toEqual(free);
  });
});

describe("what is refused, in the order of the checks", () => {
  const busy = one({
    bookings: [booking(`${monday}T12:00Z`, `${monday}T13:00Z`, { uid: "b1", bufferAfterMinutes: 30 })],
  });

  test("past, before anything else", () => {
    expect(ask(facts({ noticeMinutes: 120 }, [one()]), "05:00", "05:10")).toEqual(refused("past"));
  });

  test("notice", () => {
    expect(ask(facts({ noticeMinutes: 240 }, [one()]), "09:00", "10:00")).toEqual(refused("notice"));
    expect(ask(facts({ noticeMinutes: 180 }, [one()]), "09:00", "10:00")).toEqual(free);
  });

  test("booking window", () => {
    const bookingWindow = { kind: "range", fromDate: "2027-06-08", toDate: "2027-06-09", zone: "UTC" } as const;
    expect(ask(facts({ bookingWindow }, [one()]), "09:00", "10:00")).toEqual(refused("window"));
  });

  test("length", () => {
    expect(ask(facts({}, [one()]), "09:00", "09:59")).toEqual(refused("length"));
  });

  test("count limit", () => {
    const own = booking(`${monday}T15:00Z`, `${monday}T16:00Z`);
    const limited = facts({ countLimits: limits({ day: 1 }) }, [busy], { ownBookings: [{ ...own, organizerId: 1 }] });
    expect(ask(limited, "12:00", "13:00")).toEqual(refused("count-limit"));
    expect(ask(limited, "09:00", "10:00", { skipBookingLimits: true })).toEqual(free);
  });

  test("duration limit, only when no host is left who has minutes", () => {
    const own = booking(`${monday}T15:00Z`, `${monday}T16:00Z`);
    const settings = { durationLimits: limits({ day: 90 }), scheduling: "roundRobin" } as const;
    const ownBookings = [{ ...own, organizerId: 1 }];
    expect(ask(facts(settings, [one()], { ownBookings }), "09:00", "10:00")).toEqual(refused("duration-limit"));
    const team = facts(settings, [one(), host(open, { id: 2 })], { ownBookings });
    expect(ask(team, "09:00", "10:00")).toEqual({ ...free, hostIds: [2] });
  });

  test("a limit that closes only the end of the time is the hosts' matter", () => {
    const own = booking("2027-06-08T15:00Z", "2027-06-08T16:00Z");
    const settings = { countLimits: limits({ day: 1 }) };
    const nights = host(hours("UTC", "0-6 00:00-23:59"), { id: 1 });
    const limited = facts(settings, [nights], { ownBookings: [{ ...own, organizerId: 1 }] });
    const time = { from: at("2027-06-07T23:30Z"), to: at("2027-06-08T00:30Z") };
    expect(admit(limited, query(monday, monday, { now }), time)).toEqual(hostRefused("limit"));
  });

  test.each([
    ["outside the hours", one(), "08:30", "09:30", "schedule", null],
    [
      "a day off",
      host(hours("UTC", "0-6 09:00-17:00", `${monday} 00:00-00:00`), { id: 1 }),
      "09:00",
      "10:00",
      "override",
      null,
    ],
    [
      "out of office",
      one({ outOfOffice: [{ startDate: monday, endDate: monday }] }),
      "09:00",
      "10:00",
      "out-of-office",
      null,
    ],
    ["a booking", busy, "11:30", "12:30", "booking", "b1"],
    ["the buffer of a booking", busy, "13:15", "14:15", "buffer", "b1"],
    [
      "a calendar",
      one({ calendarBlocks: [{ startsAt: at(`${monday}T10:00Z`), endsAt: at(`${monday}T11:00Z`) }] }),
      "10:00",
      "11:00",
      "calendar",
      null,
    ],
    ["a calendar that cannot be read", one({ calendarFailed: true }), "10:00", "11:00", "calendar", null],
  ])("hosts: %s", (_story, host, from, to, rule, uid) => {
    expect(ask(facts({}, [host]), from, to)).toEqual(hostRefused(rule, uid));
  });

  test("nobody to host it", () => {
    expect(ask(facts({}, []), "09:00", "10:00")).toEqual({ kind: "refused", rule: "hosts", reasons: [] });
  });
});

describe("owner flags", () => {
  const busy = facts({ noticeMinutes: 600 }, [one({ bookings: [booking(`${monday}T12:00Z`, `${monday}T13:00Z`)] })]);

  test.each([
    ["none", {}, refused("notice")],
    ["out of bounds", { allowBookingOutOfBounds: true }, "hosts"],
    ["conflicts", { allowConflicts: true }, refused("notice")],
    ["both", { allowConflicts: true, allowBookingOutOfBounds: true }, free],
  ])("%s", (_story, options, expected) => {
    const answer = ask(busy, "12:00", "13:00", options);
    expect(expected === "hosts" && answer.kind === "refused" ? answer.rule : answer).toEqual(expected);
  });

  test("no flag reaches into the past", () => {
    const options = { allowConflicts: true, allowBookingOutOfBounds: true, skipBookingLimits: true };
    expect(ask(busy, "05:00", "06:00", options)).toEqual(refused("past"));
  });
});

describe("several hosts", () => {
  const busyAtNine = { bookings: [booking(`${monday}T09:00Z`, `${monday}T10:00Z`, { uid: "b1" })] };
  const team = (kind: "collective" | "roundRobin", first: Partial<HostFacts> = {}) =>
    facts({ scheduling: kind }, [
      host(open, { id: 1, ...first }),
      host(open, { id: 2, ...busyAtNine }),
      host(open, { id: 3 }),
    ]);

  test("round robin names all who are free to choose from", () => {
    expect(ask(team("roundRobin"), "09:00", "10:00")).toEqual({ ...free, hostIds: [1, 3] });
    expect(ask(team("roundRobin"), "10:00", "11:00")).toEqual({ ...free, hostIds: [1, 2, 3] });
  });

  test("… only of those who may rotate", () => {
    expect(ask(team("roundRobin"), "10:00", "11:00", {}, { rotatingHostIds: [2] })).toEqual({ ...free, hostIds: [2] });
    expect(ask(team("roundRobin"), "09:00", "10:00", {}, { rotatingHostIds: [2] })).toMatchObject({ rule: "hosts" });
  });

  test("collective needs everybody, and says who is not free", () => {
    expect(ask(team("collective"), "09:00", "10:00")).toEqual({
      kind: "refused",
      rule: "hosts",
      reasons: [{ hostId: 2, rule: "booking", bookingUid: "b1" }],
    });
  });

  test("a fixed host must be free, whoever rotates", () => {
    const answer = ask(team("roundRobin", { isFixed: true, ...busyAtNine }), "09:00", "10:00");
    expect(answer).toMatchObject({ kind: "refused", rule: "hosts" });
  });
});

describe("seats", () => {
  const seated = booking(`${monday}T10:00Z`, `${monday}T11:00Z`, {
    uid: "s1",
    isOwnEventType: true,
    bufferAfterMinutes: 15,
  });
  const withTaken = (taken: number, seatsPerTimeSlot = 2) => {
    const seatBookings = [{ uid: "s1", startsAt: seated.startsAt, endsAt: seated.endsAt, taken }];
    return facts({ seatsPerTimeSlot }, [one({ bookings: [seated] })], { seatBookings });
  };

  test("a booking joins the one at its start", () => {
    expect(ask(withTaken(1), "10:00", "11:00")).toMatchObject({ kind: "free", joins: { uid: "s1", taken: 1 } });
  });

  test("no seat left, whatever the owner allows", () => {
    expect(ask(withTaken(2), "10:00", "11:00")).toEqual(refused("seats-full"));
    expect(ask(withTaken(2), "10:00", "11:00", { allowConflicts: true })).toEqual(refused("seats-full"));
  });

  test("a single seat that is taken is a busy host", () => {
    expect(ask(withTaken(1, 1), "10:00", "11:00")).toMatchObject({ rule: "hosts", reasons: [{ rule: "booking" }] });
  });

  test("its buffers keep others off", () => {
    expect(ask(withTaken(1), "11:00", "12:00")).toMatchObject({
      rule: "hosts",
      reasons: [{ rule: "buffer", bookingUid: "s1" }],
    });
    expect(ask(withTaken(1), "11:15", "12:15")).toEqual(free);
  });

  test("the booking to be moved makes room for itself", () => {
    const busy = facts({}, [one({ bookings: [seated] })]);
    expect(ask(busy, "10:30", "11:30", {}, { rescheduleUid: "s1" })).toEqual(free);
  });
});
