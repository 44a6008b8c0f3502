import { describe, expect, test } from "vitest";
import { makeEventType, newest } from "../../test/harness/fixtures.js";
import { useHouse } from "../../test/harness/house.js";
import { buildApp } from "./app.js";

const house = useHouse();

describe("what no operation answers", () => {
  test.each([
    ["GET", "/v2/nothing-here", undefined, 404],
    ["GET", "/nothing", undefined, 404],
    ["DELETE", "/v2/me", undefined, 404],
    ["PUT", "/v2/event-types", {}, 404],
    ["GET", "/v2/%E0%A4%A", undefined, 400],
  ])("%s %s is a clear refusal in the envelope", async (method, path, body, status) => {
    const answer = await house.request(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      status: "error",
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      path,
      message: expect.any(String),
      error: {
        code: status === 404 ? "NotFoundException" : "BadRequestException",
        message: expect.any(String),
        details: { message: expect.any(String), error: expect.any(String), statusCode: status },
      },
    });
  });
});

describe("bodies and ids that make no sense", () => {
  const create = async (body: unknown, headers: Record<string, string> = {}) => {
    const ann = await house.user();
    return house.post("/v2/event-types", body, { as: ann, version: newest.eventTypes, headers });
  };

  test("400 for malformed JSON, a bare value and an array; 413 for too much", async () => {
    expect((await create('{"title": "x",')).status).toBe(400);
    expect((await create('"x"')).status).toBe(400);
    expect((await create("[1]")).status).toBe(400);
    const large = await create({ title: "x".repeat(120_000) });
    expect([large.status, large.body.error.code]).toEqual([413, "PayloadTooLargeException"]);
  });

  test("400 for a body that is not JSON: it counts as none", async () => {
    const answer = await create('{"title":"x"}', { "content-type": "text/plain" });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors.map(({ property }: { property: string }) => property)).toContain("slug");
  });

  test("400 for what PostgreSQL cannot store, and never the statement's words", async () => {
    const answer = await house.get("/v2/event-types/a%00b/public");
    expect([answer.status, answer.body.error.code]).toEqual([400, "BAD_REQUEST"]);
    expect(JSON.stringify(answer.body)).not.toMatch(/insert|select/i);
  });

  test.each(["abc", "1.5", "-1", "99999999999", "2147483648", "1e3", "%00"])("400 or 404 for the id %s", async (id) => {
    const ann = await house.user();
    const answer = await house.get(`/v2/event-types/${id}`, { as: ann, version: newest.eventTypes });
    expect([400, 404]).toContain(answer.status);
  });

  test("a secret is not repeated in the refusal", async () => {
    const ann = await house.user();
    const body = { subscriberUrl: "nope", triggers: ["BOOKING_CREATED"], secret: "whsec-very-secret" };
    const answer = await house.post("/v2/webhooks", body, { as: ann });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).not.toContain("very-secret");
  });

  test("400 for NUL or half a surrogate pair, by the name of the property, nothing written", async () => {
    for (const text of ["a\\u0000b", "\\ud800", "x\\udc00\\ud800"]) {
      const { status, body } = await create(`{"title":"${text}","slug":"odd","lengthInMinutes":30}`);
      expect(status).toBe(400);
      expect(body.error.details.errors[0]).toMatchObject({
        property: "title",
        constraints: { isText: "title must be Unicode text without NUL characters" },
      });
    }
    expect((await create('{"title":"👩‍🚀","slug":"astronaut","lengthInMinutes":30}')).status).toBe(201);
    expect((await create('{"title":"x","slug":"name","lengthInMinutes":30,"metadata":{"\\u0000":1}}')).status).toBe(
      400,
    );
  });

  test("400 for what is nested too deeply, whatever the depth", async () => {
    for (const depth of [100, 2_000, 20_000]) {
      const deep = "[".repeat(depth) + "]".repeat(depth);
      const { status, body } = await create(`{"title":"x","slug":"deep","lengthInMinutes":30,"metadata":${deep}}`);
      expect([status, body.message]).toEqual([400, "The body is nested deeper than 100 levels."]);
    }
  });

  test("__proto__ in a body changes nothing", async () => {
    const answer = await create('{"__proto__":{"isOperator":true},"title":"x","slug":"proto","lengthInMinutes":30}');
    expect(answer.status).toBe(201);
    expect(({} as { isOperator?: boolean }).isOperator).toBeUndefined();
  });
});

describe("every answer", () => {
  test("bears a request id of its own and hardened headers, and may be read from anywhere", async () => {
    const headers = { "x-request-id": "mine", origin: "https://site.example.com" };
    const answer = await house.get("/v2/nothing", { headers });
    expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.headers).toMatchObject({ "x-content-type-options": "nosniff", "access-control-allow-origin": "*" });
    expect(answer.headers["x-powered-by"]).toBeUndefined();
  });

  test("a preflight needs no key", async () => {
    const headers = { origin: "https://site.example.com", "access-control-request-method": "GET" };
    const answer = await house.request("OPTIONS", "/v2/me", undefined, { headers });
    expect(answer.status).toBe(204);
    expect(answer.headers["access-control-allow-headers"]).toContain("cal-api-version");
    expect(answer.headers["access-control-max-age"]).toBe("86400");
  });
});

describe("GET /health and /docs", () => {
  test("200 once the store answers", async () => {
    expect((await house.get("/health")).body).toEqual({ status: "ok", store: house.store.kind });
  });

  test("200 with the document of all operations", async () => {
    const { body } = await house.get("/docs/json");
    expect(Object.keys(body.paths)).toContain("/v2/bookings/{bookingUid}/reschedule");
    expect((await house.get("/docs")).status).toBe(200);
  });
});

describe("the log", () => {
  test("names the request and its route, never a key, a secret or a body", async () => {
    const lines: string[] = [];
    const log = (fields: object, message: string) => void lines.push(JSON.stringify({ ...fields, message }));
    const ctx = { ...house.contextOfDoor(), log: { debug: log, info: log, warn: log, error: log } };
    const app = await buildApp({ ctx });
    const ann = await house.user();
    await makeEventType(house, ann);
    const payload = { subscriberUrl: "https://x.example.com", triggers: ["BOOKING_CREATED"], secret: "whsec-hidden" };
    const headers = { authorization: `Bearer ${ann.apiKey}` };
    await app.inject({ method: "POST", url: "/v2/webhooks?apiKey=cal_live_query", headers, payload });
    await app.close();
    const text = lines.join("\n");
    expect(text).toContain("/v2/webhooks");
    expect(text).toContain("requestId");
    for (const secret of [ann.apiKey, "whsec-hidden", "cal_live_query"]) expect(text).not.toContain(secret);
  });
});
