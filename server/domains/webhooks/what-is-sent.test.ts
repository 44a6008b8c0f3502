import { beforeEach, describe, expect, test } from "vitest";
import { book, guest, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { type Answer, type TestUser, useHouse } from "../../../test/harness/house.js";
import { dayMs, minuteMs } from "../../core/time/index.js";
import { triggers } from "./triggers.js";

const house = useHouse();
const version = newest.bookings;
const startsAt = Date.parse("2026-11-30T09:00:00Z");
const start = "2026-11-30T09:00:00Z";
const later = "2026-11-30T14:00:00Z";
const confirming = { confirmationPolicy: { type: "always", blockUnconfirmedBookingsInBooker: false } };
const seats = { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: true };
const eve = { name: "Eve", email: "eve@example.com", timeZone: "Europe/Rome" };
const reason = { cancellationReason: "sick" };

let ann: TestUser;

beforeEach(async () => {
  ann = await house.user();
});

/** One webhook that wants to hear of everything. */
async function subscribeToAll(fields: object = {}): Promise<void> {
  const all = triggers.filter((trigger) => trigger !== "DELEGATION_CREDENTIAL_ERROR");
  const body = { subscriberUrl: "https://your-app.com/all", triggers: all, ...fields };
  expect((await house.post("/v2/webhooks", body, { as: ann })).status).toBe(201);
}

interface Given {
  eventTypeId: number;
  /** What `book` answered. */
  booked: Answer["body"]["data"];
}

interface Row {
  eventType?: object;
  /** Whether there is a booking before the action. */
  isBooked?: boolean;
  act: (given: Given) => Promise<unknown>;
  sent: string[];
}

const call = async (answer: Promise<Answer>): Promise<Answer> => {
  const done = await answer;
  expect(done.status, JSON.stringify(done.body)).toBeLessThan(300);
  return done;
};
const on = (verb: string, body: object, as?: TestUser) => (given: Given) =>
  call(house.post(`/v2/bookings/${given.booked.uid}/${verb}`, body, { as: as ?? ann, version }));
const onHis = (verb: string, body: (given: Given) => object) => (given: Given) =>
  call(house.post(`/v2/bookings/${given.booked.uid}/${verb}`, body(given), { version }));
const seatOf = ({ booked }: Given): string => booked.seatUid ?? booked.attendees[0].seatUid;
const passTo = (instant: number) => async () => {
  house.now = instant;
};
const endsAt = startsAt + 30 * minuteMs;
const absence = { start: "2026-12-24T00:00:00Z", end: "2026-12-26T00:00:00Z", notes: null };
const makeAbsence = () => call(house.post("/v2/me/ooo", absence, { as: ann }));

/** Everything that one account can do or undergo, and exactly what webhooks hear of it. */
const rows: Record<string, Row> = {
  "a booking is made": { act: ({ eventTypeId }) => call(book(house, eventTypeId, start)), sent: ["BOOKING_CREATED"] },
  "a booking that needs confirmation is made": {
    eventType: confirming,
    act: ({ eventTypeId }) => call(book(house, eventTypeId, start)),
    sent: ["BOOKING_REQUESTED"],
  },
  "the same request is made again": {
    eventType: confirming,
    isBooked: true,
    act: ({ eventTypeId }) => call(book(house, eventTypeId, start)),
    sent: [],
  },
  "a booking is refused": {
    isBooked: true,
    act: async ({ eventTypeId }) => expect((await book(house, eventTypeId, start)).status).toBe(400),
    sent: [],
  },
  "a request is confirmed": {
    eventType: confirming,
    isBooked: true,
    act: (given) => on("confirm", {})(given),
    sent: ["BOOKING_CREATED"],
  },
  "a request is declined": {
    eventType: confirming,
    isBooked: true,
    act: (given) => on("decline", { reason: "no time" })(given),
    sent: ["BOOKING_REJECTED"],
  },
  "a booking is moved": {
    isBooked: true,
    act: (given) => on("reschedule", { start: later })(given),
    sent: ["BOOKING_RESCHEDULED"],
  },
  "a booking is moved by a guest, and the host must confirm": {
    eventType: confirming,
    isBooked: true,
    act: onHis("reschedule", () => ({ start: later })),
    sent: ["BOOKING_REQUESTED"],
  },
  "a booking is cancelled": {
    isBooked: true,
    act: (given) => on("cancel", reason)(given),
    sent: ["BOOKING_CANCELLED"],
  },
  "a request is cancelled": {
    eventType: confirming,
    isBooked: true,
    act: (given) => on("cancel", reason)(given),
    sent: ["BOOKING_CANCELLED"],
  },
  "a second seat is taken": {
    eventType: { seats },
    isBooked: true,
    act: ({ eventTypeId }) => call(book(house, eventTypeId, start, { attendee: eve })),
    sent: ["BOOKING_CREATED"],
  },
  "a seat is moved": {
    eventType: { seats },
    isBooked: true,
    act: onHis("reschedule", (given) => ({ start: later, seatUid: seatOf(given) })),
    sent: ["BOOKING_RESCHEDULED"],
  },
  "a seat is given back": {
    eventType: { seats },
    isBooked: true,
    act: onHis("cancel", (given) => ({ seatUid: seatOf(given) })),
    sent: ["BOOKING_CANCELLED"],
  },
  "guests are added": {
    isBooked: true,
    act: (given) => on("guests", { guests: [{ email: "g@example.com" }] })(given),
    sent: [],
  },
  "an attendee is added": { isBooked: true, act: (given) => on("attendees", eve)(given), sent: [] },
  "the place changes": {
    isBooked: true,
    act: ({ booked }) =>
      call(
        house.patch(
          `/v2/bookings/${booked.uid}/location`,
          { location: { type: "address", address: "1 Main St" } },
          { as: ann, version },
        ),
      ),
    sent: ["BOOKING_LOCATION_UPDATED"],
  },
  "the meeting starts": { isBooked: true, act: passTo(startsAt), sent: ["MEETING_STARTED"] },
  "the meeting starts and ends": {
    isBooked: true,
    act: passTo(endsAt),
    sent: ["MEETING_STARTED", "MEETING_ENDED"],
  },
  "the minute before the start comes": { isBooked: true, act: passTo(startsAt - 1), sent: [] },
  "a request reaches its time without an answer": {
    eventType: confirming,
    isBooked: true,
    act: passTo(startsAt + dayMs),
    sent: [],
  },
  "a cancelled booking reaches its time": {
    isBooked: true,
    act: async (given) => {
      await on("cancel", reason)(given);
      house.now = endsAt;
    },
    sent: ["BOOKING_CANCELLED"],
  },
  "a moved booking reaches its old time": {
    isBooked: true,
    act: async (given) => {
      await on("reschedule", { start: later })(given);
      house.now = endsAt;
    },
    sent: ["BOOKING_RESCHEDULED"],
  },
  "a moved booking reaches its new time": {
    isBooked: true,
    act: async (given) => {
      await on("reschedule", { start: later })(given);
      house.now = Date.parse(later);
    },
    sent: ["BOOKING_RESCHEDULED", "MEETING_STARTED"],
  },
  "a seat is moved away, and the others meet": {
    eventType: { seats },
    isBooked: true,
    act: async (given) => {
      await call(book(house, given.eventTypeId, start, { attendee: eve }));
      await onHis("reschedule", () => ({ start: later, seatUid: seatOf(given) }))(given);
      house.now = startsAt;
    },
    sent: ["BOOKING_CREATED", "BOOKING_RESCHEDULED", "MEETING_STARTED"],
  },
  "the server was down for more than a day": {
    isBooked: true,
    act: passTo(endsAt + dayMs + 1),
    sent: [],
  },
  "attendees are marked absent": {
    isBooked: true,
    act: async (given) => {
      house.now = startsAt + minuteMs;
      await on("mark-absent", { attendees: [{ email: guest.email, absent: true }] })(given);
      house.now = startsAt + 2 * minuteMs;
    },
    sent: ["BOOKING_NO_SHOW_UPDATED", "MEETING_STARTED"],
  },
  "all guests of a video meeting are missing after the delay": {
    isBooked: true,
    act: async (given) => {
      house.now = startsAt;
      await house.runJobs();
      await on("mark-absent", { attendees: [{ email: guest.email, absent: true }] })(given);
      house.now = startsAt + 5 * minuteMs;
    },
    sent: ["MEETING_STARTED", "BOOKING_NO_SHOW_UPDATED", "AFTER_GUESTS_CAL_VIDEO_NO_SHOW"],
  },
  "the host of a video meeting is missing after the delay": {
    isBooked: true,
    act: async (given) => {
      house.now = startsAt;
      await house.runJobs();
      await on("mark-absent", { host: true })(given);
      house.now = startsAt + 5 * minuteMs;
    },
    sent: ["MEETING_STARTED", "AFTER_HOSTS_CAL_VIDEO_NO_SHOW"],
  },
  "the host of a meeting elsewhere is missing": {
    eventType: { locations: [{ type: "link", link: "https://meet.example.com/x", public: true }] },
    isBooked: true,
    act: async (given) => {
      house.now = startsAt;
      await house.runJobs();
      await on("mark-absent", { host: true })(given);
      house.now = startsAt + 5 * minuteMs;
    },
    sent: ["MEETING_STARTED"],
  },
  "an absence is entered": { act: makeAbsence, sent: ["OOO_CREATED"] },
  "an absence is changed": {
    act: async () => {
      const { id } = (await makeAbsence()).body.data;
      await call(house.patch(`/v2/me/ooo/${id}`, { notes: "by the sea" }, { as: ann }));
    },
    sent: ["OOO_CREATED", "OOO_CREATED"],
  },
  "an absence is taken back": {
    act: async () => {
      const { id } = (await makeAbsence()).body.data;
      await call(house.delete(`/v2/me/ooo/${id}`, { as: ann }));
    },
    sent: ["OOO_CREATED"],
  },
  "a slot is held and given back": {
    act: async ({ eventTypeId }) => {
      const body = { eventTypeId, slotStart: start };
      const { reservationUid } = (await call(house.post("/v2/slots/reservations", body, { version: newest.slots })))
        .body.data;
      await call(house.delete(`/v2/slots/reservations/${reservationUid}`, { version: newest.slots }));
    },
    sent: [],
  },
  "event type and schedule change": {
    act: async ({ eventTypeId }) => {
      const headers = { as: ann, version: newest.eventTypes };
      await call(house.patch(`/v2/event-types/${eventTypeId}`, { title: "New" }, headers));
      await call(house.patch("/v2/me", { name: "Ann B" }, { as: ann }));
    },
    sent: [],
  },
};

describe("what webhooks hear of, and of nothing else", () => {
  test.each(Object.entries(rows))("when %s", async (_, { eventType, isBooked, act, sent }) => {
    const eventTypeId = await makeEventType(house, ann, eventType);
    const booked = isBooked ? (await call(book(house, eventTypeId, start))).body.data : undefined;
    await house.runJobs();
    await subscribeToAll();
    await act({ eventTypeId, booked });
    await house.runJobs();
    expect(house.posts.map(({ body }) => JSON.parse(body).triggerEvent).sort()).toEqual([...sent].sort());
    await house.events();
  });

  test("every event type's own webhook hears the same of it, and nothing of other event types", async () => {
    const [mine, other] = [await makeEventType(house, ann), await makeEventType(house, ann)];
    const all = triggers.filter((trigger) => trigger !== "DELEGATION_CREDENTIAL_ERROR");
    const hook = { subscriberUrl: "https://your-app.com/mine", triggers: all };
    await call(house.post(`/v2/event-types/${mine}/webhooks`, hook, { as: ann }));
    await call(book(house, other, "2026-11-30T11:00:00Z"));
    await call(book(house, mine, start));
    await makeAbsence();
    await house.runJobs();
    house.now = endsAt;
    await house.runJobs();
    house.now = Date.parse("2026-11-30T12:00:00Z");
    await house.runJobs();
    const told = house.posts.map(({ body }) => JSON.parse(body));
    expect(told.map(({ triggerEvent }) => triggerEvent)).toEqual([
      "BOOKING_CREATED",
      "MEETING_STARTED",
      "MEETING_ENDED",
    ]);
    expect(new Set(told.map(({ payload }) => payload.eventTypeId))).toEqual(new Set([mine]));
    await house.events();
  });
});

describe("what is told", () => {
  const bodies = () => house.posts.map(({ body }) => JSON.parse(body));

  test("MEETING_STARTED: the booking's record, in the payload and at the root", async () => {
    const eventTypeId = await makeEventType(house, ann);
    const { id, uid } = (await book(house, eventTypeId, start)).body.data;
    await subscribeToAll();
    await house.runJobs();
    house.posts = [];
    house.now = startsAt;
    await house.runJobs();
    const [{ triggerEvent, createdAt, payload, ...root }] = bodies();
    expect([triggerEvent, createdAt]).toEqual(["MEETING_STARTED", "2026-11-30T09:00:00.000Z"]);
    const { createdAt: bookedAt, ...rest } = payload;
    expect(bookedAt).toBe("2026-11-23T06:00:00.000Z");
    expect(root).toEqual(rest);
    expect(payload).toMatchObject({
      id,
      uid,
      userId: ann.id,
      userPrimaryEmail: ann.email,
      eventTypeId,
      title: "Intro between User 1 and Gil Guest",
      description: "",
      customInputs: {},
      responses: { name: { value: "Gil Guest" }, email: { value: guest.email } },
      userFieldsResponses: {},
      startTime: "2026-11-30T09:00:00.000Z",
      endTime: "2026-11-30T09:30:00.000Z",
      location: "integrations:daily",
      status: "ACCEPTED",
      metadata: {},
      paid: false,
      updatedAt: "2026-11-23T06:00:00.000Z",
      user: { username: ann.username, name: "User 1", email: ann.email, timeZone: "UTC", locale: null },
      eventType: {
        title: "Intro",
        description: "",
        requiresConfirmation: false,
        price: 0,
        currency: "usd",
        length: 30,
        team: null,
      },
      attendees: [
        {
          id: expect.any(Number),
          name: guest.name,
          email: guest.email,
          timeZone: guest.timeZone,
          locale: "en",
          phoneNumber: null,
          bookingId: id,
          noShow: false,
        },
      ],
      references: [],
      payment: [],
    });
    await house.events();
  });

  test("OOO_CREATED: days on the user's own clock", async () => {
    const rita = await house.user({ name: "Rita", email: "rita@example.com", timeZone: "Europe/Rome" });
    const hook = { subscriberUrl: "https://your-app.com/ooo", triggers: ["OOO_CREATED"] };
    await house.post("/v2/webhooks", hook, { as: rita });
    const body = {
      start: "2026-12-24T00:00:00Z",
      end: "2026-12-26T00:00:00Z",
      notes: "by the sea",
      reason: "vacation",
    };
    const { id, uuid } = (await house.post("/v2/me/ooo", body, { as: rita })).body.data;
    await house.runJobs();
    expect(bodies()).toEqual([
      {
        triggerEvent: "OOO_CREATED",
        createdAt: "2026-11-23T06:00:00.000Z",
        payload: {
          oooEntry: {
            id,
            uuid,
            start: "2026-12-24T00:00:00+01:00",
            end: "2026-12-26T23:59:59+01:00",
            createdAt: "2026-11-23T06:00:00.000Z",
            updatedAt: "2026-11-23T06:00:00.000Z",
            notes: "by the sea",
            reason: { emoji: expect.any(String), reason: "Vacation" },
            reasonId: 2,
            user: { id: rita.id, name: "Rita", username: rita.username, email: rita.email, timeZone: "Europe/Rome" },
            toUser: null,
          },
        },
      },
    ]);
    await house.events();
  });

  test("AFTER_…_NO_SHOW: after the webhook's own delay, without its secret", async () => {
    const eventTypeId = await makeEventType(house, ann);
    const { id, uid } = (await book(house, eventTypeId, start)).body.data;
    const hook = {
      subscriberUrl: "https://your-app.com/no-show",
      triggers: ["AFTER_HOSTS_CAL_VIDEO_NO_SHOW", "AFTER_GUESTS_CAL_VIDEO_NO_SHOW"],
      secret: "very secret",
      time: 1,
      timeUnit: "HOUR",
    };
    const { data } = (await house.post("/v2/webhooks", hook, { as: ann })).body;
    await house.runJobs();
    house.now = startsAt;
    await house.runJobs();
    const marks = { host: true, attendees: [{ email: guest.email, absent: true }] };
    await house.post(`/v2/bookings/${uid}/mark-absent`, marks, { as: ann, version });
    house.now = startsAt + 59 * minuteMs;
    await house.runJobs();
    expect(bodies()).toEqual([]);
    house.now = startsAt + 60 * minuteMs;
    await house.runJobs();
    const told = new Map(bodies().map((body) => [body.triggerEvent, body.payload]));
    const common = {
      title: "Intro between User 1 and Gil Guest",
      bookingId: id,
      bookingUid: uid,
      startTime: "2026-11-30T09:00:00.000Z",
      endTime: "2026-11-30T09:30:00.000Z",
      attendees: [{ email: guest.email, bookingId: id, noShow: true }],
      participants: [],
      eventType: { id: eventTypeId, teamId: null, parentId: null },
      webhook: {
        id: data.id,
        subscriberUrl: hook.subscriberUrl,
        time: 1,
        timeUnit: "HOUR",
        eventTriggers: hook.triggers,
      },
      message: expect.any(String),
    };
    expect(told.get("AFTER_HOSTS_CAL_VIDEO_NO_SHOW")).toMatchObject({ ...common, hostEmail: ann.email });
    expect(told.get("AFTER_GUESTS_CAL_VIDEO_NO_SHOW")).toMatchObject({ ...common, guests: [{ email: guest.email }] });
    expect(JSON.stringify(bodies())).not.toContain("very secret");
    await house.events();
  });
});
