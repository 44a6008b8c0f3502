import { describe, expect, test } from "vitest";
import { book, guest, makeEventType, newest, slotStarts } from "../../../test/harness/fixtures.js";
import { useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const monday = "2026-11-30";

describe("POST /v2/bookings", () => {
  test("201 books the slot, which is gone at once", async () => {
    const ann = await house.user({ name: "Ann Host", timeZone: "Europe/Rome" });
    const link = { type: "link", link: "https://meet.example.com/ann", public: true };
    const eventTypeId = await makeEventType(house, ann, { title: "Plain", slug: "plain", locations: [link] });
    const answer = await book(house, eventTypeId, `${monday}T10:00:00Z`);
    expect(answer.status).toBe(201);
    const { uid } = answer.body.data;
    expect(uid).toMatch(/^[1-9A-HJ-NP-Za-km-z]{22}$/);
    expect(answer.body.data).toEqual({
      id: expect.any(Number),
      uid,
      title: "Plain between Ann Host and Gil Guest",
      description: "",
      hosts: [
        {
          id: ann.id,
          name: "Ann Host",
          email: ann.email,
          displayEmail: ann.email,
          username: ann.username,
          timeZone: "Europe/Rome",
        },
      ],
      status: "accepted",
      cancellationReason: "",
      cancelledByEmail: "",
      rescheduledByEmail: null,
      start: "2026-11-30T10:00:00.000Z",
      end: "2026-11-30T10:30:00.000Z",
      duration: 30,
      eventTypeId,
      eventType: { id: eventTypeId, slug: "plain" },
      meetingUrl: "https://meet.example.com/ann",
      location: "https://meet.example.com/ann",
      absentHost: false,
      createdAt: "2026-11-23T06:00:00.000Z",
      updatedAt: "2026-11-23T06:00:00.000Z",
      metadata: {},
      rating: null,
      icsUid: `${uid}@kalends`,
      attendees: [
        {
          name: "Gil Guest",
          email: guest.email,
          displayEmail: guest.email,
          timeZone: "Europe/Rome",
          language: "en",
          absent: false,
        },
      ],
      bookingFieldsResponses: { email: guest.email, name: "Gil Guest" },
    });
    expect(await house.events()).toEqual([{ kind: "booking.created", subject: uid, userId: ann.id }]);
    const starts = await slotStarts(house, eventTypeId, monday, monday);
    expect(starts).not.toContain("2026-11-30T10:00:00.000Z");
    expect(starts).toContain("2026-11-30T10:30:00.000Z");
  });

  test("201 without a version header, because the body can only be the new one", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const answer = await house.post("/v2/bookings", { start: `${monday}T10:00:00Z`, eventTypeId, attendee: guest });
    expect(answer.status).toBe(201);
    expect(answer.body.data.status).toBe("accepted");
    expect(await house.events()).toHaveLength(1);
  });

  test("201 by slug and username, with an offset in the start", async () => {
    const ann = await house.user({ username: "ann" });
    await makeEventType(house, ann, { slug: "call" });
    const body = { start: `${monday}T11:00:00+01:00`, eventTypeSlug: "call", username: "ann", attendee: guest };
    const answer = await house.post("/v2/bookings", body, { version: newest.bookings });
    expect(answer.body.data.start).toBe("2026-11-30T10:00:00.000Z");
    expect(await house.events()).toHaveLength(1);
  });

  test("201 in a fixed number of statements, BEGIN and COMMIT included", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const statements = await house.countStatements(() => book(house, eventTypeId, `${monday}T10:00:00Z`));
    expect(statements).toBe(6);
    expect(await house.events()).toHaveLength(1);
  });

  test("201 with guests, answers, metadata and a chosen length", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann, {
      lengthInMinutesOptions: [15, 30, 60],
      bookingFields: [
        { type: "select", slug: "size", label: "Size", required: true, options: ["small", "big"] },
        { type: "number", slug: "count", label: "Count", required: false },
      ],
    });
    const answer = await book(house, eventTypeId, `${monday}T10:00:00Z`, {
      lengthInMinutes: 60,
      guests: ["one@example.com", "two@example.com"],
      bookingFieldsResponses: { size: "small", count: 3, notes: "bring coffee", odd: "kept" },
      metadata: { crm: "42" },
    });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({
      duration: 60,
      description: "bring coffee",
      guests: ["one@example.com", "two@example.com"],
      metadata: { crm: "42" },
      bookingFieldsResponses: {
        size: "small",
        count: 3,
        notes: "bring coffee",
        odd: "kept",
        guests: expect.any(Array),
      },
    });
    const people = answer.body.data.attendees.map((attendee: { email: string }) => attendee.email);
    expect(people).toEqual([guest.email, "one@example.com", "two@example.com"]);
    expect(await house.events()).toHaveLength(1);
  });

  test("201 pending when the policy asks for it, and the same request twice is one booking", async () => {
    const ann = await house.user();
    const confirmationPolicy = { type: "always", blockUnconfirmedBookingsInBooker: false };
    const eventTypeId = await makeEventType(house, ann, { confirmationPolicy });
    const first = await book(house, eventTypeId, `${monday}T10:00:00Z`);
    expect(first.body.data.status).toBe("pending");
    const second = await book(house, eventTypeId, `${monday}T10:00:00Z`);
    expect(second.status).toBe(201);
    expect(second.body.data.uid).toBe(first.body.data.uid);
    expect((await house.events()).map(({ kind }) => kind)).toEqual(["booking.requested"]);
  });

  test("201 for the owner over his own booking with allowConflicts, from 2026-02-25 on only", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann);
    await book(house, eventTypeId, `${monday}T10:00:00Z`);
    const body = { start: `${monday}T10:00:00Z`, eventTypeId, attendee: guest, allowConflicts: true };
    const statusOf = async (version: string, as?: typeof ann) =>
      (await house.post("/v2/bookings", body, { version, as })).status;
    expect(await statusOf("2026-02-25", ann)).toBe(201);
    expect(await statusOf("2026-02-25")).toBe(400);
    expect(await statusOf("2024-08-13", ann)).toBe(400);
    expect(await house.events()).toHaveLength(2);
  });

  test.each([
    ["a taken time", { start: `${monday}T10:00:00Z` }],
    ["a time that overlaps a taken one", { start: `${monday}T10:10:00Z` }],
    ["a time outside the hours", { start: `${monday}T20:00:00Z` }],
    ["a weekend", { start: "2026-11-29T10:00:00Z" }],
  ])("400 for %s", async (_, { start }) => {
    const eventTypeId = await makeEventType(house, await house.user());
    expect((await book(house, eventTypeId, `${monday}T10:00:00Z`)).status).toBe(201);
    const answer = await book(house, eventTypeId, start);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe("User either already has booking at this time or is not available");
    expect(await house.events()).toHaveLength(1);
  });

  test("400 in the past, too soon and beyond the window, each with its own sentence", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann, {
      minimumBookingNotice: 600,
      bookingWindow: { type: "calendarDays", value: 3, rolling: false },
    });
    const messageOf = async (start: string) => (await book(house, eventTypeId, start)).body.error.message;
    expect(await messageOf("2026-11-20T10:00:00Z")).toBe("Attempting to book a meeting in the past.");
    const start = /^The event type can't be booked at the "start" time provided\./;
    expect(await messageOf("2026-11-23T10:00:00Z")).toMatch(start);
    expect(await messageOf("2026-11-30T10:00:00Z")).toMatch(start);
  });

  test("403 when the limits of the day are reached", async () => {
    const eventTypeId = await makeEventType(house, await house.user(), { bookingLimitsCount: { day: 1 } });
    await book(house, eventTypeId, `${monday}T10:00:00Z`);
    const answer = await book(house, eventTypeId, `${monday}T12:00:00Z`);
    expect([answer.status, answer.body.error.message]).toEqual([403, "booking_limit_reached"]);
    expect(await house.events()).toHaveLength(1);
  });

  test("400 when the booker has enough active bookings already", async () => {
    const bookerActiveBookingsLimit = { maximumActiveBookings: 1, offerReschedule: true };
    const eventTypeId = await makeEventType(house, await house.user(), { bookerActiveBookingsLimit });
    const { uid } = (await book(house, eventTypeId, `${monday}T10:00:00Z`)).body.data;
    const answer = await book(house, eventTypeId, `${monday}T12:00:00Z`);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(`You can reschedule your existing booking (${uid})`);
    expect(await house.events()).toHaveLength(1);
  });

  test.each([
    ["a start that is no date", { start: "soon" }, "start"],
    ["an unknown property", { bogus: 1 }, "bogus"],
    ["no contact", { attendee: { name: "X", timeZone: "UTC" } }, "contact method"],
    ["an unknown zone", { attendee: { ...guest, timeZone: "Mars/Olympus" } }, "timeZone"],
    ["an unknown language", { attendee: { ...guest, language: "tlh" } }, "language"],
    ["a bad number", { attendee: { name: "X", timeZone: "UTC", phoneNumber: "+1234" } }, "phoneNumber"],
    ["too much metadata", { metadata: { key: "x".repeat(501) } }, "Metadata must have at most 50 keys"],
    ["a length that is not offered", { lengthInMinutes: 45 }, "lengthInMinutes"],
    ["a place that is not offered", { location: { type: "attendeePhone", phone: "+393331234567" } }, "attendeePhone"],
    ["the same guest twice", { guests: ["a@example.com", "A@example.com"] }, "guests"],
    ["routing, which is not built", { routing: { teamMemberIds: [] } }, "routing"],
    ["a recurrence on a single event", { recurrenceCount: 2 }, "recurrenceCount"],
    ["instant booking of a person", { instant: true }, "Instant bookings"],
  ])("400 for %s, and nothing is written", async (_, fields, text) => {
    const eventTypeId = await makeEventType(house, await house.user());
    const answer = await book(house, eventTypeId, `${monday}T10:00:00Z`, fields);
    expect([answer.status, answer.body.error.message]).toEqual([400, expect.stringContaining(text)]);
    expect(answer.body.message).toBe(answer.body.error.message);
  });

  test("400 for missing or wrong answers to the form", async () => {
    const bookingFields = [{ type: "select", slug: "size", label: "Size", required: true, options: ["small", "big"] }];
    const eventTypeId = await makeEventType(house, await house.user(), { bookingFields });
    const messageOf = async (bookingFieldsResponses?: object) =>
      (await book(house, eventTypeId, `${monday}T10:00:00Z`, { bookingFieldsResponses })).body.error.message;
    expect(await messageOf()).toContain("Missing required booking field response: size");
    expect(await messageOf({ size: "huge" })).toBe(
      "Invalid option 'huge' for booking field 'size'. Allowed options are: small, big.",
    );
    expect(await messageOf({ size: ["big"] })).toContain("Invalid type for booking field 'size'");
  });

  test("404 for an unknown event type, user or slug", async () => {
    const ann = await house.user({ username: "ann" });
    await makeEventType(house, ann, { slug: "call" });
    const ask = async (name: object) =>
      await house.post(
        "/v2/bookings",
        { start: `${monday}T10:00:00Z`, attendee: guest, ...name },
        { version: newest.bookings },
      );
    for (const name of [
      { eventTypeId: 999 },
      { eventTypeSlug: "call", username: "nobody" },
      { eventTypeSlug: "nothing", username: "ann" },
      { eventTypeSlug: "call", teamSlug: "nobody" },
      { eventTypeSlug: "call", username: "ann", organizationSlug: "acme" },
    ]) {
      expect((await ask(name)).status, JSON.stringify(name)).toBe(404);
    }
    expect((await ask({})).body.error.message).toContain("Either eventTypeId or eventTypeSlug + username");
  });

  test("401 with a bad key although none is needed, and when the event type wants one; 403 for another user", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const eventTypeId = await makeEventType(house, ann, { bookingRequiresAuthentication: true });
    const body = { start: `${monday}T10:00:00Z`, eventTypeId, attendee: guest };
    const statusAs = async (as?: string) =>
      (await house.post("/v2/bookings", body, { as, version: newest.bookings })).status;
    expect(await statusAs("cal_live_unknown")).toBe(401);
    expect(await statusAs()).toBe(401);
    expect(await statusAs(ben.apiKey)).toBe(403);
    expect(await statusAs(ann.apiKey)).toBe(201);
    expect(await house.events()).toHaveLength(1);
  });

  test("201 back to back, 400 within the buffers", async () => {
    const ann = await house.user();
    const plain = await makeEventType(house, ann);
    await book(house, plain, `${monday}T10:00:00Z`);
    expect((await book(house, plain, `${monday}T10:30:00Z`)).status).toBe(201);
    const buffered = await makeEventType(house, ann, { beforeEventBuffer: 15 });
    expect((await book(house, buffered, `${monday}T11:00:00Z`)).status).toBe(400);
    expect((await book(house, buffered, `${monday}T11:15:00Z`)).status).toBe(201);
    expect(await house.events()).toHaveLength(3);
  });

  test("201 seats up to the last one, 409 beyond and for the same person twice", async () => {
    const ann = await house.user();
    const seats = { seatsPerTimeSlot: 2, showAttendeeInfo: false, showAvailabilityCount: true };
    const eventTypeId = await makeEventType(house, ann, { seats });
    const sit = (email: string) => book(house, eventTypeId, `${monday}T10:00:00Z`, { attendee: { ...guest, email } });
    const first = await sit("a@example.com");
    expect(first.body.data).toMatchObject({ attendees: [], seatUid: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(first.body.data).not.toHaveProperty("cancelledByEmail");
    const again = await sit("a@example.com");
    expect([again.status, again.body.error.message]).toEqual([409, "already_signed_up_for_this_booking_error"]);
    const second = await sit("b@example.com");
    expect(second.body.data.uid).toBe(first.body.data.uid);
    const third = await sit("c@example.com");
    expect([third.status, third.body.error.message]).toEqual([409, "No more seats left at this seated booking."]);
    const seen = await house.get(`/v2/bookings/${first.body.data.uid}`, { as: ann, version: newest.bookings });
    expect(seen.body.data.attendees).toHaveLength(2);
    expect(seen.body.data.attendees[0]).toMatchObject({ seatUid: first.body.data.seatUid, metadata: {} });
    expect((await house.events()).map(({ kind }) => kind)).toEqual(["booking.created", "booking.created"]);
  });

  test("409 for more people than seats are left; guests sit as well", async () => {
    const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: true };
    const eventTypeId = await makeEventType(house, await house.user(), { seats });
    const sit = (email: string, guests: string[]) =>
      book(house, eventTypeId, `${monday}T10:00:00Z`, { attendee: { ...guest, email }, guests });
    const four = ["one@example.com", "two@example.com", "three@example.com"];
    expect((await sit("a@example.com", four)).status).toBe(409);
    expect((await sit("a@example.com", ["one@example.com"])).status).toBe(201);
    expect((await sit("b@example.com", ["two@example.com"])).status).toBe(409);
    const last = await sit("b@example.com", ["B@example.com"]);
    expect([last.status, last.body.data.attendees.length]).toEqual([201, 3]);
    expect(await house.events()).toHaveLength(2);
  });

  test("400 names the rule and the nearest starts that can be booked instead", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    await book(house, eventTypeId, `${monday}T09:30:00Z`);
    const { details } = (await book(house, eventTypeId, `${monday}T09:30:00Z`)).body.error;
    expect(details).toMatchObject({ rule: "booking", statusCode: 400 });
    expect(details.alternatives).toEqual(
      ["09:00", "10:00", "10:30", "11:00", "11:30"].map((time) => `${monday}T${time}:00.000Z`),
    );
    for (const start of details.alternatives) expect((await book(house, eventTypeId, start)).status).toBe(201);
    const outside = (await book(house, eventTypeId, `${monday}T20:00:00Z`)).body.error.details;
    expect(outside).toMatchObject({
      rule: "schedule",
      alternatives: expect.arrayContaining([`${monday}T16:30:00.000Z`]),
    });
    expect(await house.events()).toHaveLength(6);
  });

  describe("with holds", () => {
    const hold = async (eventTypeId: number, slotStart: string): Promise<string> => {
      const answer = await house.post("/v2/slots/reservations", { eventTypeId, slotStart }, { version: newest.slots });
      return answer.body.data.reservationUid;
    };

    test("201 redeems a hold of one's own, once", async () => {
      const eventTypeId = await makeEventType(house, await house.user());
      const start = `${monday}T10:00:00Z`;
      const reservationUid = await hold(eventTypeId, start);
      expect((await book(house, eventTypeId, start, { reservationUid })).status).toBe(201);
      const read = await house.get(`/v2/slots/reservations/${reservationUid}`, { version: newest.slots });
      expect(read.body.data).toBeNull();
      expect(await house.events()).toHaveLength(1);
    });

    test("400 for a hold that is over, unknown or of another slot, which stays held", async () => {
      const eventTypeId = await makeEventType(house, await house.user());
      const reservationUid = await hold(eventTypeId, `${monday}T10:00:00Z`);
      const other = await book(house, eventTypeId, `${monday}T11:00:00Z`, { reservationUid });
      expect([other.status, other.body.error.message]).toEqual([400, expect.stringContaining(reservationUid)]);
      expect(await slotStarts(house, eventTypeId, monday, monday)).not.toContain("2026-11-30T10:00:00.000Z");
      house.at("2026-11-23T06:06:00Z");
      expect((await book(house, eventTypeId, `${monday}T10:00:00Z`, { reservationUid })).status).toBe(400);
      expect((await book(house, eventTypeId, `${monday}T10:00:00Z`, { reservationUid: "nope" })).status).toBe(400);
    });

    test("201 over somebody else's hold, 400 when holds are strict", async () => {
      const eventTypeId = await makeEventType(house, await house.user());
      await hold(eventTypeId, `${monday}T10:00:00Z`);
      const own = await hold(eventTypeId, `${monday}T12:00:00Z`);
      house.settings.holdsAreStrict = true;
      const refused = await book(house, eventTypeId, `${monday}T10:15:00Z`);
      expect([refused.status, refused.body.error.details.rule]).toEqual([400, "hold"]);
      expect((await book(house, eventTypeId, `${monday}T12:00:00Z`, { reservationUid: own })).status).toBe(201);
      house.settings.holdsAreStrict = false;
      expect((await book(house, eventTypeId, `${monday}T10:00:00Z`)).status).toBe(201);
      expect(await house.events()).toHaveLength(2);
    });
  });
});
