import { describe, expect, test } from "vitest";
import { operatorKey, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const zoe = { email: "Zoe.A@example.com", name: "Zoe" };
const create = (body: object, as = operatorKey) => house.post("/v2/admin/users", body, { as });

describe("POST /v2/admin/users", () => {
  test("201 makes an account with a default schedule and a key that works", async () => {
    const answer = await create({ ...zoe, timeZone: "asia/tokyo", weekStart: "Monday" });
    expect([answer.status, answer.body.data]).toEqual([
      201,
      {
        id: expect.any(Number),
        email: zoe.email,
        username: "zoe.a",
        name: "Zoe",
        timeZone: "Asia/Tokyo",
        apiKey: expect.stringMatching(/^cal_live_[0-9a-f]{32}$/),
      },
    ]);
    const me = await house.get("/v2/me", { as: answer.body.data.apiKey });
    expect(me.body.data).toMatchObject({ weekStart: "Monday", defaultScheduleId: expect.any(Number) });
  });

  test("201 finds another username when the wanted one is taken", async () => {
    const names: string[] = [];
    for (const host of ["a.com", "b.com", "c.com"]) {
      names.push((await create({ name: "Zoe", email: `zoe@${host}` })).body.data.username);
    }
    expect(names).toEqual(["zoe", "zoe-2", "zoe-3"]);
  });

  test("409 for a taken address in any case, and for a taken username", async () => {
    await create({ ...zoe, username: "zoe" });
    expect((await create({ ...zoe, email: zoe.email.toLowerCase() })).status).toBe(409);
    expect((await create({ name: "Other", email: "other@example.com", username: "zoe" })).status).toBe(409);
  });

  test("403 for anybody but the operator", async () => {
    const ann = await house.user();
    expect((await create(zoe, ann.apiKey)).status).toBe(403);
  });

  test.each([
    [{ name: "" }, "name"],
    [{ email: "no" }, "email"],
    [{ timeZone: "Mars/Base" }, "timeZone"],
    [{ username: "-zoe" }, "username"],
  ])("400 for %j", async (fields, property) => {
    const answer = await create({ ...zoe, ...fields });
    expect([answer.status, answer.body.error.details?.errors?.[0].property]).toEqual([400, property]);
  });
});
