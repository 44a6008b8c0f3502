import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { book, guest, makeEventType, newest } from "../../test/harness/fixtures.js";
import { type Answer, operatorKey, type TestUser, useHouse } from "../../test/harness/house.js";
import type { Operation } from "../operation.js";
import { operations } from "./routes.js";
import { seal, unseal } from "./seal.js";

const house = useHouse();
const start = "2026-12-01T09:00:00Z";
const kinds = async () => (await house.events()).map(({ kind }) => kind);
const rows = async (table: "bookings" | "idempotency_keys" | "webhooks" | "schedules") =>
  (await house.store.db.selectFrom(table).selectAll().execute()).length;

/** Sends a request under a key. */
const send = (
  method: string,
  path: string,
  body: unknown,
  { key, as, ...headers }: { key: string; as?: TestUser | string; [header: string]: unknown },
): Promise<Answer> =>
  house.request(method, path, body, {
    as,
    headers: { "idempotency-key": key, ...(headers as Record<string, string>) },
  });

const bookingOf = (eventTypeId: number, fields: object = {}) => ({ start, eventTypeId, attendee: guest, ...fields });
const asBooking = { "cal-api-version": newest.bookings };

describe("a request sent again under its Idempotency-Key", () => {
  test("201 once, then the same answer; one booking, one event", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const key = randomUUID();
    const first = await send("POST", "/v2/bookings", bookingOf(eventTypeId), { key, ...asBooking });
    const again = await send("POST", "/v2/bookings", bookingOf(eventTypeId), { key, ...asBooking });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(first.headers["idempotency-replayed"]).toBeUndefined();
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect(await rows("bookings")).toBe(1);
    expect(await kinds()).toEqual(["booking.created"]);
  });

  test("201 also if the order of the properties differs", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const key = randomUUID();
    const { start, ...rest } = bookingOf(eventTypeId);
    await send("POST", "/v2/bookings", { start, ...rest }, { key, ...asBooking });
    const again = await send("POST", "/v2/bookings", { ...rest, start }, { key, ...asBooking });
    expect([again.status, again.headers["idempotency-replayed"]]).toEqual([201, "true"]);
    await house.events();
  });

  test("422 with another body, path or version, and nothing happens", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const key = randomUUID();
    const { body } = await send("POST", "/v2/bookings", bookingOf(eventTypeId), { key, ...asBooking });
    const others = [
      await send("POST", "/v2/bookings", bookingOf(eventTypeId, { start: "2026-12-01T10:00:00Z" }), {
        key,
        ...asBooking,
      }),
      await send("POST", "/v2/bookings", bookingOf(eventTypeId), { key, "cal-api-version": "2026-02-25" }),
      await send("POST", `/v2/bookings/${body.data.uid}/cancel`, {}, { key, ...asBooking }),
    ];
    expect(others.map(({ status, body }) => [status, body.error.code])).toEqual(
      others.map(() => [422, "UnprocessableEntityException"]),
    );
    expect(await kinds()).toEqual(["booking.created"]);
  });

  test("PATCH and DELETE are done once too, also where they write outside a transaction", async () => {
    const ann = await house.user();
    const body = { start: "2026-12-24T00:00:00Z", end: "2026-12-26T00:00:00Z", notes: "Away" };
    const path = "/v2/me/ooo";
    const made = await send("POST", path, body, { key: "make", as: ann });
    expect(await send("POST", path, body, { key: "make", as: ann })).toMatchObject({
      status: made.status,
      body: made.body,
    });
    const schedules = { "cal-api-version": newest.schedules };
    const { body: listed } = await house.get("/v2/schedules", { as: ann, version: newest.schedules });
    const schedule = `/v2/schedules/${listed.data[0].id}`;
    const renamed = await send("PATCH", schedule, { name: "Days" }, { key: "rename", as: ann, ...schedules });
    await house.patch(schedule, { name: "Nights" }, { as: ann, version: newest.schedules });
    const again = await send("PATCH", schedule, { name: "Days" }, { key: "rename", as: ann, ...schedules });
    expect(again.body).toEqual(renamed.body);
    const now = await house.get(schedule, { as: ann, version: newest.schedules });
    expect(now.body.data.name, "the second PATCH is not done").toBe("Nights");
    const id = await makeEventType(house, ann);
    const version = { "cal-api-version": newest.eventTypes };
    const deleted = await send("DELETE", `/v2/event-types/${id}`, undefined, { key: "delete", as: ann, ...version });
    const repeated = await send("DELETE", `/v2/event-types/${id}`, undefined, { key: "delete", as: ann, ...version });
    expect([deleted.status, repeated.status]).toEqual([200, 200]);
    expect(repeated.body).toEqual(deleted.body);
    expect((await house.events()).map(({ kind }) => kind)).toEqual(["out-of-office.created"]);
  });

  test("GET takes no notice of a key", async () => {
    const ann = await house.user();
    const answer = await send("GET", "/v2/me", undefined, { key: "not a key, with spaces", as: ann });
    expect(answer.status).toBe(200);
    expect(await rows("idempotency_keys")).toBe(0);
  });

  test.each(["", "with space", "x".repeat(256), "ümlaut"])("400 for the key %j", async (key) => {
    const answer = await send(
      "POST",
      "/v2/webhooks",
      { subscriberUrl: "https://example.com/", triggers: [] },
      {
        key,
        as: await house.user(),
      },
    );
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringContaining("Idempotency-Key")]);
  });
});

describe("whose key it is", () => {
  const hook = { subscriberUrl: "https://example.com/", triggers: ["BOOKING_CREATED"] };

  test("201 for another caller with the same key: each has keys of his own", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const [first, second] = [
      await send("POST", "/v2/webhooks", hook, { key: "1", as: ann }),
      await send("POST", "/v2/webhooks", hook, { key: "1", as: ben }),
    ];
    expect([first.body.data.userId, second.body.data.userId]).toEqual([ann.id, ben.id]);
  });

  test("201 again for the same account with another credential", async () => {
    const ann = await house.user();
    const first = await send("POST", "/v2/webhooks", hook, { key: "1", as: ann });
    const refreshed = await house.post("/v2/api-keys/refresh", {}, { as: ann });
    const again = await send("POST", "/v2/webhooks", hook, { key: "1", as: refreshed.body.data.apiKey });
    expect([again.body, again.headers["idempotency-replayed"]]).toEqual([first.body, "true"]);
  });
});

describe("a refusal leaves the key free", () => {
  test("400, then 201 under the same key once the reason is gone", async () => {
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann);
    const taken = await book(house, eventTypeId, start);
    const ask = () => send("POST", "/v2/bookings", bookingOf(eventTypeId), { key: "k", ...asBooking });
    const refused = await ask();
    expect([refused.status, refused.body.error.details.alternatives.length]).toEqual([400, 5]);
    const cancel = `/v2/bookings/${taken.body.data.uid}/cancel`;
    await house.post(cancel, { cancellationReason: "x" }, { as: ann, version: newest.bookings });
    expect((await ask()).status).toBe(201);
    expect(await kinds()).toEqual(["booking.created", "booking.cancelled", "booking.created"]);
  });

  test("409 for a duplicate, after which the transaction is nobody's hindrance", async () => {
    const ann = await house.user();
    const hook = { subscriberUrl: "https://example.com/", triggers: ["BOOKING_CREATED"] };
    await house.post("/v2/webhooks", hook, { as: ann });
    expect((await send("POST", "/v2/webhooks", hook, { key: "k", as: ann })).status).toBe(409);
    const absence = { start: "2026-12-24T00:00:00Z", end: "2026-12-26T00:00:00Z" };
    await house.post("/v2/me/ooo", absence, { as: ann });
    expect((await send("POST", "/v2/me/ooo", absence, { key: "k", as: ann })).status).toBe(409);
    expect([await rows("idempotency_keys"), await rows("webhooks")]).toEqual([0, 1]);
    expect((await house.events()).map(({ kind }) => kind)).toEqual(["out-of-office.created"]);
  });
});

describe("twins at the same time", () => {
  test("one does it, the others wait and tell the same", async () => {
    const eventTypeId = await makeEventType(house, await house.user());
    const ask = () => send("POST", "/v2/bookings", bookingOf(eventTypeId), { key: "twin", ...asBooking });
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(new Set(answers.map(({ body }) => body.data.uid)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers["idempotency-replayed"] === undefined)).toHaveLength(1);
    expect(await kinds()).toEqual(["booking.created"]);
  });
});

describe("answers that show a secret", () => {
  test("200 tells a lost new API key again to whoever replaced the old one, and to nobody else", async () => {
    const ann = await house.user();
    const refresh = (key: string, body: object = {}) => send("POST", "/v2/api-keys/refresh", body, { key, as: ann });
    const first = await refresh("lost");
    const again = await refresh("lost");
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect((await house.get("/v2/me", { as: again.body.data.apiKey })).status).toBe(200);
    expect((await refresh("other")).status).toBe(401);
    expect((await refresh("lost", { apiKeyDaysValid: 3 })).status).toBe(422);
    expect((await house.post("/v2/api-keys/refresh", {}, { as: ann })).status).toBe(401);
    expect((await house.get("/v2/me", { as: ann })).status).toBe(401);
  });

  test("are kept sealed", async () => {
    const fields = { email: "new@example.com", name: "New" };
    const made = await send("POST", "/v2/admin/users", fields, { key: "k", as: operatorKey });
    const again = await send("POST", "/v2/admin/users", fields, { key: "k", as: operatorKey });
    expect(again.body.data.apiKey).toBe(made.body.data.apiKey);
    const kept = await house.store.db.selectFrom("idempotency_keys").selectAll().execute();
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(made.body.data.apiKey);
    expect(JSON.stringify(kept)).not.toContain("new@example.com");
  });

  test("open with the same secret only", () => {
    expect(unseal(seal("héllo", "a"), "a")).toBe("héllo");
    expect(unseal(seal("héllo", "a"), "b")).toBeNull();
  });

  const named = (schema: unknown): string[] =>
    typeof schema === "object" && schema !== null
      ? Object.entries(schema).flatMap(([name, inner]) => [name, ...named(inner)])
      : [];
  const secretNames = /^(apiKey|clientSecret|client_secret|accessToken|access_token|refreshToken|refresh_token)$/;
  const mayShowSecret = ({ method, response }: Operation): boolean => {
    if (method === "GET" || !response) return false;
    return named(z.toJSONSchema(response, { io: "output", unrepresentable: "any" })).some((name) =>
      secretNames.test(name),
    );
  };

  test("are declared by their operations", () => {
    const undeclared = operations.filter((row) => mayShowSecret(row) && !row.showsSecret).map(({ id }) => id);
    expect(undeclared).toEqual([]);
  });
});

describe("how long an answer is kept", () => {
  test("for 24 hours; then the key is free, and the clock has taken the row away", async () => {
    const ann = await house.user();
    const hook = { subscriberUrl: "https://example.com/", triggers: ["BOOKING_CREATED"] };
    const ask = () => send("POST", "/v2/webhooks", hook, { key: "k", as: ann });
    const first = await ask();
    house.at("2026-11-24T05:59:59Z");
    expect((await ask()).body).toEqual(first.body);
    house.at("2026-11-24T06:00:01Z");
    expect((await ask()).status, "done anew, and so a duplicate").toBe(409);
    await house.doChores();
    expect(await rows("idempotency_keys")).toBe(0);
  });

  test("a key whose row is still there is free as well", async () => {
    const ann = await house.user();
    const change = (bio: string) => send("PATCH", "/v2/me", { bio }, { key: "k", as: ann });
    await change("one");
    house.at("2026-11-25T06:00:00Z");
    const changed = await change("two");
    expect([changed.status, changed.body.data.bio]).toEqual([200, "two"]);
    expect((await change("two")).headers["idempotency-replayed"]).toBe("true");
  });
});

test("a request without a key sends no statement more", async () => {
  const ann = await house.user();
  const change = (headers: Record<string, string>) => () =>
    house.request("PATCH", "/v2/me", { bio: "x" }, { as: ann, headers });
  const plain = await house.countStatements(change({}));
  const keyed = await house.countStatements(change({ "idempotency-key": "k" }));
  const again = await house.countStatements(change({ "idempotency-key": "k" }));
  // The claim, the answer, and a savepoint in place of the verb's own transaction.
  expect(keyed - plain).toBe(4);
  // The credential, and in a transaction the claim and the look.
  expect(again).toBe(5);
});
