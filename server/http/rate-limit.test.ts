import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { guest, makeEventType, newest } from "../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../test/harness/house.js";
import { buildApp } from "./app.js";
import { networkOf } from "./network.js";
import { createRateLimit, type RateLimitOptions } from "./rate-limit.js";

const house = useHouse();
const opened: FastifyInstance[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((app) => app.close()));
});

async function doorWith(options: RateLimitOptions, trustProxy?: string[]): Promise<FastifyInstance> {
  const app = await buildApp({ ctx: house.contextOfDoor(), rateLimit: createRateLimit(options), trustProxy });
  opened.push(app);
  return app;
}

const askMe = (app: FastifyInstance, { apiKey }: TestUser) =>
  app.inject({ url: "/v2/me", headers: { authorization: `Bearer ${apiKey}` } });

describe.each(["memory", "database"])("the rate limit, counted in the %s", (place) => {
  const shared = () => (place === "database" ? house.store.db : undefined);

  test("429 over the limit of a key, with both families of headers and Retry-After; others are served", async () => {
    const app = await doorWith({ limits: { key: 3 }, db: shared() });
    const [ann, ben] = [await house.user(), await house.user()];
    const first = await askMe(app, ann);
    expect(first.headers).toMatchObject({
      "x-ratelimit-limit": "3",
      "x-ratelimit-limit-default": "3",
      "x-ratelimit-remaining": "2",
      "x-ratelimit-remaining-default": "2",
      "x-ratelimit-reset-default": "60",
    });
    const reset = Number(first.headers["x-ratelimit-reset"]);
    expect(Math.abs(reset - Date.now() / 1000 - 60)).toBeLessThan(30);
    for (let i = 0; i < 2; i++) expect((await askMe(app, ann)).statusCode).toBe(200);
    const refused = await askMe(app, ann);
    expect(refused.statusCode).toBe(429);
    expect(refused.json().error).toMatchObject({ code: "ThrottlerException", details: expect.any(String) });
    expect(refused.headers["x-ratelimit-remaining"]).toBe("0");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect((await askMe(app, ben)).statusCode).toBe(200);
  });

  test("asking on while refused does not make the wait longer", async () => {
    const app = await doorWith({ limits: { key: 1 }, db: shared() });
    const ann = await house.user();
    const waits: number[] = [];
    for (let i = 0; i < 20; i++) waits.push(Number((await askMe(app, ann)).headers["retry-after"] ?? 60));
    expect(Math.max(...waits)).toBeLessThanOrEqual(60);
  });

  test("429 for anonymous bookings leaves reading, and booking with a key, alone", async () => {
    const app = await doorWith({ limits: { "anonymous-booking": 1 }, db: shared() });
    const ann = await house.user();
    const eventTypeId = await makeEventType(house, ann);
    const book = (start: string, headers: Record<string, string> = {}) =>
      app.inject({
        method: "POST",
        url: "/v2/bookings",
        headers: { "cal-api-version": newest.bookings, ...headers },
        payload: { start, eventTypeId, attendee: guest },
      });
    expect((await book("2026-12-01T09:00:00Z")).statusCode).toBe(201);
    expect((await book("2026-12-01T10:00:00Z")).statusCode).toBe(429);
    // The name of a client without its secret makes nobody somebody else.
    expect((await book("2026-12-01T10:00:00Z", { "x-cal-client-id": "made-up" })).statusCode).toBe(429);
    expect((await book("2026-12-01T10:00:00Z", { authorization: `Bearer ${ann.apiKey}` })).statusCode).toBe(201);
    const slots = `/v2/slots?eventTypeId=${eventTypeId}&start=2026-12-01&end=2026-12-02`;
    expect((await app.inject({ url: slots })).statusCode).toBe(200);
    expect((await house.events()).map(({ kind }) => kind)).toEqual(["booking.created", "booking.created"]);
  });

  test("429 for the sixth call that brings guests, whatever is left of the key's own limit", async () => {
    const app = await doorWith({ db: shared() });
    const ann = await house.user();
    const headers = { authorization: `Bearer ${ann.apiKey}`, "cal-api-version": newest.bookings };
    const bring = () => app.inject({ method: "POST", url: "/v2/bookings/none/guests", headers, payload: {} });
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await bring()).statusCode);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
    expect((await askMe(app, ann)).statusCode).toBe(200);
  });
});

test("two processes on one database count together", async () => {
  const options = { limits: { key: 4 }, db: house.store.db };
  const [one, two] = [await doorWith(options), await doorWith(options)];
  const ann = await house.user();
  const statuses: number[] = [];
  for (let i = 0; i < 3; i++) {
    for (const app of [one, two]) statuses.push((await askMe(app, ann)).statusCode);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
});

test("while the counters cannot be reached, each process counts for itself", async () => {
  const broken = { executeQuery: () => Promise.reject(new Error("gone")) } as unknown as typeof house.store.db;
  const app = await doorWith({ limits: { key: 1 }, db: broken });
  const ann = await house.user();
  expect([(await askMe(app, ann)).statusCode, (await askMe(app, ann)).statusCode]).toEqual([200, 429]);
});

describe("the address that is counted", () => {
  const from = (app: FastifyInstance, address: string) =>
    app.inject({ url: "/v2/slots", headers: { "x-forwarded-for": address } });

  test("is the peer's, whatever a header claims", async () => {
    const app = await doorWith({ limits: { address: 1 } });
    const statuses = [await from(app, "203.0.113.1"), await from(app, "203.0.113.2")].map((one) => one.statusCode);
    expect(statuses).toEqual([400, 429]);
  });

  test("is the one that a trusted proxy tells", async () => {
    const app = await doorWith({ limits: { address: 1 } }, ["loopback"]);
    const addresses = ["203.0.113.1", "203.0.113.2", "6.6.6.6, 203.0.113.1"];
    const statuses: number[] = [];
    for (const address of addresses) statuses.push((await from(app, address)).statusCode);
    expect(statuses).toEqual([400, 400, 429]);
  });

  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("%s counts as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
