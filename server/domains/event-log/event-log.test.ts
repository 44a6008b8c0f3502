import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeEach, describe, expect, test } from "vitest";
import { eventually } from "../../../test/harness/eventually.js";
import { book, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";
import { hourMs, minuteMs } from "../../core/time/index.js";
import { recordEvent } from "../events/index.js";

const house = useHouse();
let ann: TestUser;
let bob: TestUser;

beforeEach(async () => {
  [ann, bob] = [await house.user(), await house.user()];
});

/** An absence of somebody's, told at once unless said otherwise: the smallest thing that can happen. */
const happen = async (day: number, as = ann): Promise<string> => {
  const date = `2026-12-${String(day).padStart(2, "0")}`;
  const body = { start: `${date}T00:00:00Z`, end: `${date}T00:00:00Z`, notes: `day ${day}` };
  const answer = await house.post("/v2/me/ooo", body, { as });
  expect(answer.status).toBe(201);
  await house.runJobs();
  expect((await house.events()).map(({ kind }) => kind)).toEqual(["out-of-office.created"]);
  return answer.body.data.uuid;
};

const read = async (query = "", as = ann) => (await house.get(`/v2/events${query}`, { as })).body;
const subjects = (data: { subject: string }[]) => data.map(({ subject }) => subject);

describe("GET /v2/events", () => {
  test("200 tells what happened to the account, the oldest first, with what webhooks are sent", async () => {
    const eventTypeId = await makeEventType(house, ann);
    const { uid } = (await book(house, eventTypeId, "2026-11-30T09:00:00Z")).body.data;
    await house.post(
      `/v2/bookings/${uid}/cancel`,
      { cancellationReason: "sick" },
      { as: ann, version: newest.bookings },
    );
    await house.runJobs();
    expect((await house.events()).map(({ kind }) => kind)).toEqual(["booking.created", "booking.cancelled"]);
    const { status, data, pagination } = await read();
    expect(status).toBe("success");
    expect(pagination).toEqual({ nextCursor: data[1].id, hasMore: false });
    expect(data).toMatchObject([
      {
        id: expect.any(String),
        type: "booking.created",
        createdAt: "2026-11-23T06:00:00.000Z",
        subject: uid,
        triggerEvent: "BOOKING_CREATED",
        payload: { uid, status: "ACCEPTED", eventTypeId, attendees: [{ email: "gil@example.com" }] },
      },
      { type: "booking.cancelled", subject: uid, payload: { status: "CANCELLED", cancellationReason: "sick" } },
    ]);
  });

  test("200 reads on from a cursor, and that of an empty end keeps its place", async () => {
    const uuids = [await happen(1), await happen(2), await happen(3)];
    const first = await read("?take=2");
    expect([subjects(first.data), first.pagination.hasMore]).toEqual([uuids.slice(0, 2), true]);
    const second = await read(`?take=2&after=${first.pagination.nextCursor}`);
    expect([subjects(second.data), second.pagination.hasMore]).toEqual([uuids.slice(2), false]);
    const nothing = await read(`?after=${second.pagination.nextCursor}`);
    expect([nothing.data, nothing.pagination]).toEqual([[], { ...second.pagination }]);
    const later = await happen(4);
    expect(subjects((await read(`?after=${nothing.pagination.nextCursor}`)).data)).toEqual([later]);
  });

  test("200 tells nothing of another account", async () => {
    await happen(1, bob);
    expect((await read()).data).toEqual([]);
  });

  test("200 never passes over what commits late: its place is given when it is told", async () => {
    if (house.store.kind === "embedded") return;
    let commit = (): void => {};
    const late = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const slow = house.store.transaction(async (tx) => {
      await recordEvent(tx, {
        kind: "webhook.paused",
        userId: ann.id,
        subject: "slow",
        data: {},
        createdAt: house.now,
      });
      await late;
    });
    const quick = { kind: "webhook.paused" as const, userId: ann.id, subject: "quick", data: {}, createdAt: house.now };
    await house.store.transaction((tx) => recordEvent(tx, quick));
    await house.runJobs();
    const page = await read();
    expect(subjects(page.data)).toEqual(["quick"]);
    commit();
    await slow;
    await house.runJobs();
    expect(subjects((await read(`?after=${page.pagination.nextCursor}`)).data)).toEqual(["slow"]);
    expect(await house.events()).toHaveLength(2);
  });

  test("200 tells a thread in its order even if only the last of it was to be told", async () => {
    const event = { kind: "webhook.paused" as const, userId: ann.id, subject: "same", createdAt: house.now };
    for (const n of [1, 2, 3]) {
      await house.store.transaction((tx) => recordEvent(tx, { ...event, data: { n } }));
    }
    await house.store.db.deleteFrom("jobs").where("id", "<", 3).execute();
    await house.runJobs();
    expect((await read()).data.map(({ payload }: { payload: { n: number } }) => payload.n)).toEqual([1, 2, 3]);
    expect(await house.events()).toHaveLength(3);
  });

  test("200 without an event that could not be told at any try; the later ones of its thread wait for it until then", async () => {
    const event = { userId: ann.id, subject: "same", createdAt: house.now };
    const broken = { kind: "booking.created" as const, data: {}, ...event };
    await house.store.transaction((tx) => recordEvent(tx, broken));
    await house.runJobs();
    house.now += minuteMs;
    await house.store.transaction((tx) => recordEvent(tx, { kind: "webhook.paused", data: {}, ...event }));
    const kinds = async () => (await read()).data.map(({ type }: { type: string }) => type);
    for (let hour = 0; hour < 26; hour++, house.now += hourMs) await house.runJobs();
    expect(await kinds()).toEqual([]);
    for (let hour = 26; hour < 30; hour++, house.now += hourMs) await house.runJobs();
    expect(await kinds()).toEqual(["webhook.paused"]);
    expect(await house.events()).toHaveLength(2);
  });

  test.each(["after=x", "after=", "take=0", "take=251", "take=many"])("400 for %s", async (query) => {
    expect((await house.get(`/v2/events?${query}`, { as: ann })).status).toBe(400);
  });

  test("401 without a key", async () => {
    expect((await house.get("/v2/events")).status).toBe(401);
  });
});

describe("GET /v2/stream", () => {
  interface Followed {
    response: IncomingMessage;
    text(): string;
    seen(): { id: string; event: string; data: { subject: string } }[];
  }

  /** Follows the log over real HTTP. */
  async function follow(headers: Record<string, string> = {}, query = "", key = ann.apiKey): Promise<Followed> {
    const { port } = (await house.listen()) as AddressInfo;
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = { headers: { authorization: `Bearer ${key}`, ...headers } };
      get(`http://127.0.0.1:${port}/v2/stream${query}`, options, resolve).on("error", reject);
    });
    let text = "";
    response.on("data", (chunk) => (text += chunk)).on("error", () => {});
    const seen = () =>
      text
        .split("\n\n")
        .filter((block) => block.includes("data: "))
        .map((block) => {
          const [id = "", event = "", data = ""] = block.split("\n").map((line) => line.replace(/^\w+: /, ""));
          return { id, event, data: JSON.parse(data) };
        });
    if (response.statusCode === 200) await eventually(() => expect(text).toContain("id: "));
    return { response, text: () => text, seen };
  }

  test("200 tells what happens from now on, each with the cursor after it", async () => {
    await happen(1);
    const { response, seen } = await follow();
    expect(response.headers["content-type"]).toBe("text/event-stream; charset=utf-8");
    const uuid = await happen(2);
    await happen(3, bob);
    await eventually(() => expect(seen()).toHaveLength(1));
    const [event] = seen();
    expect(event).toMatchObject({ event: "out-of-office.created", data: { subject: uuid } });
    expect((await read(`?after=${event?.id}`)).data).toEqual([]);
    response.destroy();
  });

  test.each<[string, (cursor: string) => [Record<string, string>, string]]>([
    ["Last-Event-ID", (cursor) => [{ "last-event-id": cursor }, ""]],
    ["after", (cursor) => [{}, `?after=${cursor}`]],
  ])("200 goes on where %s says", async (_, asked) => {
    const uuids = [await happen(1), await happen(2), await happen(3)];
    const [first] = (await read("?take=1")).data;
    const { response, seen } = await follow(...asked(first.id));
    await eventually(() => expect(seen().map(({ data }) => data.subject)).toEqual(uuids.slice(1)));
    response.destroy();
  });

  test("200 tells what another process has told, without a ring", async () => {
    const { response, seen } = await follow();
    const created_at = new Date(house.now).toISOString();
    await house.store.db
      .insertInto("events")
      .values({
        kind: "webhook.paused",
        user_id: ann.id,
        subject: "elsewhere",
        data: "{}",
        created_at: created_at as never,
        position: 1_000,
      })
      .execute();
    await eventually(() => expect(seen().map(({ data }) => data.subject)).toEqual(["elsewhere"]));
    expect(await house.events()).toHaveLength(1);
    response.destroy();
  });

  test("429 for the eleventh stream of an account, until one of the ten is closed", async () => {
    const ten = await Promise.all(Array.from({ length: 10 }, () => follow()));
    const { response } = await follow();
    expect(response.statusCode).toBe(429);
    const other = await follow({}, "", bob.apiKey);
    expect(other.response.statusCode).toBe(200);
    ten[0]?.response.destroy();
    const again = await eventually(async () => {
      const next = await follow();
      expect(next.response.statusCode).toBe(200);
      return next;
    });
    const uuid = await happen(1);
    await eventually(() => expect(again.seen().map(({ data }) => data.subject)).toEqual([uuid]));
    expect(other.seen()).toEqual([]);
    for (const { response } of [...ten, again, other]) response.destroy();
  });

  test("400 for a wrong cursor, 401 without a key, before anything flows", async () => {
    expect((await follow({ "last-event-id": "nonsense" })).response.statusCode).toBe(400);
    expect((await follow({}, "", "cal_live_wrong")).response.statusCode).toBe(401);
    expect((await house.get("/v2/stream")).status).toBe(401);
  });
});
