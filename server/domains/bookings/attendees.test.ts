import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { booked as bookedBy, guest, newest } from "../../../test/harness/fixtures.js";
import { type Answer, type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const version = newest.bookings;
const start = "2026-11-30T10:00:00Z";
const seats = { seatsPerTimeSlot: 2, showAttendeeInfo: false, showAvailabilityCount: true };
const bob = { name: "Bob", email: "bob@example.com", timeZone: "Europe/Rome" };
const emailsOf = (people: { email: string }[]) => people.map(({ email }) => email);

let ann: TestUser;
let uid: string;

const booked = (fields: object = {}, wishes: object = {}): Promise<string> =>
  bookedBy(house, ann, start, { fields, wishes });

beforeEach(async () => {
  ann = await house.user();
  uid = await booked();
});

const path = (of = uid) => `/v2/bookings/${of}/attendees`;
const list = async (of = uid) => (await house.get(path(of), { version, as: ann })).body.data;
const add = (body: object, as: TestUser | undefined = ann, to = uid) =>
  counted(house.post(path(to), body, { version, as }));
const bring = (guests: unknown, as: TestUser | undefined = ann, to = uid) =>
  counted(house.post(`/v2/bookings/${to}/guests`, { guests }, { version, as }));

let additions = 0;

async function counted(request: Promise<Answer>): Promise<Answer> {
  const answer = await request;
  if (answer.status < 300) additions++;
  return answer;
}

afterEach(async () => {
  const kinds = (await house.events()).map(({ kind }) => kind);
  expect(kinds, "each addition is told once, and nothing else").toEqual(
    Array(additions).fill("booking.attendees-added"),
  );
  additions = 0;
});

const read = async (of = uid, as?: TestUser) => (await house.get(`/v2/bookings/${of}`, { version, as })).body.data;

describe("GET /v2/bookings/{bookingUid}/attendees", () => {
  test("200 lists the booker and his guests with their ids, in two statements", async () => {
    await bring([{ email: "g@example.com" }]);
    const attendees = await list();
    expect(attendees).toEqual([
      {
        id: expect.any(Number),
        name: guest.name,
        email: guest.email,
        displayEmail: guest.email,
        timeZone: guest.timeZone,
        language: "en",
        absent: false,
      },
      expect.objectContaining({ name: "", email: "g@example.com", timeZone: "UTC" }),
    ]);
    expect(await house.countStatements(list)).toBe(2);
  });

  test("200 shows the seats' holders to the host even if nobody else sees them", async () => {
    const seated = await booked({ seats }, { start: "2026-11-30T11:00:00Z" });
    expect(emailsOf(await list(seated))).toEqual([guest.email]);
  });

  test("403 for another user, an attendee too; 404 for an unknown booking", async () => {
    for (const as of [await house.user(), await house.user({ email: guest.email })]) {
      const { status, body } = await house.get(path(), { version, as });
      expect([status, JSON.stringify(body)]).toEqual([403, expect.not.stringContaining(guest.name)]);
    }
    expect((await house.get(path("nope"), { version, as: ann })).status).toBe(404);
  });
});

describe("GET /v2/bookings/{bookingUid}/attendees/{attendeeId}", () => {
  test("200 is one of the list", async () => {
    const [attendee] = await list();
    const answer = await house.get(`${path()}/${attendee.id}`, { version, as: ann });
    expect([answer.status, answer.body.data]).toEqual([200, attendee]);
  });

  test("403 for another user's booking; 404 for the attendee of another booking and an unknown one", async () => {
    const [attendee] = await list();
    const other = await booked({}, { start: "2026-11-30T12:00:00Z" });
    const [elsewhere] = await list(other);
    const status = async (id: unknown, as = ann) => (await house.get(`${path()}/${id}`, { version, as })).status;
    expect(await status(attendee.id, await house.user())).toBe(403);
    expect(await status(elsewhere.id)).toBe(404);
    expect(await status(2_147_483_647)).toBe(404);
    expect([await status("x"), await status("99999999999")]).toEqual([400, 400]);
  });
});

describe("POST /v2/bookings/{bookingUid}/attendees", () => {
  test("201 adds one person and tells his id and the booking's", async () => {
    const { id } = await read();
    const answer = await add({ ...bob, phoneNumber: "+393331234567", language: "it" });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toEqual({
      id: expect.any(Number),
      bookingId: id,
      name: "Bob",
      email: bob.email,
      displayEmail: bob.email,
      timeZone: "Europe/Rome",
      language: "it",
      absent: false,
      phoneNumber: "+393331234567",
    });
    expect(emailsOf(await list())).toEqual([guest.email, bob.email]);
    expect(await read()).not.toHaveProperty("guests");
  });

  test("201 for an attendee of the booking, who has an account with that address", async () => {
    const gil = await house.user({ email: guest.email });
    expect((await add(bob, gil)).status).toBe(201);
  });

  test("201 takes a seat on a seated booking, 409 when none is left", async () => {
    const seated = await booked({ seats }, { start: "2026-11-30T11:00:00Z" });
    const answers = await Promise.all(
      ["a", "b", "c"].map((name) => add({ ...bob, email: `${name}@x.com` }, ann, seated)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const { attendees } = await read(seated, ann);
    expect(attendees).toHaveLength(2);
    expect(attendees[1]).toMatchObject({ seatUid: expect.any(String), bookingFieldsResponses: { name: "Bob" } });
    expect((await house.get(`/v2/bookings/by-seat/${attendees[1].seatUid}`)).body.data.uid).toBe(seated);
  });

  test("400 for somebody who is there already, and for wrong bodies", async () => {
    expect((await add({ ...bob, email: "GIL+work@example.com" })).status).toBe(400);
    const wrong = [
      {},
      { ...bob, email: "x" },
      { ...bob, timeZone: "Mars" },
      { ...bob, phoneNumber: "12" },
      { ...bob, name: "" },
    ];
    for (const body of [...wrong, { ...bob, language: "tlh" }]) expect((await add(body)).status).toBe(400);
    expect(await list()).toHaveLength(1);
  });

  test("400 beyond thirty guests", async () => {
    for (const batch of [0, 1, 2]) {
      const guests = Array.from({ length: 10 }, (_, i) => ({ email: `g${batch}-${i}@example.com` }));
      expect((await bring(guests)).status).toBe(200);
    }
    expect((await add(bob)).status).toBe(400);
    expect((await bring([bob])).status).toBe(400);
    expect(await list()).toHaveLength(31);
  });

  test("403 for another user; 404 for an unknown booking", async () => {
    expect((await add(bob, await house.user())).status).toBe(403);
    expect((await add(bob, ann, "nope")).status).toBe(404);
    expect(await list()).toHaveLength(1);
  });
});

describe("POST /v2/bookings/{bookingUid}/guests", () => {
  test("200 adds guests, in the organizer's zone and language unless they say otherwise", async () => {
    const answer = await bring([
      { email: "new@example.com", name: "New", timeZone: "Europe/Rome", language: "it", phoneNumber: "+393331234567" },
      { email: "new2@example.com" },
    ]);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({
      uid,
      attendees: [
        { email: guest.email },
        {
          email: "new@example.com",
          name: "New",
          timeZone: "Europe/Rome",
          language: "it",
          phoneNumber: "+393331234567",
        },
        { email: "new2@example.com", name: "", timeZone: "UTC", language: "en" },
      ],
      guests: ["new@example.com", "new2@example.com"],
      bookingFieldsResponses: { name: guest.name, guests: ["new@example.com", "new2@example.com"] },
    });
    expect(await read()).toEqual(answer.body.data);
  });

  test("200 passes over those who are there already or named twice; 400 if nobody is left", async () => {
    const guests = ["new@example.com", "NEW+1@example.com", "gil+x@example.com"].map((email) => ({ email }));
    expect((await bring(guests)).body.data.guests).toEqual(["new@example.com"]);
    const again = await bring(guests);
    expect([again.status, again.body.error.message]).toEqual([400, "emails_must_be_unique_valid"]);
    expect((await bring([{ email: "third@example.com" }])).body.data.guests).toEqual([
      "new@example.com",
      "third@example.com",
    ]);
  });

  test("200 for an attendee of the booking; he does not learn who else sits there", async () => {
    const seated = await booked({ seats }, { start: "2026-11-30T11:00:00Z" });
    const gil = await house.user({ email: guest.email });
    const { status, body } = await bring([bob], gil, seated);
    expect([status, body.data.attendees]).toEqual([200, []]);
    expect(emailsOf((await read(seated, ann)).attendees)).toEqual([guest.email, bob.email]);
    expect((await bring([{ email: "late@example.com" }], gil, seated)).status).toBe(409);
  });

  test("200 for three callers at once, and nobody's guests are lost", async () => {
    await Promise.all([1, 2, 3].map((n) => bring([{ email: `g${n}@example.com` }])));
    const { guests } = await read();
    expect(guests.toSorted()).toEqual(["g1@example.com", "g2@example.com", "g3@example.com"]);
  });

  test("400 where guests are not allowed, for none, for eleven and for wrong ones", async () => {
    const closed = await booked({ disableGuests: true }, { start: "2026-11-30T11:00:00Z" });
    expect((await bring([bob], ann, closed)).status).toBe(400);
    const eleven = Array.from({ length: 11 }, (_, i) => ({ email: `m${i}@example.com` }));
    for (const guests of [[], eleven, ["a"], [{ email: "nope" }], undefined, [{ email: "a@b.co", timeZone: "Mars" }]]) {
      expect((await bring(guests)).status).toBe(400);
    }
    expect(await list()).toHaveLength(1);
  });

  test("403 for another user; 404 for an unknown booking", async () => {
    expect((await bring([bob], await house.user())).status).toBe(403);
    expect((await bring([bob], ann, "nope")).status).toBe(404);
    expect(await list()).toHaveLength(1);
  });
});
