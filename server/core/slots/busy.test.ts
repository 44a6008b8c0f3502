import { describe, expect, test } from "vitest";
import { at, booking, facts, host, hours, offered, query } from "../../../test/engine/build.js";
import type { BusyBooking, EventFacts, HostFacts, SlotFacts, SlotQuery } from "./index.js";

const monday = "2027-06-07";
const open = hours("UTC", "0-6 09:00-17:00");
const wholeDay = "09 10 11 12 13 14 15 16";

/** A booking on that Monday: onMonday("12:00", "13:00"). */
function onMonday(from: string, to: string, rest: Partial<BusyBooking> = {}): BusyBooking {
  return booking(`${monday}T${from}Z`, `${monday}T${to}Z`, rest);
}

function blockOnMonday(from: string, to: string) {
  return { startsAt: at(`${monday}T${from}Z`), endsAt: at(`${monday}T${to}Z`) };
}

interface Situation {
  settings?: Partial<EventFacts>;
  one?: Partial<HostFacts>;
  rest?: Partial<SlotFacts>;
  asked?: Partial<SlotQuery>;
}

function left({ settings = {}, one = {}, rest = {}, asked = {} }: Situation): string | undefined {
  return offered(facts(settings, [host(open, one)], rest), query(monday, monday, asked))[monday];
}

describe("bookings of a host", () => {
  test.each([
    ["touching is not overlapping", [onMonday("08:00", "09:00"), onMonday("17:00", "18:00")], {}, wholeDay],
    [
      "unsorted and overlapping",
      [onMonday("13:00", "14:00"), onMonday("10:00", "12:00"), onMonday("11:00", "11:30")],
      {},
      "09 12 14 15 16",
    ],
    [
      "a request for another event type does not block",
      [onMonday("10:00", "11:00", { isPending: true })],
      { blocksUnconfirmed: true },
      wholeDay,
    ],
    [
      "a request for this one does",
      [onMonday("10:00", "11:00", { isPending: true, isOwnEventType: true })],
      { blocksUnconfirmed: true },
      "09 11 12 13 14 15 16",
    ],
    [
      "… unless the event type lets it pass",
      [onMonday("10:00", "11:00", { isPending: true, isOwnEventType: true })],
      {},
      wholeDay,
    ],
    [
      "a booking just outside the window reaches in with its buffer",
      [booking("2027-06-06T22:00Z", "2027-06-07T08:30Z", { bufferAfterMinutes: 60 })],
      {},
      "10 11 12 13 14 15 16",
    ],
    [
      "a booking of some seconds more takes its whole slot",
      [booking("2027-06-07T10:00Z", "2027-06-07T11:00:30Z")],
      {},
      "09 12 13 14 15 16",
    ],
    [
      "… also in the middle of a grid",
      [booking("2027-06-07T10:00Z", "2027-06-07T10:30:01Z")],
      { lengthMinutes: 30 },
      "09 09:30 11 11:30 12 12:30 13 13:30 14 14:30 15 15:30 16 16:30",
    ],
    [
      "buffers of an event need not lie inside the hours",
      [],
      { bufferBeforeMinutes: 15, bufferAfterMinutes: 15 },
      wholeDay,
    ],
  ])("%s", (_story, bookings, settings, expected) => {
    expect(left({ settings, one: { bookings } })).toBe(expected);
  });

  test("the booking to be moved is not busy", () => {
    const bookings = [onMonday("10:00", "11:00", { uid: "moved" }), onMonday("12:00", "13:00")];
    expect(left({ one: { bookings }, asked: { rescheduleUid: "moved" } })).toBe("09 10 11 13 14 15 16");
  });
});

describe("calendars of a host", () => {
  test.each([
    ["blocks take time", {}, "09 12 13 14 15 16"],
    ["… widened by the new event's buffers, the after-buffer ahead", { bufferAfterMinutes: 30 }, "12 13 14 15 16"],
    ["… and the before-buffer behind", { bufferBeforeMinutes: 30 }, "09 13 14 15 16"],
  ])("%s", (_story, settings, expected) => {
    const calendarBlocks = [blockOnMonday("10:30", "12:00"), blockOnMonday("10:00", "10:30")];
    expect(left({ settings, one: { calendarBlocks } })).toBe(expected);
  });

  test("a calendar that cannot be read leaves nothing", () => {
    expect(left({ one: { calendarFailed: true } })).toBeUndefined();
  });

  test("a block that mirrors the booking to be moved is cut out, the rest of it stays", () => {
    const one = {
      bookings: [onMonday("10:00", "11:00", { uid: "moved" })],
      calendarBlocks: [blockOnMonday("10:00", "12:00")],
    };
    expect(left({ one, asked: { rescheduleUid: "moved" } })).toBe("09 10 12 13 14 15 16");
  });
});

describe("seats", () => {
  const seated = onMonday("10:00", "11:00", { uid: "s1", isOwnEventType: true, bufferAfterMinutes: 60 });
  const seatBookings = (taken: number) => [{ uid: "s1", startsAt: seated.startsAt, endsAt: seated.endsAt, taken }];

  test("a seated booking stays on offer, full or not, and keeps its buffers", () => {
    for (const taken of [1, 2]) {
      const situation = {
        settings: { seatsPerTimeSlot: 2 },
        one: { bookings: [seated] },
        rest: { seatBookings: seatBookings(taken) },
      };
      expect(left(situation)).toBe("09 10 12 13 14 15 16");
    }
  });

  test("a single seat is an ordinary booking", () => {
    const situation = {
      settings: { seatsPerTimeSlot: 1 },
      one: { bookings: [seated] },
      rest: { seatBookings: seatBookings(1) },
    };
    expect(left(situation)).toBe("09 12 13 14 15 16");
  });

  test("seated bookings of another event type are ordinary busy time", () => {
    const other = { ...seated, isOwnEventType: false };
    expect(left({ settings: { seatsPerTimeSlot: 2 }, one: { bookings: [other] } })).toBe("09 12 13 14 15 16");
  });

  test.each([
    ["with a seat left, its mirror in the calendar is cut out", 1, "09 10 12 13 14 15 16"],
    ["full, its mirror counts", 2, "09 12 13 14 15 16"],
  ])("%s", (_story, taken, expected) => {
    const one = { bookings: [seated], calendarBlocks: [blockOnMonday("10:00", "11:00")] };
    expect(left({ settings: { seatsPerTimeSlot: 2 }, one, rest: { seatBookings: seatBookings(taken) } })).toBe(
      expected,
    );
  });
});

describe("reservations of others", () => {
  const hold = { ...blockOnMonday("10:30", "11:00"), isSeat: false, isOwnEventType: false };

  test.each([
    ["hide every slot they overlap, without buffers", {}, [hold], "09 11 12 13 14 15 16"],
    [
      "hide two slots if they reach into both",
      {},
      [{ ...hold, ...blockOnMonday("10:59", "11:01") }],
      "09 12 13 14 15 16",
    ],
    ["hide nothing by touching", {}, [{ ...hold, ...blockOnMonday("08:00", "09:00") }], wholeDay],
    ["move no grid", { lengthMinutes: 45 }, [hold], "09 09:45 11:15 12 12:45 13:30 14:15 15 15:45"],
    ["hide no seats", { seatsPerTimeSlot: 3 }, [{ ...hold, isSeat: true }], wholeDay],
  ])("%s", (_story, settings, holds, expected) => {
    expect(left({ settings: { bufferBeforeMinutes: 30, ...settings }, rest: { holds } })).toBe(expected);
  });
});
