import { describe, expect, test } from "vitest";
import { type Answer, type TestUser, useHouse } from "../../../../test/harness/house.js";

const house = useHouse();
const old = { title: "Old", slug: "old", length: 30 };

const create = (as: TestUser, fields: object = {}, version?: string): Promise<Answer> =>
  house.post("/v2/event-types", { ...old, ...fields }, { as, version });

const newest = async (as: TestUser, id: number) =>
  (await house.get(`/v2/event-types/${id}`, { as, version: "2024-06-14" })).body.data;

const locations = [
  { type: "inPerson", address: "Street 1" },
  { type: "inPerson", address: "Street 2", displayLocationPublicly: false, customLabel: "Back door" },
  { type: "link", link: "https://x.example.com", displayLocationPublicly: true },
  { type: "userPhone", hostPhoneNumber: "+14155550100" },
  { type: "phone" },
  { type: "attendeeInPerson" },
  { type: "somewhereElse" },
  { type: "conferencing" },
  { type: "integrations:google:meet" },
  { type: "integrations:daily" },
  { type: "holodeck", deck: 3 },
];

describe("POST /v2/event-types", () => {
  test.each([undefined, "2024-04-15", "2024-06-11"])("201 shows the row with version %s", async (version) => {
    const ann = await house.user();
    const answer = await create(ann, {}, version);
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({
      ...old,
      userId: ann.id,
      description: null,
      locations: [{ type: "integrations:daily" }],
      bookingFields: null,
      metadata: null,
      periodType: "UNLIMITED",
      minimumBookingNotice: 120,
      seatsShowAvailabilityCount: true,
      slotInterval: null,
    });
  });

  test("201 gives locations back unchanged, unknown ones too; the newest version knows them by its own names", async () => {
    const ann = await house.user();
    const { id, ...row } = (await create(ann, { locations })).body.data;
    expect(row.locations).toEqual(locations);
    expect((await house.get(`/v2/event-types/${id}`, { as: ann })).body.data.eventType.locations).toEqual(locations);
    expect((await newest(ann, id)).locations).toEqual([
      { type: "address", address: "Street 1", public: false },
      { type: "address", address: "Street 2", public: false },
      { type: "link", link: "https://x.example.com", public: true },
      { type: "phone", phone: "+14155550100", public: false },
      { type: "attendeePhone" },
      { type: "attendeeAddress" },
      { type: "attendeeDefined" },
      { type: "organizersDefaultApp" },
      { type: "integration", integration: "google-meet" },
      { type: "integration", integration: "cal-video" },
      { type: "unknown", location: '{"type":"holodeck","deck":3}' },
    ]);
  });

  test("201 leaves the attendee's phone number waiting, hidden, and the newest answer can be posted back", async () => {
    const ann = await house.user();
    const created = await newest(ann, (await create(ann, { locations: [{ type: "holodeck" }] })).body.data.id);
    expect(created.bookingFields[2]).toMatchObject({ slug: "attendeePhoneNumber", isDefault: true, hidden: true });
    const copy = await house.post("/v2/event-types", { ...created, slug: "copy" }, { as: ann, version: "2024-06-14" });
    expect(copy.status).toBe(201);
    expect(copy.body.data).toEqual({ ...created, id: copy.body.data.id, slug: "copy", bookingUrl: expect.any(String) });
  });

  test.each([
    [{ length: 0 }, "length"],
    [{ slug: undefined }, "slug"],
    [{ slotInterval: -1 }, "slotInterval"],
    [{ locations: [{ address: "no type" }] }, "type"],
    [{ length: undefined, lengthInMinutes: 30 }, "length"],
  ])("400 for %j", async (fields, named) => {
    const answer = await create(await house.user(), fields, "2024-04-15");
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body.error.details)).toContain(`"${named}"`);
  });

  test("400 for its body with the newest version, and for a slug that is taken", async () => {
    const ann = await house.user();
    expect((await create(ann, {}, "2024-06-14")).status).toBe(400);
    await create(ann);
    expect((await create(ann)).body.error.message).toBe("User already has an event type with this slug.");
  });
});

describe("GET /v2/event-types", () => {
  test("200 lists the caller's own in one group, in two statements", async () => {
    const [ann, ben] = [await house.user({ name: "Ann" }), await house.user()];
    await create(ann, { hidden: true });
    await create(ben);
    let answer = await house.get(`/v2/event-types?username=${ben.username}`, { as: ann });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({
      eventTypeGroups: [
        { teamId: null, membershipRole: null, profile: { slug: ann.username, name: "Ann" }, eventTypes: [old] },
      ],
      profiles: [{ slug: ann.username }],
    });
    const statements = await house.countStatements(async () => {
      answer = await house.get("/v2/event-types", { as: ann });
    });
    expect(statements).toBe(2);
  });

  test("401 without a key", async () => {
    expect((await house.get("/v2/event-types")).status).toBe(401);
  });
});

describe("GET /v2/event-types/{eventTypeId}", () => {
  test("200 tells what the newest version set in words of its own", async () => {
    const ann = await house.user();
    const body = {
      title: "New",
      slug: "new",
      lengthInMinutes: 30,
      lengthInMinutesOptions: [15, 30],
      bookingWindow: { type: "calendarDays", value: 45, rolling: true },
      bookingLimitsCount: { day: 3 },
      confirmationPolicy: {
        type: "time",
        noticeThreshold: { unit: "hours", count: 2 },
        blockUnconfirmedBookingsInBooker: true,
      },
      bookerLayouts: { defaultLayout: "month", enabledLayouts: ["month"] },
      bookingFields: [{ type: "splitName" }, { type: "radio", slug: "r", label: "R", required: true, options: ["a"] }],
    };
    const { id } = (await house.post("/v2/event-types", body, { as: ann, version: "2024-06-14" })).body.data;
    const { eventType } = (await house.get(`/v2/event-types/${id}`, { as: ann })).body.data;
    expect(eventType).toMatchObject({
      length: 30,
      periodType: "ROLLING_WINDOW",
      periodDays: 45,
      periodCountCalendarDays: true,
      bookingLimits: { PER_DAY: 3 },
      requiresConfirmation: true,
      metadata: {
        multipleDuration: [15, 30],
        requiresConfirmationThreshold: { time: 2, unit: "hours" },
        bookerLayouts: { enabledLayouts: ["month_view"], defaultLayout: "month_view" },
      },
    });
    expect(eventType.bookingFields[0]).toMatchObject({ name: "name", variant: "firstAndLastName" });
    expect(eventType.bookingFields[3]).toMatchObject({
      name: "r",
      type: "radio",
      options: [{ label: "a", value: "a" }],
      editable: "user",
    });
  });

  test("404 for another user's event type", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const { id } = (await create(ann)).body.data;
    expect((await house.get(`/v2/event-types/${id}`, { as: ben })).status).toBe(404);
  });
});

describe("PATCH /v2/event-types/{eventTypeId}", () => {
  test("200 changes the given fields only", async () => {
    const ann = await house.user();
    const { id } = (await create(ann, { locations, description: "d" })).body.data;
    const answer = await house.patch(`/v2/event-types/${id}`, { title: "Older", hidden: true }, { as: ann });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ ...old, title: "Older", hidden: true, description: "d", locations });
  });

  test("200 adds questions to the system's own and gives them back unchanged", async () => {
    const ann = await house.user();
    const { id } = (await create(ann)).body.data;
    const color = {
      name: "color",
      type: "select",
      label: "Color",
      options: [{ label: "Red", value: "r" }],
      sources: [{ id: "user", type: "user", label: "User" }],
      editable: "user",
      required: true,
      placeholder: "",
    };
    const strange = { name: "mood", type: "slider", label: "Mood", editable: "user", required: true };
    const notes = { name: "notes", type: "textarea", label: "Tell me", required: true };
    const body = { bookingFields: [color, strange, notes], seatsPerTimeSlot: 4 };
    const { data } = (await house.patch(`/v2/event-types/${id}`, body, { as: ann })).body;
    expect(data.seatsPerTimeSlot).toBe(4);
    expect(data.bookingFields.map(({ name }: { name: string }) => name)).toEqual(
      "name email attendeePhoneNumber location color mood title notes guests rescheduleReason".split(" "),
    );
    expect(data.bookingFields.slice(4, 6)).toEqual([color, strange]);
    expect(data.bookingFields[7]).toMatchObject({ name: "notes", label: "Tell me", required: true });
    expect((await newest(ann, id)).bookingFields.slice(4, 6)).toMatchObject([
      { type: "select", slug: "color", options: ["r"], isDefault: false },
      { type: "unknown", slug: "unknown", bookingField: expect.stringContaining('"slider"') },
    ]);
    const again = await house.patch(`/v2/event-types/${id}`, { bookingFields: data.bookingFields }, { as: ann });
    expect(again.body.data.bookingFields).toEqual(data.bookingFields);
  });

  test("400 for an id that is no number", async () => {
    expect((await house.patch("/v2/event-types/null", { title: "x" }, { as: await house.user() })).status).toBe(400);
  });

  test("404 for another user's event type", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const { id } = (await create(ann)).body.data;
    expect((await house.patch(`/v2/event-types/${id}`, { title: "x" }, { as: ben })).status).toBe(404);
  });
});

describe("DELETE /v2/event-types/{eventTypeId}", () => {
  test("200 tells length", async () => {
    const ann = await house.user();
    const { id } = (await create(ann)).body.data;
    const answer = await house.delete(`/v2/event-types/${id}`, { as: ann });
    expect(answer.body.data).toEqual({ id, ...old });
  });

  test("403 for another user's event type", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const { id } = (await create(ann)).body.data;
    expect((await house.delete(`/v2/event-types/${id}`, { as: ben })).status).toBe(403);
  });
});

describe("GET /v2/event-types/{username}/{eventSlug}/public", () => {
  test("200 shows what the booking page needs, in one statement, and places only if they are public", async () => {
    const ann = await house.user();
    await create(ann, { locations, hidden: true });
    let answer = await house.get(`/v2/event-types/${ann.username}/old/public`);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ ...old, description: "", owner: { id: ann.id } });
    expect(answer.body.data.locations.slice(0, 3)).toEqual([
      { type: "inPerson" },
      { type: "inPerson", displayLocationPublicly: false, customLabel: "Back door" },
      locations[2],
    ]);
    expect(JSON.stringify(answer.body)).not.toContain(ann.email);
    const statements = await house.countStatements(async () => {
      answer = await house.get(`/v2/event-types/${ann.username}/old/public`);
    });
    expect(statements).toBe(1);
  });

  test("404 for what does not exist", async () => {
    const ann = await house.user();
    await create(ann);
    const paths = [`${ann.username}/no/public`, "nobody/old/public", `${ann.username}/old/public?org=acme`];
    for (const path of [...paths, `${ann.username}/old/public?isTeamEvent=true`]) {
      expect((await house.get(`/v2/event-types/${path}`)).status, path).toBe(404);
    }
  });
});

describe("GET /v2/event-types/{username}/public", () => {
  test("200 lists what is not hidden, in two statements", async () => {
    const ann = await house.user();
    await create(ann);
    await create(ann, { slug: "secret", hidden: true });
    let answer = await house.get(`/v2/event-types/${ann.username}/public`);
    expect(answer.body.data).toMatchObject([{ ...old, description: null, hidden: false, metadata: {} }]);
    const statements = await house.countStatements(async () => {
      answer = await house.get(`/v2/event-types/${ann.username}/public`);
    });
    expect(statements).toBe(2);
  });

  test("404 for an unknown user", async () => {
    const answer = await house.get("/v2/event-types/nobody/public");
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toBe('User with username "nobody" not found');
  });
});
