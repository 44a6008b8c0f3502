import { describe, expect, test } from "vitest";
import { mailedCode } from "../../../test/harness/codes.js";
import { operatorKey, type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();

describe("GET /v2/me", () => {
  test("200 shows the account in one statement", async () => {
    const ann = await house.user({ timeZone: "Europe/Rome", name: "Ann" });
    let answer = await house.get("/v2/me", { as: ann });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      status: "success",
      data: {
        id: ann.id,
        email: ann.email,
        name: "Ann",
        avatarUrl: null,
        bio: null,
        timeFormat: 12,
        defaultScheduleId: expect.any(Number),
        weekStart: "Sunday",
        timeZone: "Europe/Rome",
        username: ann.username,
        organizationId: null,
      },
    });
    const statements = await house.countStatements(async () => {
      answer = await house.get("/v2/me", { as: ann });
    });
    expect(statements).toBe(1);
  });

  test.each([
    ["nothing", undefined],
    ["an unknown key", "Bearer cal_live_unknown"],
    ["another kind of token", "Bearer abc"],
    ["Basic", "Basic abc"],
  ])("401 with %s", async (_, authorization) => {
    const answer = await house.get("/v2/me", authorization ? { headers: { authorization } } : {});
    expect(answer.status).toBe(401);
    expect(answer.body.error.code).toBe("UnauthorizedException");
  });

  test("a raw key without Bearer is accepted", async () => {
    const ann = await house.user();
    expect((await house.get("/v2/me", { headers: { authorization: ann.apiKey } })).status).toBe(200);
  });

  test("the old prefix, a trailing slash and upper case reach the same operation", async () => {
    const ann = await house.user();
    for (const path of ["/api/v2/me", "/v2/me/", "/V2/ME", "/v2/ee/me"]) {
      expect((await house.get(path, { as: ann })).status, path).toBe(200);
    }
  });
});

describe("PATCH /v2/me", () => {
  test("200 changes the given fields only", async () => {
    const ann = await house.user({ name: "Ann" });
    const changes = { bio: "hello", timeFormat: 24, weekStart: "Monday", locale: "fr", metadata: { a: "b" } };
    const answer = await house.patch("/v2/me", changes, { as: ann });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ name: "Ann", bio: "hello", timeFormat: 24, weekStart: "Monday" });
  });

  test("200 takes the default schedule along into a new zone", async () => {
    const ann = await house.user();
    const answer = await house.patch("/v2/me", { timeZone: "america/new_york" }, { as: ann });
    expect(answer.body.data.timeZone).toBe("America/New_York");
    const { time_zone } = await house.store.db
      .selectFrom("schedules")
      .select("time_zone")
      .where("user_id", "=", ann.id)
      .executeTakeFirstOrThrow();
    expect(time_zone).toBe("America/New_York");
  });

  test.each([
    [{ timeZone: "Mars/Olympus" }, "timeZone", "isTimeZone"],
    [{ timeFormat: 13 }, "timeFormat", expect.any(String)],
    [{ weekStart: "Funday" }, "weekStart", "isEnum"],
    [{ metadata: { a: {} } }, "metadata", "isMetadata"],
    [{ avatarUrl: "no" }, "avatarUrl", "isUrl"],
  ])("400 for %j, and nothing changes", async (body, property, rule) => {
    const ann = await house.user();
    const before = await house.get("/v2/me", { as: ann });
    const answer = await house.patch("/v2/me", { name: "Changed", ...body }, { as: ann });
    expect(answer.status).toBe(400);
    const [problem] = answer.body.error.details.errors;
    expect(problem.property).toBe(property);
    expect(Object.keys(problem.constraints)[0]).toEqual(rule);
    expect((await house.get("/v2/me", { as: ann })).body).toEqual(before.body);
  });

  test("400 for a default schedule of somebody else", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const { defaultScheduleId } = (await house.get("/v2/me", { as: ben })).body.data;
    expect((await house.patch("/v2/me", { defaultScheduleId }, { as: ann })).status).toBe(400);
  });
});

describe("PATCH /v2/me, the address", () => {
  const wanted = "new@example.com";
  const verify = (as: TestUser, code: string, email = wanted) =>
    house.post("/v2/verified-resources/emails/verification-code/verify", { email, code }, { as });
  const emailOf = async (as: TestUser) => (await house.get("/v2/me", { as })).body.data.email;

  test("200 keeps the old address until the new one is verified", async () => {
    const ann = await house.user({ name: "Ann" });
    const answer = await house.patch("/v2/me", { email: wanted, bio: "hello" }, { as: ann });
    expect([answer.status, answer.body.data]).toMatchObject([200, { email: ann.email, bio: "hello" }]);
    expect(await emailOf(ann)).toBe(ann.email);
    expect((await verify(ann, await mailedCode(house, wanted))).status).toBe(200);
    expect(await emailOf(ann)).toBe(wanted);
  });

  test("200 for an address that is verified already counts at once, as does the own one in other letters", async () => {
    const ann = await house.user();
    const request = "/v2/verified-resources/emails/verification-code/request";
    await house.post(request, { email: wanted }, { as: ann });
    expect((await verify(ann, await mailedCode(house, wanted))).status).toBe(200);
    expect(await emailOf(ann)).toBe(ann.email);
    const answer = await house.patch("/v2/me", { email: wanted }, { as: ann });
    expect([answer.status, answer.body.data.email]).toEqual([200, wanted]);
    expect((await house.patch("/v2/me", { email: "New@example.com" }, { as: ann })).body.data.email).toBe(
      "New@example.com",
    );
  });

  test("200 of a second wish replaces the first: its code then verifies, but changes nothing", async () => {
    const ann = await house.user();
    await house.patch("/v2/me", { email: "first@example.com" }, { as: ann });
    await house.patch("/v2/me", { email: wanted }, { as: ann });
    expect((await verify(ann, await mailedCode(house, "first@example.com"), "first@example.com")).status).toBe(200);
    expect(await emailOf(ann)).toBe(ann.email);
    expect((await verify(ann, await mailedCode(house, wanted))).status).toBe(200);
    expect(await emailOf(ann)).toBe(wanted);
  });

  test("409 for the address of somebody else, in any case; nobody is written to and nothing changes", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const answer = await house.patch("/v2/me", { email: ben.email.toUpperCase(), bio: "x" }, { as: ann });
    expect(answer.status).toBe(409);
    expect((await house.get("/v2/me", { as: ann })).body.data).toMatchObject({ email: ann.email, bio: null });
    expect((await house.get("/v2/admin/outbox", { as: operatorKey })).body.data).toEqual([]);
  });

  test("409 when somebody else took the address meanwhile: the code is not spent", async () => {
    const ann = await house.user();
    await house.patch("/v2/me", { email: wanted }, { as: ann });
    const code = await mailedCode(house, wanted);
    await house.user({ email: wanted });
    expect((await verify(ann, code)).status).toBe(409);
    expect(await emailOf(ann)).toBe(ann.email);
    expect((await house.patch("/v2/me", { email: wanted }, { as: ann })).status).toBe(409);
  });

  test.each(["nope", "", `${"a".repeat(250)}@example.com`])("400 for %j", async (email) => {
    const ann = await house.user();
    const answer = await house.patch("/v2/me", { email }, { as: ann });
    expect([answer.status, answer.body.error.details.errors[0].property]).toEqual([400, "email"]);
  });
});

describe("POST /v2/api-keys/refresh", () => {
  test("200 replaces the key", async () => {
    const ann = await house.user();
    const answer = await house.post("/v2/api-keys/refresh", {}, { as: ann });
    expect(answer.status).toBe(200);
    expect(answer.body.data.apiKey).toMatch(/^cal_live_[0-9a-f]{32}$/);
    expect((await house.get("/v2/me", { as: ann })).status).toBe(401);
    expect((await house.get("/v2/me", { as: answer.body.data.apiKey })).status).toBe(200);
  });

  test("200 for one of two refreshes at once, 401 for the other", async () => {
    const ann = await house.user();
    const answers = await Promise.all([1, 2].map(() => house.post("/v2/api-keys/refresh", {}, { as: ann })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 401]);
  });

  test("401 from the day after the last one", async () => {
    const ann = await house.user();
    const { apiKey } = (await house.post("/v2/api-keys/refresh", { apiKeyDaysValid: 1 }, { as: ann })).body.data;
    house.at("2026-11-24T23:59:59Z");
    expect((await house.get("/v2/me", { as: apiKey })).status).toBe(200);
    house.at("2026-11-25T00:00:00Z");
    expect((await house.get("/v2/me", { as: apiKey })).status).toBe(401);
  });

  test.each([
    { apiKeyDaysValid: 3, apiKeyNeverExpires: true },
    { apiKeyDaysValid: 3, expiresAt: "2027-01-01T00:00:00Z" },
    { expiresAt: "2026-11-01T00:00:00Z" },
    { apiKeyDaysValid: 0 },
  ])("400 for %j, and the old key keeps working", async (body) => {
    const ann = await house.user();
    expect((await house.post("/v2/api-keys/refresh", body, { as: ann })).status).toBe(400);
    expect((await house.get("/v2/me", { as: ann })).status).toBe(200);
  });
});
