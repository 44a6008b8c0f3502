import { describe, expect, test } from "vitest";
import { type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const version = "2024-06-11";
const officeHours = {
  days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
  startTime: "09:00",
  endTime: "17:00",
};
const plain = { name: "Plain", timeZone: "Europe/Rome", isDefault: false };

const create = async (as: TestUser, fields: object = {}) =>
  (await house.post("/v2/schedules", { ...plain, ...fields }, { as, version })).body.data;
const list = async (as: TestUser) => (await house.get("/v2/schedules", { as, version })).body.data;
const defaultIdOf = async (as: TestUser) => (await house.get("/v2/me", { as })).body.data.defaultScheduleId;
const aDayOff = (date: string) => ({ date, startTime: "00:00", endTime: "00:00" });

/** Property and rule of the innermost problem of a 400. */
function problemOf(body: { error: { details: { errors: Node[] } } }): [string, string] {
  let [node] = body.error.details.errors;
  let path = node?.property ?? "";
  while (node?.children[0]) {
    node = node.children[0];
    path += `.${node.property}`;
  }
  return [path, Object.keys(node?.constraints ?? {})[0] ?? ""];
}

interface Node {
  property: string;
  children: Node[];
  constraints?: Record<string, string>;
}

describe("POST /v2/schedules", () => {
  test("201 gives office hours to a schedule that names none", async () => {
    const ann = await house.user();
    const answer = await house.post("/v2/schedules", { name: "Plain", timeZone: "europe/rome" }, { as: ann, version });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      status: "success",
      data: {
        id: expect.any(Number),
        ownerId: ann.id,
        name: "Plain",
        timeZone: "Europe/Rome",
        availability: [officeHours],
        isDefault: false,
        overrides: [],
      },
    });
  });

  test("201 keeps days, groups and overrides in the order they were sent", async () => {
    const ann = await house.user();
    const availability = [
      { days: ["Tuesday", "Monday"], startTime: "17:00", endTime: "19:00" },
      { days: ["Wednesday"], startTime: "13:00", endTime: "23:59" },
      { days: ["Sunday", "Wednesday"], startTime: "09:00", endTime: "12:00" },
      { days: ["Friday"], startTime: "17:00", endTime: "09:00" },
    ];
    const overrides = [
      { date: "2027-05-21", startTime: "18:00", endTime: "21:00" },
      aDayOff("2027-05-20"),
      { date: "2027-05-21", startTime: "08:00", endTime: "09:00" },
    ];
    const schedule = await create(ann, { availability, overrides });
    expect(schedule).toMatchObject({ availability, overrides });
    expect(await list(ann)).toContainEqual(schedule);
  });

  test("201 takes the place of the default", async () => {
    const ann = await house.user();
    const { id, isDefault } = await create(ann, { isDefault: true });
    expect(isDefault).toBe(true);
    expect((await list(ann)).map((schedule: { isDefault: boolean }) => schedule.isDefault)).toEqual([false, true]);
    expect(await defaultIdOf(ann)).toBe(id);
  });

  test("201 without weekly hours for an empty availability, and rules without days are not kept", async () => {
    const ann = await house.user();
    expect(await create(ann, { availability: [], foo: "bar" })).toMatchObject({ availability: [] });
    const nobody = [{ days: [], startTime: "09:00", endTime: "10:00" }];
    expect(await create(ann, { availability: nobody })).toMatchObject({ availability: [] });
  });

  test.each([["2024-06-14"], ["2024-08-13"], ["2024-09-04"], ["2026-02-25"]])(
    "201 in the newest shape with cal-api-version %s",
    async (newer) => {
      const ann = await house.user();
      const answer = await house.post("/v2/schedules", plain, { as: ann, version: newer });
      expect(answer.body.data.availability).toEqual([officeHours]);
    },
  );

  test("201 reads the spellings of the agent skill", async () => {
    const ann = await house.user();
    const schedule = await create(ann, {
      availability: [
        { days: [0, "monday", "SATURDAY", 3], startTime: "2024-01-01T09:00:00.000Z", endTime: "17:30" },
        { days: [6], startTime: "2024-01-01T09:00:00+02:00", endTime: "2024-01-01T23:59:59.999Z" },
      ],
      dateOverrides: [
        { date: "2027-12-24", startTime: null, endTime: null },
        { date: "2027-12-25" },
        { date: "2027-12-27T00:30:00+02:00", startTime: "10:00", endTime: "12:00" },
      ],
    });
    expect(schedule).toMatchObject({
      availability: [
        { days: ["Sunday", "Monday", "Saturday", "Wednesday"], startTime: "09:00", endTime: "17:30" },
        { days: ["Saturday"], startTime: "07:00", endTime: "23:59" },
      ],
      overrides: [
        aDayOff("2027-12-24"),
        aDayOff("2027-12-25"),
        { date: "2027-12-26", startTime: "10:00", endTime: "12:00" },
      ],
    });
  });

  test("201 reads the oldest dialect's hours, and lets the newest name of two decide", async () => {
    const ann = await house.user();
    const availabilities = [
      { days: [0, 6], startTime: "1970-01-01T10:00:00.000Z", endTime: "1970-01-01T11:00:00.000Z" },
    ];
    const weekend = { days: ["Sunday", "Saturday"], startTime: "10:00", endTime: "11:00" };
    expect(await create(ann, { availabilities })).toMatchObject({ availability: [weekend] });
    expect(await create(ann, { availabilities: [] })).toMatchObject({ availability: [officeHours] });
    const both = { availabilities, availability: [], overrides: [], dateOverrides: [{ date: "2027-12-24" }] };
    expect(await create(ann, both)).toMatchObject({ availability: [], overrides: [] });
  });

  const hours = (fields: object) => ({ availability: [{ ...officeHours, ...fields }] });
  const override = (fields: object) => ({ overrides: [{ date: "2027-05-20", ...fields }] });

  test.each([
    [{ name: undefined }, "name", "isString"],
    [{ name: 7 }, "name", "isString"],
    [{ timeZone: undefined }, "timeZone", "isString"],
    [{ timeZone: "Nope/Zone" }, "timeZone", "isTimeZone"],
    [{ isDefault: "yes" }, "isDefault", "isBoolean"],
    [{ availability: {} }, "availability", "isArray"],
    [hours({ days: ["Mon"] }), "availability.0.days", "isIn"],
    [hours({ days: [7] }), "availability.0.days", "isIn"],
    [hours({ days: ["1"] }), "availability.0.days", "isIn"],
    [hours({ days: "Monday" }), "availability.0.days", "isArray"],
    [hours({ startTime: "9:00" }), "availability.0.startTime", "matches"],
    [hours({ endTime: "24:00" }), "availability.0.endTime", "matches"],
    [hours({ endTime: "10:60" }), "availability.0.endTime", "matches"],
    [hours({ endTime: "2024-01-01" }), "availability.0.endTime", "matches"],
    [hours({ endTime: undefined }), "availability.0.endTime", "isString"],
    [override({ date: "20-05-2027" }), "overrides.0.date", "isIso8601"],
    [override({ date: "2024-02-30" }), "overrides.0.date", "isIso8601"],
    [override({ startTime: "10:00" }), "overrides.0.endTime", "isDefined"],
    [override({ startTime: null, endTime: "10:00" }), "overrides.0.startTime", "isDefined"],
    [override({ startTime: "2027-05-20T10:00:00Z", endTime: "12:00" }), "overrides.0.startTime", "matches"],
    [{ overrides: [{ startTime: "10:00", endTime: "12:00" }] }, "overrides.0.date", "isString"],
    [
      { dateOverrides: [{ start: "2027-05-20T10:00:00Z", end: "2027-05-20T11:00:00Z" }] },
      "dateOverrides.0.date",
      "isString",
    ],
    [
      { availabilities: [{ days: [1], startTime: "10:00", endTime: "11:00" }] },
      "availabilities.0.startTime",
      "isDateString",
    ],
  ])("400 for %j, and nothing is written", async (fields, property, rule) => {
    const ann = await house.user();
    const answer = await house.post("/v2/schedules", { ...plain, ...fields }, { as: ann, version });
    expect(answer.status).toBe(400);
    expect(problemOf(answer.body)).toEqual([property, rule]);
    expect(await list(ann)).toHaveLength(1);
  });

  test("400 speaks of times as the upstream does", async () => {
    const ann = await house.user();
    const body = { ...plain, ...hours({ endTime: "24:00" }) };
    const answer = await house.post("/v2/schedules", body, { as: ann, version });
    expect(answer.body.error.details.errors[0].children[0].children[0]).toMatchObject({
      value: "24:00",
      property: "endTime",
      constraints: { matches: "endTime must be a valid time format HH:MM" },
    });
  });
});

describe("GET /v2/schedules", () => {
  test("200 lists the caller's only, by id, in two statements however many there are", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    await create(ben, { name: "Ben's" });
    const names = ["B", "A"];
    for (const name of names) await create(ann, { name, overrides: [aDayOff("2027-12-24")] });
    let schedules: { name: string }[] = [];
    const statements = await house.countStatements(async () => {
      schedules = await list(ann);
    });
    expect(schedules.map(({ name }) => name)).toEqual(["Working Hours", ...names]);
    expect(statements).toBe(2);
  });
});

describe("GET /v2/schedules/default", () => {
  test("200 shows the default in two statements", async () => {
    const ann = await house.user({ timeZone: "Asia/Tokyo" });
    let answer = await house.get("/v2/schedules/default", { as: ann, version });
    const statements = await house.countStatements(async () => {
      answer = await house.get("/v2/schedules/default", { as: ann, version });
    });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ name: "Working Hours", timeZone: "Asia/Tokyo", isDefault: true });
    expect(statements).toBe(2);
  });

  test("200 with null when no schedule is left", async () => {
    const ann = await house.user();
    await house.delete(`/v2/schedules/${await defaultIdOf(ann)}`, { as: ann });
    const answer = await house.get("/v2/schedules/default", { as: ann, version });
    expect([answer.status, answer.body]).toEqual([200, { status: "success", data: null }]);
  });
});

describe("GET /v2/schedules/{scheduleId}", () => {
  test("200 shows one in two statements", async () => {
    const ann = await house.user();
    const schedule = await create(ann);
    let answer = await house.get(`/v2/schedules/${schedule.id}`, { as: ann, version });
    const statements = await house.countStatements(async () => {
      answer = await house.get(`/v2/schedules/${schedule.id}`, { as: ann, version });
    });
    expect([answer.status, answer.body.data]).toEqual([200, schedule]);
    expect(statements).toBe(2);
  });

  test("403 for another user's schedule", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const { id } = await create(ben);
    for (const as of [version, "2024-04-15"]) {
      const answer = await house.get(`/v2/schedules/${id}`, { as: ann, version: as });
      expect(answer.status).toBe(403);
      expect(answer.body.error).toMatchObject({
        code: "ForbiddenException",
        message: `User with ID=${ann.id} does not own schedule with ID=${id}`,
      });
    }
  });

  test.each([version, "2024-04-15"])("404 for an unknown id in %s", async (as) => {
    const ann = await house.user();
    const answer = await house.get("/v2/schedules/999999", { as: ann, version: as });
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toBe("Schedule with ID=999999 does not exist.");
  });

  test.each(["abc", "1.5", "-1", "99999999999999999999", "2147483648"])("400 for the id %s", async (id) => {
    const ann = await house.user();
    const answer = await house.get(`/v2/schedules/${id}`, { as: ann, version });
    expect([answer.status, problemOf(answer.body)[0]]).toEqual([400, "scheduleId"]);
  });
});

describe("PATCH /v2/schedules/{scheduleId}", () => {
  const hours = [{ days: ["Friday"], startTime: "10:00", endTime: "11:30" }];
  const overrides = [{ date: "2027-06-01", startTime: "08:00", endTime: "09:00" }];

  test.each([
    [{}, {}],
    [{ name: "Renamed" }, { name: "Renamed" }],
    [{ timeZone: "asia/tokyo" }, { timeZone: "Asia/Tokyo" }],
    [{ availability: hours }, { availability: hours }],
    [{ availability: [] }, { availability: [] }],
    [{ availabilities: [] }, { availability: [] }],
    [{ overrides: [] }, { overrides: [] }],
    [{ dateOverrides: [{ date: "2027-06-02" }] }, { overrides: [aDayOff("2027-06-02")] }],
    [
      { availability: [], overrides },
      { availability: [], overrides },
    ],
    [{ schedule: [], isDefault: false }, {}],
  ])("200 changes the given parts only: %j", async (body, changes) => {
    const ann = await house.user();
    const before = await create(ann, { overrides: [aDayOff("2027-05-21")] });
    const answer = await house.patch(`/v2/schedules/${before.id}`, body, { as: ann, version });
    expect([answer.status, answer.body.data]).toEqual([200, { ...before, ...changes }]);
    const after = await house.get(`/v2/schedules/${before.id}`, { as: ann, version });
    expect(after.body.data).toEqual(answer.body.data);
    expect((await list(ann))[0]).toMatchObject({ name: "Working Hours", availability: [officeHours] });
  });

  test("200 moves the default, and isDefault false leaves it where it is", async () => {
    const ann = await house.user();
    const { id } = await create(ann);
    for (const isDefault of [true, false]) {
      const answer = await house.patch(`/v2/schedules/${id}`, { isDefault }, { as: ann, version });
      expect(answer.body.data.isDefault).toBe(true);
    }
    expect((await list(ann)).map((schedule: { isDefault: boolean }) => schedule.isDefault)).toEqual([false, true]);
  });

  test("400 changes nothing", async () => {
    const ann = await house.user();
    const before = await create(ann);
    const body = { name: "x", availability: hours, overrides: [{ date: "no" }] };
    const answer = await house.patch(`/v2/schedules/${before.id}`, body, { as: ann, version });
    expect([answer.status, problemOf(answer.body)]).toEqual([400, ["overrides.0.date", "isIso8601"]]);
    expect(await list(ann)).toContainEqual(before);
  });

  test("403 for another user's schedule, which stays as it is", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const before = await create(ben);
    const body = { name: "x", isDefault: true, availability: [] };
    const answer = await house.patch(`/v2/schedules/${before.id}`, body, { as: ann, version });
    expect(answer.status).toBe(403);
    expect(await list(ben)).toContainEqual(before);
    expect(await defaultIdOf(ann)).not.toBe(before.id);
  });

  test("404 for an unknown id", async () => {
    const ann = await house.user();
    expect((await house.patch("/v2/schedules/999999", { name: "x" }, { as: ann, version })).status).toBe(404);
  });
});

describe("DELETE /v2/schedules/{scheduleId}", () => {
  test("200 without data", async () => {
    const ann = await house.user();
    const { id } = await create(ann);
    const answer = await house.delete(`/v2/schedules/${id}`, { as: ann, version });
    expect([answer.status, answer.body]).toEqual([200, { status: "success" }]);
    expect(await list(ann)).toHaveLength(1);
  });

  test("200 for the default: the lowest remaining id follows, in the end none", async () => {
    const ann = await house.user();
    const first = await defaultIdOf(ann);
    const [second, third] = [await create(ann), await create(ann, { isDefault: true })];
    const defaults: (number | null)[] = [];
    for (const id of [third.id, first, second.id]) {
      await house.delete(`/v2/schedules/${id}`, { as: ann, version });
      defaults.push(await defaultIdOf(ann));
    }
    expect(defaults).toEqual([first, second.id, null]);
  });

  test("200 for all of them at once leaves no default behind", async () => {
    const ann = await house.user();
    await create(ann);
    await create(ann);
    const ids = (await list(ann)).map(({ id }: { id: number }) => id);
    const answers = await Promise.all(
      ids.map((id: number) => house.delete(`/v2/schedules/${id}`, { as: ann, version })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await defaultIdOf(ann)).toBeNull();
  });

  test("400 for an unknown id, also the second time", async () => {
    const ann = await house.user();
    const { id } = await create(ann);
    await house.delete(`/v2/schedules/${id}`, { as: ann, version });
    for (const as of [version, "2024-04-15"]) {
      const answer = await house.delete(`/v2/schedules/${id}`, { as: ann, version: as });
      expect([answer.status, answer.body.error.message]).toEqual([400, `Schedule with ID=${id} does not exist.`]);
    }
  });

  test("403 for another user's schedule, which stays", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const { id } = await create(ben);
    expect((await house.delete(`/v2/schedules/${id}`, { as: ann, version })).status).toBe(403);
    expect(await list(ben)).toHaveLength(2);
  });
});

describe("the same paths without a version header", () => {
  const nine = "1970-01-01T09:00:00.000Z";
  const noon = "1970-01-01T12:00:00.000Z";
  const today = { start: "2026-11-23T09:00:00.000Z", end: "2026-11-23T12:00:00.000Z" };
  const old = {
    name: "Old",
    timeZone: "Europe/Rome",
    isDefault: true,
    availabilities: [{ days: [1, 2], startTime: nine, endTime: noon }],
  };
  const legacyList = async (as: TestUser) => (await house.get("/v2/schedules", { as })).body.data;

  test("201 creates, and every read shows the same", async () => {
    const ann = await house.user();
    const answer = await house.post("/v2/schedules", old, { as: ann });
    const { id } = answer.body.data;
    const row = { id: expect.any(Number), userId: ann.id, eventTypeId: null, scheduleId: id };
    expect([answer.status, answer.body.data]).toEqual([
      201,
      {
        id,
        name: "Old",
        isManaged: false,
        workingHours: [{ days: [1, 2], startTime: 540, endTime: 720, userId: ann.id }],
        schedule: [{ ...row, days: [1, 2], startTime: nine, endTime: noon, date: null }],
        availability: [[], [today], [today], [], [], [], []],
        timeZone: "Europe/Rome",
        dateOverrides: [],
        isDefault: true,
        isLastSchedule: false,
        readOnly: false,
        userId: ann.id,
      },
    ]);
    for (const path of [`/v2/schedules/${id}`, "/v2/schedules/default"]) {
      expect((await house.get(path, { as: ann })).body.data, path).toEqual(answer.body.data);
    }
    expect((await legacyList(ann))[1]).toEqual(answer.body.data);
  });

  test("201 gives office hours for absent or empty availabilities, and the newest hours are heard", async () => {
    const ann = await house.user();
    const hoursOf = async (fields: object) =>
      (await house.post("/v2/schedules", { ...old, availabilities: undefined, ...fields }, { as: ann })).body.data
        .workingHours;
    const office = { days: [1, 2, 3, 4, 5], startTime: 540, endTime: 1020, userId: ann.id };
    expect(await hoursOf({})).toEqual([office]);
    expect(await hoursOf({ availabilities: [] })).toEqual([office]);
    expect(await hoursOf({ availability: [] })).toEqual([]);
    expect(await hoursOf({ availability: [officeHours] })).toEqual([office]);
  });

  test("200 without any schedule: an empty list and no default", async () => {
    const ann = await house.user();
    expect(await legacyList(ann)).toMatchObject([{ isLastSchedule: true }]);
    await house.delete(`/v2/schedules/${await defaultIdOf(ann)}`, { as: ann });
    expect(await legacyList(ann)).toEqual([]);
    expect((await house.get("/v2/schedules/default", { as: ann })).body).toEqual({ status: "success", data: null });
  });

  test.each([
    [{ days: ["Monday"], startTime: nine, endTime: noon }, "days"],
    [{ days: [7], startTime: nine, endTime: noon }, "days"],
    [{ days: [1], startTime: "10:00", endTime: noon }, "startTime"],
    [{ days: [1], startTime: nine }, "endTime"],
  ])("400 for availabilities %j", async (hours, property) => {
    const ann = await house.user();
    const answer = await house.post("/v2/schedules", { ...old, availabilities: [hours] }, { as: ann });
    expect([answer.status, problemOf(answer.body)[0]]).toEqual([400, `availabilities.0.${property}`]);
    expect(await legacyList(ann)).toHaveLength(1);
  });

  test("200 changes, and answers in a shape of its own", async () => {
    const ann = await house.user();
    const first = await defaultIdOf(ann);
    const { id } = await create(ann, { overrides: [aDayOff("2027-05-21")] });
    const body = {
      name: "Older",
      isDefault: true,
      schedule: [[], [{ start: nine, end: noon }], [], [], [], [], []],
    };
    const answer = await house.patch(`/v2/schedules/${id}`, body, { as: ann });
    const row = { id: expect.any(Number), userId: ann.id, eventTypeId: null, scheduleId: id };
    const midnight = "1970-01-01T00:00:00.000Z";
    expect([answer.status, answer.body.data]).toEqual([
      200,
      {
        schedule: {
          id,
          userId: ann.id,
          name: "Older",
          timeZone: "Europe/Rome",
          eventType: [],
          availability: [
            { ...row, days: [1], startTime: nine, endTime: noon, date: null },
            { ...row, days: [], startTime: midnight, endTime: midnight, date: "2027-05-21T00:00:00.000Z" },
          ],
        },
        availability: [[], [today], [], [], [], [], []],
        timeZone: "Europe/Rome",
        isDefault: true,
        prevDefaultId: first,
        currentDefaultId: id,
      },
    ]);
  });

  test("200 keeps the weekly hours when only overrides are sent", async () => {
    const ann = await house.user();
    const { id } = await create(ann, { overrides: [aDayOff("2027-05-21")] });
    const dateOverrides = [{ start: "2027-06-01T10:00:00.000Z", end: "2027-06-01T11:00:00.000Z" }];
    expect((await house.patch(`/v2/schedules/${id}`, { dateOverrides }, { as: ann })).status).toBe(200);
    const after = (await house.get(`/v2/schedules/${id}`, { as: ann, version })).body.data;
    expect(after.availability).toEqual([officeHours]);
    expect(after.overrides).toEqual([{ date: "2027-06-01", startTime: "10:00", endTime: "11:00" }]);
  });

  test("200 names the event types that have their hours from it", async () => {
    const ann = await house.user();
    const { id } = await create(ann);
    const eventType = { user_id: ann.id, title: "Talk", slug: "talk", length_minutes: 30, schedule_id: id };
    const stored = await house.store.db
      .insertInto("event_types")
      .values({ ...eventType, locations: "[]", booking_fields: "[]" })
      .returning("id")
      .executeTakeFirstOrThrow();
    const answer = await house.patch(`/v2/schedules/${id}`, {}, { as: ann });
    expect(answer.body.data.schedule.eventType).toEqual([{ id: stored.id, eventName: null }]);
    await house.delete(`/v2/schedules/${id}`, { as: ann });
    const left = await house.store.db.selectFrom("event_types").select("schedule_id").executeTakeFirstOrThrow();
    expect(left.schedule_id).toBeNull();
  });

  test.each([
    [{ schedule: [[], []] }, "schedule", "arrayMinSize"],
    [{ schedule: [[{ start: "9:00", end: noon }], [], [], [], [], [], []] }, "schedule.0.0.start", "isDateString"],
    [{ dateOverrides: [{ ranges: [] }] }, "dateOverrides.0.start", "isDefined"],
    [{ dateOverrides: [{ start: nine, end: 5 }] }, "dateOverrides.0.end", "isString"],
    [{ timeZone: "Mars/Base" }, "timeZone", "isTimeZone"],
  ])("400 for the change %j", async (body, property, rule) => {
    const ann = await house.user();
    const { id } = await create(ann);
    const before = await legacyList(ann);
    const answer = await house.patch(`/v2/schedules/${id}`, { name: "x", ...body }, { as: ann });
    expect([answer.status, problemOf(answer.body)]).toEqual([400, [property, rule]]);
    expect(await legacyList(ann)).toEqual(before);
  });
});
