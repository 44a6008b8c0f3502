import { beforeEach, describe, expect, test } from "vitest";
import { booked as bookedBy, guest, newest } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const version = newest.bookings;
const start = "2026-11-30T10:00:00Z";

let ann: TestUser;
let uid: string;

const booked = (fields: object = {}, wishes: object = {}): Promise<string> =>
  bookedBy(house, ann, start, { fields, wishes });

beforeEach(async () => {
  ann = await house.user();
  uid = await booked();
});

const get = (rest: string, as: TestUser | undefined = ann, of = uid) =>
  house.get(`/v2/bookings/${of}/${rest}`, { version, as });
const read = async (of = uid, as?: TestUser) => (await house.get(`/v2/bookings/${of}`, { version, as })).body.data;

describe("PATCH /v2/bookings/{bookingUid}/location", () => {
  const move = (location: unknown, as: TestUser | undefined = ann, of = uid) =>
    house.patch(`/v2/bookings/${of}/location`, { location }, { version, as });

  test.each([
    [{ type: "address", address: "1 Main St" }, "1 Main St", "inPerson"],
    [{ type: "attendeeAddress", address: "2 Elm St" }, "2 Elm St", "attendeeInPerson"],
    [{ type: "attendeeDefined", location: "the park" }, "the park", "somewhereElse"],
    [{ type: "attendeePhone", phone: "+393331234567" }, "+393331234567", "phone"],
    [{ type: "link", link: "https://meet.example.com/x" }, "https://meet.example.com/x", "link"],
    [{ type: "phone", phone: "+393331234567" }, "+393331234567", "userPhone"],
  ])("200 moves it to %j, which the event type need not offer", async (location, place, value) => {
    const answer = await move(location);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({
      location: place,
      meetingUrl: place,
      bookingFieldsResponses: { name: guest.name, location: { value, optionValue: place } },
    });
    expect(await read()).toEqual(answer.body.data);
    expect(await house.events()).toEqual([{ kind: "booking.location-updated", subject: uid, userId: ann.id }]);
  });

  test("200 moves a seated booking, and the answer on each seat follows", async () => {
    const seats = { seatsPerTimeSlot: 2, showAttendeeInfo: true, showAvailabilityCount: true };
    const seated = await booked({ seats }, { start: "2026-11-30T11:00:00Z" });
    const { data } = (await move({ type: "address", address: "1 Main St" }, ann, seated)).body;
    expect(data).toMatchObject({
      location: "1 Main St",
      attendees: [{ bookingFieldsResponses: { location: { value: "inPerson" } } }],
    });
    expect(data).not.toHaveProperty("bookingFieldsResponses");
    expect((await read()).location).toBe("integrations:daily");
    expect((await house.events()).map(({ kind, subject }) => [kind, subject])).toEqual([
      ["booking.location-updated", seated],
    ]);
  });

  test("200 changes nothing without a location", async () => {
    const before = await read();
    expect((await move(undefined)).body.data).toEqual(before);
    expect(await read()).toEqual(before);
  });

  test("400 for other kinds and wrong or missing values, and nothing changes", async () => {
    const before = await read();
    const integration = await move({ type: "integration", integration: "zoom" });
    expect([integration.status, JSON.stringify(integration.body)]).toEqual([400, expect.stringContaining("address")]);
    for (const location of [
      {},
      "here",
      { type: "link", link: "x" },
      { type: "address" },
      { type: "phone", phone: "1" },
    ]) {
      expect((await move(location)).status).toBe(400);
    }
    expect(await read()).toEqual(before);
  });

  test("403 for another user, an attendee too; 404 for an unknown booking", async () => {
    const before = await read();
    const place = { type: "address", address: "1 Main St" };
    expect((await move(place, await house.user())).status).toBe(403);
    expect((await move(place, await house.user({ email: guest.email }))).status).toBe(403);
    expect((await move(place, ann, "nope")).status).toBe(404);
    expect(await read()).toEqual(before);
  });
});

describe("GET /v2/bookings/{bookingUid}/calendar-links", () => {
  test("200 gives four links whose parameters are encoded, in two statements", async () => {
    const title = "Tea & cake; 50%, please";
    const locations = [{ type: "link", link: "https://meet.example.com/ann?a=1&b=2" }];
    const of = await booked(
      { title, locations },
      { start: "2026-11-30T11:00:00Z", bookingFieldsResponses: { notes: "a\nb" } },
    );
    const { status, body } = await get("calendar-links", ann, of);
    expect(status).toBe(200);
    const links = body.data as { id: string; label: string; link: string }[];
    expect(links.map(({ id, label }) => [id, label])).toEqual([
      ["googleCalendar", "Google Calendar"],
      ["microsoftOffice", "Microsoft Office"],
      ["microsoftOutlook", "Microsoft Outlook"],
      ["ics", "ICS"],
    ]);
    const [google, office, outlook, ics] = links.map(({ link }) => link);
    const subject = `${title} between User 1 and ${guest.name}`;
    const place = "https://meet.example.com/ann?a=1&b=2";
    expect(Object.fromEntries(new URL(google ?? "").searchParams)).toEqual({
      dates: "20261130T110000Z/20261130T113000Z",
      text: subject,
      details: "a\nb",
      location: place,
    });
    for (const link of [office, outlook]) {
      expect(Object.fromEntries(new URL(link ?? "").searchParams)).toEqual({
        body: "a\nb",
        startdt: "2026-11-30T11:00:00Z",
        enddt: "2026-11-30T11:30:00Z",
        path: "/calendar/action/compose",
        rru: "addevent",
        subject,
        location: place,
      });
    }
    const file = decodeURIComponent(ics?.replace("data:text/calendar,", "") ?? "").split("\r\n");
    expect(file).toEqual(
      expect.arrayContaining([
        "BEGIN:VCALENDAR",
        `UID:${of}@kalends`,
        "DTSTART:20261130T110000Z",
        "DTEND:20261130T113000Z",
        `SUMMARY:Tea & cake\\; 50%\\, please between User 1 and ${guest.name}`,
        "DESCRIPTION:a\\nb",
        "END:VCALENDAR",
      ]),
    );
    expect(await house.countStatements(() => get("calendar-links"))).toBe(2);
  });

  test("403 for another user, to whom the booking is no business; 404 for an unknown booking", async () => {
    expect((await get("calendar-links", await house.user())).status).toBe(403);
    expect((await get("calendar-links", ann, "nope")).status).toBe(404);
  });
});

describe("GET /v2/bookings/{bookingUid}/references", () => {
  test("200 is empty, of every type", async () => {
    for (const query of ["", "?type=google_calendar", "?type=daily_video"]) {
      const { status, body } = await get(`references${query}`);
      expect([status, body.data]).toEqual([200, []]);
    }
  });

  test("400 for an unknown type, and for another user's booking; 404 for an unknown booking", async () => {
    expect((await get("references?type=nope")).status).toBe(400);
    const { status, body } = await get("references", await house.user());
    expect([status, body.error.message]).toEqual([400, `Booking with uid ${uid} does not belong to user`]);
    expect((await get("references", ann, "nope")).status).toBe(404);
  });
});

/** Until there are video rooms. */
async function expectNoRoom(rest: string): Promise<void> {
  const { status, body } = await get(rest);
  expect([status, body.error.message]).toEqual([404, `No Cal Video reference found with booking uid ${uid}`]);
  expect((await get(rest, await house.user())).status).toBe(403);
  expect((await get(rest, ann, "nope")).status).toBe(404);
}

describe("GET /v2/bookings/{bookingUid}/routing-trace", () => {
  test("404 for the host, 403 for another user, 401 without a key", async () => {
    const { status, body } = await get("routing-trace");
    expect([status, body.error.message]).toEqual([404, `Booking with uid=${uid} has no routing trace.`]);
    expect((await get("routing-trace", await house.user())).status).toBe(403);
    expect((await house.get(`/v2/bookings/${uid}/routing-trace`, { version })).status).toBe(401);
  });
});

describe("GET /v2/bookings/{bookingUid}/crm-sync-errors", () => {
  test("200 with nothing for the host, 403 for another user, 404 for an unknown booking, 401 without a key", async () => {
    const { status, body } = await get("crm-sync-errors");
    expect([status, body.data]).toEqual([200, []]);
    expect((await get("crm-sync-errors", await house.user())).status).toBe(403);
    expect((await get("crm-sync-errors", ann, "nope")).status).toBe(404);
    expect((await house.get(`/v2/bookings/${uid}/crm-sync-errors`, { version })).status).toBe(401);
  });
});

describe("GET /v2/bookings/{bookingUid}/recordings", () => {
  test("404 without a video room, 403 for another user", () => expectNoRoom("recordings"));
});

describe("GET /v2/bookings/{bookingUid}/transcripts", () => {
  test("404 without a video room, 403 for another user", () => expectNoRoom("transcripts"));
});

describe("GET /v2/bookings/{bookingUid}/conferencing-sessions", () => {
  test("404 without a video room, 403 for another user", () => expectNoRoom("conferencing-sessions"));
});

const reassign = (to: string, as: TestUser | undefined = ann, of = uid) =>
  house.post(`/v2/bookings/${of}/reassign${to}`, {}, { version, as });

describe("POST /v2/bookings/{bookingUid}/reassign", () => {
  test("400 for an event type of one person: there is no other host", async () => {
    const before = await read();
    const { status, body } = await reassign("");
    expect([status, body.error.message]).toEqual([
      400,
      "Can't reassign the booking because no other host is available at that time.",
    ]);
    expect((await house.post(`/v2/bookings/${uid}/reassign`, undefined, { version, as: ann })).status).toBe(400);
    expect(await read()).toEqual(before);
  });

  test("403 for another user; 404 for an unknown booking", async () => {
    const { status, body } = await reassign("", await house.user());
    expect([status, body.error.message]).toEqual([403, "You do not have permission to reassign this booking"]);
    expect((await reassign("", ann, "nope")).status).toBe(404);
  });
});

describe("POST /v2/bookings/{bookingUid}/reassign/{userId}", () => {
  test("400 for a user who is no host of it, and for what is no id", async () => {
    const before = await read();
    const { status, body } = await reassign(`/${(await house.user()).id}`);
    expect([status, body.error.message]).toEqual([400, expect.stringContaining("is not a valid Round Robin host")]);
    expect((await reassign(`/${ann.id}`)).status).toBe(400);
    expect((await reassign("/x")).status).toBe(400);
    expect(await read()).toEqual(before);
  });

  test("403 for another user; 404 for an unknown user or booking", async () => {
    expect((await reassign(`/${ann.id}`, await house.user())).status).toBe(403);
    const unknown = await reassign("/99999999");
    expect([unknown.status, unknown.body.error.message]).toEqual([
      404,
      "User with id=99999999 was not found in the database",
    ]);
    expect((await reassign(`/${ann.id}`, ann, "nope")).status).toBe(404);
  });
});
