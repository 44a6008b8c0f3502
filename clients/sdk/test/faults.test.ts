import { afterEach, describe, expect, test } from "vitest";
import {
  ApiError,
  ConnectionError,
  Kalends,
  KalendsError,
  type KalendsOptions,
  MalformedAnswerError,
  TimeoutError,
} from "../src/index.js";
import { answer, type HeardRequest, type Peer, type Reply, refusal, startPeer, success } from "./peer.js";

let peer: Peer;
afterEach(() => peer.close());

async function meet(
  script: Reply[] | ((request: HeardRequest) => Reply),
  options: KalendsOptions = {},
): Promise<Kalends> {
  peer = await startPeer(script);
  return new Kalends({ apiKey: "cal_test", baseUrl: peer.url, retryDelayMs: 5, ...options });
}

const attendee = { name: "John", email: "john@example.com", timeZone: "UTC" };
const slot = { start: "2026-12-01T09:00:00Z", eventTypeId: 1, attendee };
const methods = (): string[] => peer.heard.map(({ method, path }) => `${method} ${path}`);
const failureOf = (work: Promise<unknown>): Promise<KalendsError> =>
  work.then(
    () => expect.unreachable(),
    (error) => error,
  );

/** A server that books at every POST it hears, whatever it then answers: it knows nothing of keys. */
const books = (replies: Reply[]) => (request: HeardRequest) =>
  request.path === "/v2/versions" ? success([]) : (replies.shift() ?? success({ uid: "booked" }));

const bookingsMade = (): number => peer.heard.filter(({ method }) => method === "POST").length;

describe("a request that may be repeated", () => {
  test.each<[string, Reply]>([
    ["500", refusal(500)],
    ["502 with a page of HTML", answer(502, "<html>", { "content-type": "text/html" })],
    ["503", refusal(503)],
    ["429", refusal(429, { "retry-after": "0" })],
    ["a connection reset", "reset"],
    ["half an answer", 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"status":"suc'],
    ["an answer that is no HTTP", "SSH-2.0-OpenSSH_9.6\r\n"],
  ])("%s, then 200: recovers", async (_, fault) => {
    const kalends = await meet([fault, fault, success({ id: 7 })]);
    expect(await kalends.me.get()).toEqual({ id: 7 });
    expect(peer.heard).toHaveLength(3);
  });

  test("gives up after its attempts, with the last error", async () => {
    const kalends = await meet(() => refusal(500, { "x-request-id": "r-1" }), { maxRetries: 2 });
    const error = await failureOf(kalends.me.get());
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 500, code: "Refused", details: { why: 1 }, requestId: "r-1", attempts: 3 });
    expect(error.mayHaveTakenEffect).toBe(false);
  });

  test("a refusal is not repeated", async () => {
    const kalends = await meet([refusal(404)]);
    expect(await failureOf(kalends.bookings.get("abc"))).toMatchObject({ name: "ApiError", status: 404, attempts: 1 });
    expect(methods()).toEqual(["GET /v2/bookings/abc"]);
  });

  test("nobody listens: a ConnectionError that says so", async () => {
    const kalends = await meet([]);
    await peer.close();
    const error = await failureOf(kalends.me.get());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toContain("ECONNREFUSED");
    expect(error.attempts).toBe(4);
    peer = await startPeer([]);
  });

  test("DELETE is repeated after a reset, with the same key", async () => {
    const kalends = await meet(["reset", success({ id: 1 })]);
    await kalends.schedules.delete(1);
    const keys = peer.heard.map(({ headers }) => headers["idempotency-key"]);
    expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(new Set(keys).size).toBe(1);
  });
});

describe("Retry-After", () => {
  test("the pause is at least as long as asked for, in seconds", async () => {
    const pauses: number[] = [];
    const kalends = await meet([refusal(429, { "retry-after": "1" }), success({})], {
      onRetry: ({ delayMs }) => pauses.push(delayMs),
    });
    await kalends.me.get();
    expect(pauses).toHaveLength(1);
    expect(pauses[0]).toBeGreaterThanOrEqual(1000);
  });

  test("a date is understood; one in the past is no pause", async () => {
    const kalends = await meet([refusal(503, { "retry-after": "Sun, 06 Nov 1994 08:49:37 GMT" }), success({ id: 1 })]);
    expect(await kalends.me.get()).toEqual({ id: 1 });
  });

  test("a pause that is too long is not waited for, but told", async () => {
    const kalends = await meet([refusal(429, { "retry-after": "3600" })]);
    expect(await failureOf(kalends.me.get())).toMatchObject({ status: 429, retryAfterSeconds: 3600, attempts: 1 });
  });
});

describe("a booking is never made twice", () => {
  test.each<[string, Reply]>([
    ["the connection is reset after sending", "reset"],
    ["half an answer comes", "HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\n{"],
    ["500", refusal(500)],
    ["502", refusal(502)],
    ["503", refusal(503)],
    ["503 with a time to come back at", refusal(503, { "retry-after": "0" })],
    ["504", refusal(504)],
  ])("%s: asked once, and the error says that it may be booked", async (_, fault) => {
    const kalends = await meet(books([fault]));
    const error = await failureOf(kalends.bookings.create(slot));
    expect(error).toBeInstanceOf(KalendsError);
    expect(error.mayHaveTakenEffect).toBe(true);
    expect(bookingsMade()).toBe(1);
  });

  test("no answer in time: asked once", async () => {
    const kalends = await meet(books(["silence"]), { timeoutMs: 200 });
    const error = await failureOf(kalends.bookings.create(slot));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: "TIMEOUT", mayHaveTakenEffect: true });
    expect(bookingsMade()).toBe(1);
  });

  test("429 was refused before anything was done: asked again", async () => {
    const kalends = await meet(books([refusal(429)]));
    expect(await kalends.bookings.create(slot)).toEqual({ uid: "booked" });
    expect(bookingsMade()).toBe(2);
  });

  test("never reached: asked again", async () => {
    let calls = 0;
    const unreachable = Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNREFUSED" } });
    const kalends = await meet(books([]), {
      fetch: (...args) => (++calls === 1 ? Promise.reject(unreachable) : fetch(...args)),
    });
    expect(await kalends.bookings.create(slot)).toEqual({ uid: "booked" });
    expect(bookingsMade()).toBe(1);
  });

  test("a success that cannot be read is an error that says so, and is not asked again", async () => {
    const kalends = await meet(books([answer(200, "<!doctype html><p>hello")]));
    const error = await failureOf(kalends.bookings.create(slot));
    expect(error).toBeInstanceOf(MalformedAnswerError);
    expect(error).toMatchObject({ code: "MALFORMED_ANSWER", status: 200, mayHaveTakenEffect: true });
    expect(error.message).toContain("<!doctype html>");
    expect(bookingsMade()).toBe(1);
  });
});

describe("a server that honours idempotency keys", () => {
  test("says so among its features: the same request with the same key goes out again", async () => {
    const features = answer(200, { status: "success", data: [], features: ["idempotency-key"] });
    const kalends = await meet(["reset", features, success({ uid: "once" })]);
    expect(await kalends.bookings.create(slot)).toEqual({ uid: "once" });
    expect(methods()).toEqual(["POST /v2/bookings", "GET /v2/versions", "POST /v2/bookings"]);
    expect(peer.heard[2]?.headers["idempotency-key"]).toBe(peer.heard[0]?.headers["idempotency-key"]);
    expect(peer.heard[2]?.body).toBe(peer.heard[0]?.body);
  });

  test("or has said so on an answer before: it is not asked", async () => {
    const kalends = await meet([success({}, { "idempotency-key": "k" }), "reset", success({ uid: "once" })]);
    await kalends.bookings.confirm("a");
    expect(await kalends.bookings.create(slot)).toEqual({ uid: "once" });
    expect(methods()).toEqual(["POST /v2/bookings/a/confirm", "POST /v2/bookings", "POST /v2/bookings"]);
  });

  test("or is trusted to; the caller's own key is the one that is sent", async () => {
    const kalends = await meet([refusal(500), success({ uid: "once" })], { idempotencyKeys: "trusted" });
    await kalends.bookings.create(slot, { idempotencyKey: "order 7" });
    expect(peer.heard.map(({ headers }) => headers["idempotency-key"])).toEqual(["order 7", "order 7"]);
  });

  test("different calls have different keys; reading has none", async () => {
    const kalends = await meet(() => success({}));
    await kalends.bookings.create(slot);
    await kalends.bookings.create(slot);
    await kalends.me.get();
    const keys = peer.heard.map(({ headers }) => headers["idempotency-key"]);
    expect(new Set(keys).size).toBe(3);
    expect(keys[2]).toBeUndefined();
  });
});

describe("the caller's signal and time", () => {
  test("an abort ends a request in flight, with its own reason", async () => {
    const kalends = await meet(["silence"]);
    const reason = new Error("changed my mind");
    const stopper = new AbortController();
    setTimeout(() => stopper.abort(reason), 50);
    await expect(kalends.me.get({ signal: stopper.signal })).rejects.toBe(reason);
  });

  test("an abort ends a pause", async () => {
    const kalends = await meet([refusal(429, { "retry-after": "30" })]);
    const stopper = new AbortController();
    setTimeout(() => stopper.abort(), 100);
    await expect(kalends.me.get({ signal: stopper.signal })).rejects.toMatchObject({ name: "AbortError" });
    expect(peer.heard).toHaveLength(1);
  });

  test("a slow server: each attempt has its own time", async () => {
    const kalends = await meet(["silence", success({ id: 1 })], { timeoutMs: 200 });
    expect(await kalends.me.get()).toEqual({ id: 1 });
  });
});

describe("what is odd", () => {
  test("a redirect is not followed but told", async () => {
    const kalends = await meet([answer(301, "", { location: "https://elsewhere.example/v2/me" })]);
    const error = await failureOf(kalends.me.get());
    expect(error).toMatchObject({ status: 301, code: "HTTP_301" });
    expect(error.message).toContain("https://elsewhere.example/v2/me");
  });

  test("a refusal inside a 200", async () => {
    const kalends = await meet([answer(200, { status: "error", error: { code: "X", message: "not so" } })]);
    expect(await failureOf(kalends.me.get())).toMatchObject({ name: "ApiError", code: "X", message: "not so" });
  });

  test("an id that would lead to another path is refused before anything is sent", async () => {
    const kalends = await meet([]);
    for (const uid of ["", ".", ".."]) await expect(kalends.bookings.get(uid)).rejects.toThrow("bookingUid");
    expect(peer.heard).toEqual([]);
  });

  test("an id is one part of a path, whatever is in it", async () => {
    const kalends = await meet([success({})]);
    await kalends.bookings.get("a/b?c#d");
    expect(methods()).toEqual(["GET /v2/bookings/a%2Fb%3Fc%23d"]);
  });
});
