import { describe, expect, test } from "vitest";
import { type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();

const away = { start: "2026-11-30T10:20:30.000Z", end: "2026-12-01T12:00:00Z" };

async function absence(as: TestUser, fields: Record<string, unknown> = {}) {
  const answer = await house.post("/v2/me/ooo", { ...away, ...fields }, { as });
  expect(answer.status).toBe(201);
  expect(await happened()).toEqual([["out-of-office.created", answer.body.data.uuid, as.id]]);
  return answer.body.data;
}

const happened = async () => (await house.events()).map(({ kind, subject, userId }) => [kind, subject, userId]);

const list = async (as: TestUser, query = "") => (await house.get(`/v2/me/ooo${query}`, { as })).body.data;

describe("POST /v2/me/ooo", () => {
  test("201 widens the times to whole UTC days", async () => {
    const ann = await house.user();
    const entry = await absence(ann, { notes: "away", reason: "vacation" });
    expect(entry).toEqual({
      userId: ann.id,
      toUserId: null,
      id: expect.any(Number),
      uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      start: "2026-11-30T00:00:00.000Z",
      end: "2026-12-01T23:59:59.999Z",
      notes: "away",
      reason: "vacation",
    });
  });

  test("201 for days that overlap another entry", async () => {
    const ann = await house.user();
    await absence(ann);
    const entry = await absence(ann, { end: "2026-12-02T00:00:00Z" });
    expect(entry).toMatchObject({ notes: null, reason: "unspecified" });
    expect(await list(ann)).toHaveLength(2);
  });

  test("409 for the same days again, even at once", async () => {
    const ann = await house.user();
    const answers = await Promise.all([1, 2].map(() => house.post("/v2/me/ooo", away, { as: ann })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.error.message).toBe("Ooo entry already exists.");
    expect(await happened()).toEqual([["out-of-office.created", expect.any(String), ann.id]]);
  });

  test.each([
    [{ end: "2026-11-29T00:00:00Z" }, "Start date must be before end date."],
    [{ start: "2026-11-30", end: "2026-12-01" }, "Invalid Date."],
    [{ start: "2026-11-30T00:00:00+02:00" }, "Invalid Date."],
    [{ end: "2026-13-01T00:00:00Z" }, "Invalid Date."],
    [{ toUserId: 1 }, "Cannot redirect to this user."],
  ])("400 for %j", async (fields, message) => {
    const ann = await house.user();
    const answer = await house.post("/v2/me/ooo", { ...away, ...fields }, { as: ann });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe(message);
    expect(await list(ann)).toEqual([]);
  });

  test("400 for a redirect to oneself", async () => {
    const ann = await house.user();
    const answer = await house.post("/v2/me/ooo", { ...away, toUserId: ann.id }, { as: ann });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe("Cannot redirect to self.");
  });

  test.each([
    [{ start: away.start }, "end"],
    [{ ...away, reason: "party" }, "reason"],
    [{ ...away, notes: 3 }, "notes"],
  ])("400 for %j names the property", async (body, property) => {
    const ann = await house.user();
    const answer = await house.post("/v2/me/ooo", body, { as: ann });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors[0].property).toBe(property);
  });

  test("401 without a key", async () => {
    expect((await house.post("/v2/me/ooo", away)).status).toBe(401);
  });
});

describe("GET /v2/me/ooo", () => {
  test("200 lists the caller's entries only, sorted and paged as asked, in two statements", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    await absence(ben);
    await absence(ann);
    await absence(ann, { start: "2026-12-07T00:00:00Z", end: "2026-12-08T00:00:00Z" });
    const starts = async (query: string) =>
      (await list(ann, query)).map(({ start }: { start: string }) => start.slice(0, 10));
    expect(await starts("")).toEqual(["2026-11-30", "2026-12-07"]);
    expect(await starts("?sortStart=desc")).toEqual(["2026-12-07", "2026-11-30"]);
    expect(await starts("?sortEnd=asc&take=1&skip=1")).toEqual(["2026-12-07"]);
    expect(await house.countStatements(() => list(ann))).toBe(2);
  });

  test.each(["take=0", "take=251", "skip=-1", "sortStart=up"])("400 for %s", async (query) => {
    const ann = await house.user();
    expect((await house.get(`/v2/me/ooo?${query}`, { as: ann })).status).toBe(400);
  });
});

describe("PATCH /v2/me/ooo/{oooId}", () => {
  test("200 keeps what is not given", async () => {
    const ann = await house.user();
    const entry = await absence(ann, { notes: "away", reason: "vacation" });
    const noted = await house.patch(`/v2/me/ooo/${entry.id}`, { notes: "still away" }, { as: ann });
    expect(noted.status).toBe(200);
    expect(noted.body.data).toEqual({ ...entry, notes: "still away" });
    const days = { start: "2026-12-02T00:00:00.000Z", end: "2026-12-03T00:00:00.000Z", reason: "sick" };
    const moved = await house.patch(`/v2/me/ooo/${entry.id}`, days, { as: ann });
    expect(moved.body.data).toEqual({
      ...entry,
      notes: "still away",
      start: "2026-12-02T00:00:00.000Z",
      end: "2026-12-03T23:59:59.999Z",
      reason: "sick",
    });
    expect(await happened()).toEqual(Array(2).fill(["out-of-office.updated", entry.uuid, ann.id]));
  });

  test("409 for its own days, or those of another entry", async () => {
    const ann = await house.user();
    const entry = await absence(ann);
    const other = await absence(ann, { end: "2026-12-05T00:00:00Z" });
    for (const { start, end } of [entry, other]) {
      expect((await house.patch(`/v2/me/ooo/${entry.id}`, { start, end }, { as: ann })).status).toBe(409);
    }
    expect(await list(ann)).toEqual([entry, other]);
  });

  test("400 for a start without an end", async () => {
    const ann = await house.user();
    const entry = await absence(ann);
    const answer = await house.patch(`/v2/me/ooo/${entry.id}`, { start: away.start }, { as: ann });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toBe("Please specify both ooo start and end time.");
  });

  test("403 for another user's entry, as for one that does not exist", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const entry = await absence(ann);
    for (const id of [entry.id, 9_999_999]) {
      const answer = await house.patch(`/v2/me/ooo/${id}`, { notes: "x" }, { as: ben });
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toBe("This OOO entry does not belong to this user.");
    }
    expect(await list(ann)).toEqual([entry]);
  });
});

describe("DELETE /v2/me/ooo/{oooId}", () => {
  test("200 answers what was removed, and 403 the second time", async () => {
    const ann = await house.user();
    const entry = await absence(ann);
    const answer = await house.delete(`/v2/me/ooo/${entry.id}`, { as: ann });
    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual(entry);
    expect(await happened()).toEqual([["out-of-office.deleted", entry.uuid, ann.id]]);
    expect(await list(ann)).toEqual([]);
    expect((await house.delete(`/v2/me/ooo/${entry.id}`, { as: ann })).status).toBe(403);
  });

  test("403 for another user's entry", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const entry = await absence(ann);
    expect((await house.delete(`/v2/me/ooo/${entry.id}`, { as: ben })).status).toBe(403);
    expect(await list(ann)).toEqual([entry]);
  });
});
