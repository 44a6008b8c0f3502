import { beforeEach, describe, expect, test } from "vitest";
import { book, guest, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { operatorKey, type TestUser, useHouse } from "../../../test/harness/house.js";
import { type MailServer, readInvitation, readSeries, startMailServer } from "../../../test/harness/mail-server.js";
import { freePort } from "../../../test/harness/server-process.js";
import { plainSnapshot, requestSnapshot } from "../../../test/harness/snapshot.js";
import { hourMs, minuteMs } from "../../core/time/index.js";
import { createMailSender } from "../../outside/mail-sender.js";
import { at, jsonb } from "../../store/sql.js";
import { type BookingSnapshot, type EventKind, recordEvent } from "../events/index.js";

const house = useHouse();
const version = newest.bookings;
const start = "2026-11-30T10:00:00Z";
const later = "2026-11-30T12:00:00Z";

let ann: TestUser;

beforeEach(async () => {
  ann = await house.user({ name: "Ann Host", timeZone: "Europe/Rome" });
});

interface Kept {
  kind: string;
  to: { name: string; email: string };
  replyTo: { name: string; email: string } | null;
  subject: string;
  html: string;
  text: string;
  calendar: { method: string; content: string } | null;
}

/** The mails of what happened since the last look, oldest first. */
async function mails(): Promise<Kept[]> {
  await house.runJobs();
  await house.events();
  const { body } = await house.get("/v2/admin/outbox?limit=100", { as: operatorKey });
  await house.store.db.deleteFrom("mails").execute();
  return body.data.reverse();
}

/** Who got which kind with what done to the calendar. */
const table = (list: Kept[]) => list.map(({ kind, to, calendar }) => [to.email, kind, calendar?.method ?? null]);

const post = (path: string, body: object, as?: TestUser) => house.post(`/v2/bookings/${path}`, body, { version, as });

/** Something happens in Ann's account. */
const happen = async (kind: EventKind, data: BookingSnapshot): Promise<void> =>
  house.store.transaction((tx) =>
    recordEvent(tx, { kind, userId: ann.id, subject: data.booking.uid, data, createdAt: house.now }),
  );

describe("who is written to", () => {
  const friend = "friend@example.com";
  const everybody = (kind: string, method: string | null) => [
    [ann.email, kind, method],
    [guest.email, kind, method],
    [friend, kind, method],
  ];
  const bookHere = async (fields: object = {}): Promise<string> => {
    const id = await makeEventType(house, ann, fields);
    const { data } = (await book(house, id, start, { guests: [friend] })).body;
    return (Array.isArray(data) ? data[0] : data).uid;
  };
  const confirmationPolicy = { type: "always", blockUnconfirmedBookingsInBooker: false };

  test("a booking: organizer, booker and guests", async () => {
    await bookHere();
    expect(table(await mails())).toEqual(everybody("booking.created", "REQUEST"));
  });

  test("a booking with noEmail: the host alone, and nobody if he made it himself; its cancellation is told", async () => {
    const eventTypeId = await makeEventType(house, ann);
    const una = { timeZone: "UTC", language: "en", metadata: {}, responses: { name: "Una", email: guest.email } };
    const bookQuietly = async (at: string, as?: TestUser): Promise<string> => {
      const body = { ...una, eventTypeId, start: at, noEmail: true };
      return (await house.post("/v2/bookings", body, { version: "2024-04-15", as })).body.data.uid;
    };
    await bookQuietly(start);
    expect(table(await mails())).toEqual([[ann.email, "booking.created", "REQUEST"]]);
    const uid = await bookQuietly(later, ann);
    expect(table(await mails())).toEqual([]);
    await post(`${uid}/cancel`, { cancellationReason: "no" }, ann);
    expect(table(await mails())).toEqual(everybody("booking.cancelled", "CANCEL").slice(0, 2));
  });

  test("a request, and its confirmation", async () => {
    const uid = await bookHere({ confirmationPolicy });
    expect(table(await mails())).toEqual(everybody("booking.requested", null));
    await post(`${uid}/confirm`, {}, ann);
    expect(table(await mails())).toEqual(everybody("booking.confirmed", "REQUEST"));
  });

  test("a request that is declined: those who asked, with the reason", async () => {
    const uid = await bookHere({ confirmationPolicy });
    await mails();
    await post(`${uid}/decline`, { reason: "I am away" }, ann);
    const told = await mails();
    expect(table(told)).toEqual(everybody("booking.declined", null).slice(1));
    expect(told[0]?.text).toContain("I am away");
  });

  test("a move", async () => {
    const uid = await bookHere();
    await mails();
    await post(`${uid}/reschedule`, { start: later, reschedulingReason: "Train" });
    const told = await mails();
    expect(table(told)).toEqual(everybody("booking.rescheduled", "REQUEST"));
    expect(told[1]?.text).toMatch(
      /When:\n.*Monday, November 30, 2026\n {2}1:00 – 1:30 PM[\s\S]*Before:\n.*\n {2}11:00 – 11:30 AM/,
    );
  });

  test("a move that must be confirmed takes the old time out of the calendars, and so does its refusal", async () => {
    const uid = await bookHere({ confirmationPolicy });
    await post(`${uid}/confirm`, {}, ann);
    await mails();
    const moved = (await post(`${uid}/reschedule`, { start: later, rescheduledBy: guest.email })).body.data.uid;
    const asked = await mails();
    expect(table(asked)).toEqual(everybody("booking.move-requested", "CANCEL"));
    expect(readInvitation(asked[1]?.calendar?.content ?? "")).toMatchObject({ start: "2026-11-30T10:00:00.000Z" });
    await post(`${moved}/decline`, {}, ann);
    expect(table(await mails())).toEqual(everybody("booking.declined", "CANCEL").slice(1));
  });

  test("a cancellation, with the reason and who it was", async () => {
    const uid = await bookHere();
    await mails();
    await post(`${uid}/cancel`, { cancellationReason: "I am ill" }, ann);
    const told = await mails();
    expect(table(told)).toEqual(everybody("booking.cancelled", "CANCEL"));
    expect(told[1]?.text).toMatch(/Reason:\n {2}I am ill\n\nCancelled by:\n {2}Ann Host/);
  });

  test("a series: one mail for all its occurrences, when it is made, confirmed and cancelled", async () => {
    const recurrence = { interval: 1, occurrences: 3, frequency: "weekly" };
    const uid = await bookHere({ recurrence, confirmationPolicy });
    const made = await mails();
    expect(table(made)).toEqual(everybody("booking.requested", null));
    expect(made[1]?.text).toContain("Repeats:\n  Every week\n");
    await post(`${uid}/confirm`, {}, ann);
    expect(table(await mails())).toEqual(everybody("booking.confirmed", "REQUEST"));
    await post(`${uid}/cancel`, { cancellationReason: "no", cancelSubsequentBookings: true }, ann);
    const ended = await mails();
    expect(table(ended)).toEqual(everybody("booking.cancelled", "CANCEL"));
    expect(ended[1]?.text).toContain("Also cancelled:\n  Monday, December 7, 2026\n  Monday, December 14, 2026\n");
  });

  test("another place", async () => {
    const uid = await bookHere();
    await mails();
    const location = { type: "address", address: "1 Main St" };
    await house.patch(`/v2/bookings/${uid}/location`, { location }, { version, as: ann });
    const told = await mails();
    expect(table(told)).toEqual(everybody("booking.relocated", "REQUEST"));
    expect(told.map(({ text }) => text.includes("1 Main St"))).toEqual([true, true, true]);
  });

  test.each([false, true])(
    "people who are added later, and the organizer; waiting for confirmation: %s",
    async (isPending) => {
      const uid = await bookHere(isPending ? { confirmationPolicy } : {});
      await mails();
      const method = isPending ? null : "REQUEST";
      await house.post(`/v2/bookings/${uid}/guests`, { guests: [{ email: "late@example.com" }] }, { version, as: ann });
      expect(table(await mails())).toEqual([
        [ann.email, "booking.people-added", method],
        ["late@example.com", "booking.people-added", method],
      ]);
      const latest = { name: "Last", email: "last@example.com", timeZone: "Asia/Shanghai", language: "zh-CN" };
      await house.post(`/v2/bookings/${uid}/attendees`, latest, { version, as: ann });
      const told = await mails();
      expect(told.map(({ to }) => to.email)).toEqual([ann.email, "last@example.com"]);
      expect(told[1]?.text).toContain("您已被添加到与 Ann Host 的会议。");
      if (isPending) return;
      const entries = told.map(({ calendar }) => readInvitation(calendar?.content ?? ""));
      expect(entries[0]?.attendees).toEqual(
        [guest.email, friend, "late@example.com", "last@example.com"].map((to) => `mailto:${to}`),
      );
      expect(new Set(entries.map((entry) => `${entry.uid} ${entry.sequence}`)).size).toBe(1);
    },
  );

  test("the host asks for another time", async () => {
    await happen("booking.cancelled", { ...plainSnapshot({ status: "cancelled" }), isRescheduleRequest: true });
    expect(table(await mails()).map(([, kind, method]) => [kind, method])).toEqual(
      Array.from({ length: 3 }, () => ["booking.rebook", "CANCEL"]),
    );
  });

  test("nobody of who was absent, nor of a place of what is over", async () => {
    await happen("booking.absence-updated", { ...plainSnapshot(), absences: [] });
    await happen("booking.location-updated", plainSnapshot({ status: "cancelled" }));
    expect(await mails()).toEqual([]);
  });

  test("each once, even if the organizer or the booker is among the guests, and if the event is told twice", async () => {
    const snapshot = plainSnapshot();
    const [booker, friend] = snapshot.attendees;
    if (!booker || !friend) throw new Error("no attendees");
    const twice = { ...friend, email: "CID@example.com" };
    const host = { ...friend, email: snapshot.organizer?.email ?? "" };
    await happen("booking.created", { ...snapshot, attendees: [booker, twice, host] });
    const [event] = await house.store.db.selectFrom("events").select("id").orderBy("id", "desc").limit(1).execute();
    await house.store.db
      .insertInto("jobs")
      .values({ kind: "event.tell", payload: jsonb({ eventId: event?.id }), run_at: at(house.now) })
      .execute();
    expect((await mails()).map(({ to }) => to.email)).toEqual(["wesmwrhoioc@example.com", "cid@example.com"]);
  });

  test("not who left only a number", async () => {
    const snapshot = plainSnapshot();
    const attendees = snapshot.attendees
      .slice(0, 1)
      .map((booker) => ({ ...booker, email: "393331234567@sms.cal.com" }));
    await happen("booking.created", { ...snapshot, attendees });
    const told = await mails();
    expect(told.map(({ to, replyTo }) => [to.email, replyTo])).toEqual([["wesmwrhoioc@example.com", null]]);
    expect(told[0]?.text).toContain("+393331234567");
    expect(told[0]?.text).not.toContain("sms.cal.com");
  });

  test.each([
    [{ disableEmailsToAttendees: true }, ["wesmwrhoioc@example.com"]],
    [{ disableEmailsToHosts: true }, ["cid@example.com", "g1@example.com"]],
    [{ disableEmailsToAttendees: true, disableEmailsToHosts: true }, []],
  ])("not whom the event type silences: %j", async (emailSettings, expected) => {
    const snapshot = plainSnapshot();
    const eventType = snapshot.eventType && { ...snapshot.eventType, settings: { emailSettings } };
    await happen("booking.created", { ...snapshot, eventType });
    expect((await mails()).map(({ to }) => to.email)).toEqual(expected);
  });

  test("nobody once the organizer's account is gone", async () => {
    await happen("booking.cancelled", { ...plainSnapshot({ status: "cancelled" }), organizer: null });
    expect(await mails()).toEqual([]);
  });
});

describe("what is written", () => {
  test("is in the reader's language, zone and clock", async () => {
    const snapshot = plainSnapshot();
    const [booker, friend] = snapshot.attendees;
    if (!booker || !friend || !snapshot.organizer) throw new Error("no people");
    await happen("booking.created", {
      ...snapshot,
      organizer: { ...snapshot.organizer, timeFormat: 24 },
      attendees: [
        { ...booker, locale: "zh-CN", timeZone: "Asia/Shanghai" },
        { ...friend, locale: "it", timeZone: "America/New_York" },
      ],
    });
    const [host, chinese, italian] = await mails();
    expect(host?.text).toContain("11:00 – 11:30 (30 minutes)\n  Central European Standard Time (Europe/Rome)");
    expect(chinese?.subject).toBe("已确认：Plain between Wes Hook and Cid");
    expect(chinese?.text).toContain("2026年11月30日星期一\n  18:00–18:30（30分钟）\n  中国标准时间（Asia/Shanghai）");
    expect(chinese?.html).toContain('<html lang="zh-CN">');
    expect(italian?.subject).toBe("Confirmed: Plain between Wes Hook and Cid");
    expect(italian?.text).toContain("5:00 – 5:30 AM (30 minutes)\n  Eastern Standard Time (America/New_York)");
  });

  test("tells a meeting across midnight and across a change of the clocks by both days and both names", async () => {
    const times = { startsAt: Date.parse("2026-11-01T03:30:00Z"), endsAt: Date.parse("2026-11-01T06:30:00Z") };
    await happen("booking.created", plainSnapshot(times));
    const booker = (await mails())[1];
    expect(booker?.text).toContain(
      "Saturday, October 31, 2026\n  11:30 PM – Sunday, November 1, 2026, 1:30 AM (180 minutes)\n" +
        "  Eastern Daylight Time – Eastern Standard Time (America/New_York)",
    );
  });

  test("answers, notes and the phone are for organizer and booker, not for guests", async () => {
    await happen("booking.created", plainSnapshot());
    const [host, booker, friend] = await mails();
    for (const mail of [host, booker]) expect(mail?.text).toMatch(/\+393331234567[\s\S]*ACME[\s\S]*my notes/);
    expect(friend?.text).not.toMatch(/\+393331234567|ACME|my notes/);
  });

  test("goes back to the organizer, or to the booker", async () => {
    await happen("booking.created", plainSnapshot());
    expect((await mails()).map(({ replyTo }) => replyTo?.email)).toEqual([
      "cid@example.com",
      "wesmwrhoioc@example.com",
      "wesmwrhoioc@example.com",
    ]);
  });

  test("does not tell an address that the organizer hides", async () => {
    const snapshot = plainSnapshot();
    const eventType = snapshot.eventType && { ...snapshot.eventType, settings: { hideOrganizerEmail: true } };
    await happen("booking.created", { ...snapshot, eventType });
    const [, ...others] = await mails();
    expect(JSON.stringify(others)).not.toContain(snapshot.organizer?.email);
    expect(readInvitation(others[0]?.calendar?.content ?? "").organizer).toBe("mailto:no-reply@localhost");
    expect(others.map(({ replyTo }) => replyTo)).toEqual([null, null]);
  });

  test("is text, and its subject one line, whatever strangers call themselves", async () => {
    const id = await makeEventType(house, ann);
    const name = 'Eve</p><script>alert(1)</script>\r\nBcc: all@example.com "x"';
    await book(house, id, start, { attendee: { ...guest, name } });
    for (const { html, subject, to, calendar } of await mails()) {
      expect(html).not.toContain("<script");
      expect(subject).not.toMatch(/[\r\n]/);
      expect(to.name).not.toMatch(/[\r\n]/);
      expect(readInvitation(calendar?.content ?? "").attendees).toEqual(["mailto:gil@example.com"]);
    }
  });

  test("links to the web only", async () => {
    for (const location of [
      "javascript:alert(1)",
      "https://meet.example.com/a b",
      "www.example.com/x",
      "integrations:daily",
    ]) {
      await happen("booking.created", plainSnapshot({ location }));
    }
    const links = (await mails())
      .filter(({ to }) => to.email === "cid@example.com")
      .map(({ html }) => /href="([^"]*)"/.exec(html)?.[1]);
    expect(links).toEqual([undefined, "https://meet.example.com/a%20b", "https://www.example.com/x", undefined]);
  });
});

describe("the entry of a series", () => {
  const weekly = { recurrence: { interval: 1, occurrences: 3, frequency: "weekly" } };
  const starts = ["2027-03-22T09:00:00.000Z", "2027-03-29T08:00:00.000Z", "2027-04-05T08:00:00.000Z"];
  const read = (told: Kept[]) => told.map(({ calendar }) => readSeries(calendar?.content ?? ""));
  const bookSeries = async (fields: object = {}) =>
    (await book(house, await makeEventType(house, ann, { ...weekly, ...fields }), starts[0] ?? "")).body.data;

  test("holds all occurrences, on the booker's wall across a change of the clocks, for every reader", async () => {
    const [{ recurringBookingUid }] = await bookSeries();
    const entries = read(await mails());
    expect(entries).toHaveLength(2);
    const whole = { uid: `${recurringBookingUid}@kalends`, sequence: 0, start: starts[0], occurrence: null, starts };
    for (const entry of entries) expect(entry).toEqual([whole]);
  });

  test("comes with the confirmation, where one is needed", async () => {
    const [{ uid }] = await bookSeries({
      confirmationPolicy: { type: "always", blockUnconfirmedBookingsInBooker: false },
    });
    await mails();
    await post(`${uid}/confirm`, {}, ann);
    expect(read(await mails())[1]).toMatchObject([{ start: starts[0], occurrence: null, starts }]);
  });

  test("hears of the one occurrence that is moved, moved again, or cancelled, and of the others that end with it", async () => {
    const [first, second] = await bookSeries();
    const [[whole] = []] = read(await mails());
    const about = (occurrence: string | undefined) => ({ uid: whole?.uid, occurrence, starts: [] });
    const moved = (await post(`${second.uid}/reschedule`, { start: "2027-03-30T10:00:00Z" }, ann)).body.data;
    expect(read(await mails())[1]).toMatchObject([
      { ...about(starts[1]), start: "2027-03-30T10:00:00.000Z", sequence: 1 },
    ]);
    await post(`${moved.uid}/reschedule`, { start: "2027-03-31T10:00:00Z" }, ann);
    expect(read(await mails())[1]).toMatchObject([{ ...about(starts[1]), sequence: 2 }]);
    await post(`${first.uid}/cancel`, { cancellationReason: "no", cancelSubsequentBookings: true }, ann);
    const told = await mails();
    expect(table(told).map(([, , method]) => method)).toEqual(["CANCEL", "CANCEL"]);
    expect(read(told)[1]).toMatchObject([
      { ...about(starts[0]), sequence: 1 },
      { ...about(starts[1]), sequence: 3 },
      { ...about(starts[2]), sequence: 1 },
    ]);
  });
});

describe("the entry in the calendar", () => {
  test("stays one and the same through every change, each newer than the last", async () => {
    const id = await makeEventType(house, ann);
    const uid = (await book(house, id, start)).body.data.uid;
    const seen = [await mails()];
    house.now += minuteMs;
    const moved = (await post(`${uid}/reschedule`, { start: later })).body.data.uid;
    seen.push(await mails());
    const location = { type: "link", link: "https://meet.example.com/new" };
    await house.patch(`/v2/bookings/${moved}/location`, { location }, { version, as: ann });
    seen.push(await mails());
    const again = (await post(`${moved}/reschedule`, { start: "2026-12-01T09:00:00Z" }, ann)).body.data.uid;
    seen.push(await mails());
    await post(`${again}/cancel`, { cancellationReason: "no" }, ann);
    seen.push(await mails());
    for (const reader of [0, 1]) {
      const entries = seen.map((told) => readInvitation(told[reader]?.calendar?.content ?? ""));
      expect(new Set(entries.map((entry) => entry.uid)).size).toBe(1);
      expect(entries.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4]);
      expect(entries.map((entry) => entry.start.slice(0, 16))).toEqual([
        "2026-11-30T10:00",
        "2026-11-30T12:00",
        "2026-11-30T12:00",
        "2026-12-01T09:00",
        "2026-12-01T09:00",
      ]);
      expect(entries.map(({ method, status }) => `${method} ${status}`)).toEqual([
        ...Array.from({ length: 4 }, () => "REQUEST CONFIRMED"),
        "CANCEL CANCELLED",
      ]);
      expect(entries[2]?.location).toBe("https://meet.example.com/new");
      expect(entries[0]).toMatchObject({
        zone: "Europe/Rome",
        attendees: ["mailto:gil@example.com"],
        answers: ["ACCEPTED"],
      });
      expect(entries[0]?.organizer).toBe(`mailto:${ann.email}`);
    }
  });

  test.each([
    [{ hideCalendarNotes: true }, ""],
    [{ hideCalendarEventDetails: true }, ""],
    [{}, "my notes"],
  ])("shows notes unless the event type hides them: %j", async (settings, description) => {
    const snapshot = plainSnapshot();
    const eventType = snapshot.eventType && { ...snapshot.eventType, settings };
    await happen("booking.created", { ...snapshot, eventType });
    const [mail] = await mails();
    expect(readInvitation(mail?.calendar?.content ?? "").description).toBe(description);
  });
});

describe("a booking with seats", () => {
  const seats = (showAttendeeInfo: boolean) => ({
    seats: { seatsPerTimeSlot: 5, showAttendeeInfo, showAvailabilityCount: true },
  });
  const other = { name: "Ola Other", email: "ola@example.com", timeZone: "Europe/Oslo" };

  const seated = async (isShown: boolean) => {
    const id = await makeEventType(house, ann, seats(isShown));
    const first = (await book(house, id, start)).body.data;
    const second = (await book(house, id, start, { attendee: other })).body.data;
    return { uid: first.uid as string, firstSeat: first.seatUid as string, secondSeat: second.seatUid as string };
  };

  test("tells the organizer of each seat, and each attendee of his own", async () => {
    await seated(false);
    const told = await mails();
    expect(table(told)).toEqual([
      [ann.email, "booking.created", "REQUEST"],
      [guest.email, "booking.created", "REQUEST"],
      [ann.email, "booking.created", "REQUEST"],
      [other.email, "booking.created", "REQUEST"],
    ]);
    expect(JSON.stringify(told[3])).not.toContain(guest.email);
    // The organizer's entry is one, and names nobody, because each mail knows of one seat only.
    const entries = [told[0], told[2]].map((mail) => readInvitation(mail?.calendar?.content ?? ""));
    expect(entries.map(({ attendees }) => attendees)).toEqual([[`mailto:${ann.email}`], [`mailto:${ann.email}`]]);
    expect(entries[0]?.uid).toBe(entries[1]?.uid);
  });

  test("a seat given back: its attendee loses the entry, the organizer keeps it, others hear nothing", async () => {
    const { uid, secondSeat } = await seated(true);
    await mails();
    await post(`${uid}/cancel`, { seatUid: secondSeat });
    const told = await mails();
    expect(table(told)).toEqual([
      [ann.email, "booking.seat-cancelled", null],
      [other.email, "booking.seat-cancelled", "CANCEL"],
    ]);
    expect(told[0]?.subject).toMatch(/^Seat given back: /);
    expect(told[1]?.subject).toMatch(/^Cancelled: /);
  });

  test("a seat moved to another booking stays the same entry of its attendee, newer than before", async () => {
    const { uid, secondSeat } = await seated(true);
    const before = (await mails())[3];
    house.now += minuteMs;
    await post(`${uid}/reschedule`, { start: later, seatUid: secondSeat });
    const after = (await mails()).find(({ to }) => to.email === other.email);
    const [old, moved] = [before, after].map((mail) => readInvitation(mail?.calendar?.content ?? ""));
    expect(moved?.uid).toBe(old?.uid);
    expect(moved?.sequence).toBeGreaterThan(old?.sequence ?? 0);
    expect(moved?.start).toBe("2026-11-30T12:00:00.000Z");
  });

  test("guests who come along on seats of their own are told as well", async () => {
    const id = await makeEventType(house, ann, seats(true));
    await book(house, id, start, { guests: ["friend@example.com"] });
    const told = await mails();
    expect(told.map(({ to }) => to.email)).toEqual([ann.email, guest.email, "friend@example.com"]);
    const uids = told.map(({ calendar }) => readInvitation(calendar?.content ?? "").uid);
    expect(new Set(uids).size).toBe(3);
  });

  test("the last seat takes the organizer's entry along when it is moved", async () => {
    const id = await makeEventType(house, ann, seats(true));
    const { uid, seatUid } = (await book(house, id, start)).body.data;
    const [before] = await mails();
    house.now += minuteMs;
    await post(`${uid}/reschedule`, { start: later, seatUid });
    const [after] = await mails();
    const [old, moved] = [before, after].map((mail) => readInvitation(mail?.calendar?.content ?? ""));
    expect([moved?.uid, moved?.sequence]).toEqual([old?.uid, 1]);
  });

  test.each([true, false])("cancelled as a whole: everybody is told, and sees the others: %s", async (isShown) => {
    const { uid } = await seated(isShown);
    const entries = (await mails())
      .slice(1)
      .map(({ to, calendar }) => [to.email, readInvitation(calendar?.content ?? "").uid]);
    house.now += minuteMs;
    await post(`${uid}/cancel`, { cancellationReason: "no" }, ann);
    const told = await mails();
    expect(table(told)).toEqual([
      [ann.email, "booking.cancelled", "CANCEL"],
      [guest.email, "booking.cancelled", "CANCEL"],
      [other.email, "booking.cancelled", "CANCEL"],
    ]);
    expect(JSON.stringify(told[2]).includes(guest.email)).toBe(isShown);
    const ended = told.slice(1).map(({ to, calendar }) => [to.email, readInvitation(calendar?.content ?? "").uid]);
    for (const entry of ended) expect(entries).toContainEqual(entry);
  });
});

describe("the mail server", () => {
  let server: MailServer;
  const sendsTo = (url: string): void => {
    house.mail = createMailSender({ smtpUrl: url, from: "calendar@example.com", pauseMs: 0 });
  };

  test("down for an hour: every mail arrives once", async () => {
    const port = await freePort();
    sendsTo(`smtp://127.0.0.1:${port}`);
    for (let n = 0; n < 5; n++) {
      await happen("booking.created", plainSnapshot({ id: n, uid: `booking${n}` }));
      await house.runJobs();
      house.now += 12 * minuteMs;
    }
    server = await startMailServer({ port });
    for (let step = 0; step < 8; step++) {
      await house.runJobs();
      house.now += hourMs / 2;
    }
    expect(server.received).toHaveLength(15);
    const ids = server.received.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(15);
    const { body } = await house.get("/v2/admin/outbox", { as: operatorKey });
    expect(new Set(body.data.map(({ status }: { status: string }) => status))).toEqual(new Set(["sent"]));
    expect(await house.store.db.selectFrom("jobs").selectAll().where("kind", "=", "mail.send").execute()).toEqual([]);
    await house.events();
    await server.close();
  });

  test("that says no to one recipient does not keep the others from theirs", async () => {
    server = await startMailServer();
    sendsTo(server.url);
    server.answers.push({ at: "RCPT", status: 550 }, { at: "RCPT", status: 451 });
    await happen("booking.created", plainSnapshot());
    await house.runJobs();
    expect(server.received.flatMap(({ recipients }) => recipients)).toEqual(["g1@example.com"]);
    house.now += minuteMs;
    await house.runJobs();
    expect(server.received.flatMap(({ recipients }) => recipients)).toEqual(["g1@example.com", "cid@example.com"]);
    const { body } = await house.get("/v2/admin/outbox", { as: operatorKey });
    expect(body.data.map(({ status, attempts }: { status: string; attempts: number }) => [status, attempts])).toEqual([
      ["sent", 1],
      ["sent", 2],
      ["failed", 1],
    ]);
    await house.events();
    await server.close();
  });

  test("gets what one person is told of one booking in order, also when the first mail is put off", async () => {
    server = await startMailServer();
    sendsTo(server.url);
    server.answers.push({ at: "RCPT", status: 451 });
    await happen("booking.created", plainSnapshot());
    await happen("booking.cancelled", plainSnapshot({ status: "cancelled" }));
    await house.runJobs();
    const got = () => server.received.map(({ recipients, subject }) => `${recipients} ${subject?.split(":")[0]}`);
    expect(got().sort()).toEqual([
      "cid@example.com Cancelled",
      "cid@example.com Confirmed",
      "g1@example.com Cancelled",
      "g1@example.com Confirmed",
    ]);
    house.now += minuteMs;
    await house.runJobs();
    expect(got().slice(4)).toEqual(["wesmwrhoioc@example.com New booking", "wesmwrhoioc@example.com Cancelled"]);
    await house.events();
    await server.close();
  });

  test("gets a message whose calendar part a reader of mail and one of calendars understand", async () => {
    server = await startMailServer();
    sendsTo(server.url);
    await happen("booking.confirmed", requestSnapshot({ status: "accepted" }));
    await house.runJobs();
    const [, booker] = server.received;
    expect(booker).toMatchObject({
      subject: "Confirmed: Conf between Wes Hook and Oli",
      replyTo: [{ address: "wesmwrhoioc@example.com" }],
      text: expect.stringContaining("Wes Hook confirmed the meeting."),
      html: expect.stringContaining("Wes Hook confirmed the meeting."),
    });
    const part = booker?.attachments.find(({ mimeType }) => mimeType === "text/calendar");
    const content = part?.content;
    const text = typeof content === "string" ? content : new TextDecoder().decode(content);
    expect(readInvitation(text)).toMatchObject({
      method: "REQUEST",
      zone: "America/New_York",
      start: "2026-12-01T10:00:00.000Z",
      attendees: ["mailto:oli@example.com"],
    });
    await house.events();
    await server.close();
  });
});

describe("what it costs", () => {
  test("an event is one job more, however many are told; without a mail server no mail is one", async () => {
    await happen("booking.created", plainSnapshot());
    const statements = await house.countStatements(() => house.runJobs());
    const idle = await house.countStatements(() => house.runJobs());
    // Claim, BEGIN, lock, events, moments, webhooks, hearing, places, COMMIT; claim, event, mails; three looks that find nothing.
    expect(statements - idle).toBe(9 + 3 + 3);
    expect(await house.store.db.selectFrom("jobs").select("id").where("kind", "=", "mail.send").execute()).toEqual([]);
    await house.events();
  });
});
