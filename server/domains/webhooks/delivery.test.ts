import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { eventually } from "../../../test/harness/eventually.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";
import { readInvitation } from "../../../test/harness/mail-server.js";
import { plainSnapshot, requestSnapshot } from "../../../test/harness/snapshot.js";
import type { Context } from "../../context.js";
import { hourMs, minuteMs, secondMs } from "../../core/time/index.js";
import { startLoop } from "../../jobs/loop.js";
import { tasks } from "../../jobs/tasks.js";
import { runDueJobs } from "../../jobs/worker.js";
import type { PostOutcome } from "../../outside/ports.js";
import { at, jsonb } from "../../store/sql.js";
import { type BookingSnapshot, type EventKind, recordEvent, recordEvents } from "../events/index.js";
import { deliveryWork } from "./index.js";

const house = useHouse();

const url = "https://your-app.com/webhook";
let ann: TestUser;

beforeEach(async () => {
  ann = await house.user();
});

const subscribe = async (fields: Record<string, unknown> = {}, as = ann): Promise<string> => {
  const body = { subscriberUrl: url, triggers: ["BOOKING_CREATED"], ...fields };
  const answer = await house.post("/v2/webhooks", body, { as });
  expect(answer.status).toBe(201);
  return answer.body.data.id;
};

/** Something happens in Ann's account. */
const happen = async (kind: EventKind, data: BookingSnapshot = plainSnapshot(), userId = ann.id): Promise<void> => {
  const event = { kind, userId, subject: data.booking.uid, data, createdAt: house.now };
  await house.store.transaction((tx) => recordEvent(tx, event));
  expect(await house.events()).toEqual([{ kind, subject: data.booking.uid, userId }]);
};

const deliveries = () => house.store.db.selectFrom("webhook_deliveries").selectAll().orderBy("id").execute();
const attempts = () => house.store.db.selectFrom("webhook_attempts").selectAll().orderBy("attempt").execute();
/** What is left to do, apart from the start and the end of bookings. */
const jobs = () =>
  house.store.db.selectFrom("jobs").select(["kind", "dead_at"]).where("kind", "not like", "booking.%").execute();
const bodies = () => house.posts.map(({ body }) => JSON.parse(body));

const fail = (status = 500): PostOutcome => ({ kind: "answered", status, durationMs: 7 });

describe("a delivery", () => {
  test("is sent at once, signed, with every header", async () => {
    const id = await subscribe({ secret: "topsecret" });
    await happen("booking.created");
    await house.runJobs();
    expect(house.posts).toHaveLength(1);
    const [post] = house.posts;
    const [delivery] = await deliveries();
    expect(post).toEqual({
      url,
      headers: {
        "Content-Type": "application/json",
        "X-Cal-Signature-256": createHmac("sha256", "topsecret")
          .update(Buffer.from(post?.body ?? ""))
          .digest("hex"),
        "X-Cal-Webhook-Version": "2021-10-20",
        "X-Kalends-Delivery": delivery?.id,
        "X-Kalends-Attempt": "1",
      },
      body: delivery?.body,
      timeoutMs: 5_000,
    });
    expect(bodies()[0]).toMatchObject({
      triggerEvent: "BOOKING_CREATED",
      createdAt: "2026-11-23T06:00:00.000Z",
      payload: { uid: "89iNevxHZQvUuj4euTrvXB", bookerUrl: "http://localhost:3000", status: "ACCEPTED" },
    });
    expect(delivery).toMatchObject({
      webhook_id: id,
      trigger: "BOOKING_CREATED",
      status: "delivered",
      attempts: 1,
      last_status: 200,
      last_error: null,
      next_attempt_at: null,
      finished_at: house.now,
    });
    expect(await attempts()).toEqual([
      {
        delivery_id: delivery?.id,
        attempt: 1,
        attempted_at: house.now,
        response_status: 200,
        error: null,
        duration_ms: 1,
      },
    ]);
    expect(await jobs()).toEqual([]);
  });

  test.each([null, ""])("without a secret (%o) says so instead of a signature", async (secret) => {
    await subscribe({ secret });
    await happen("booking.created");
    await house.runJobs();
    expect(house.posts[0]?.headers["X-Cal-Signature-256"]).toBe("no-secret-provided");
  });

  test.each<[EventKind, string, string]>([
    ["booking.created", "BOOKING_CREATED", "ACCEPTED"],
    ["booking.confirmed", "BOOKING_CREATED", "ACCEPTED"],
    ["booking.requested", "BOOKING_REQUESTED", "PENDING"],
    ["booking.rescheduled", "BOOKING_RESCHEDULED", "ACCEPTED"],
    ["booking.cancelled", "BOOKING_CANCELLED", "CANCELLED"],
    ["booking.rejected", "BOOKING_REJECTED", "REJECTED"],
  ])("of %s is told as %s", async (kind, trigger, status) => {
    await subscribe({ triggers: [trigger] });
    const all = [
      "BOOKING_CREATED",
      "BOOKING_REQUESTED",
      "BOOKING_RESCHEDULED",
      "BOOKING_CANCELLED",
      "BOOKING_REJECTED",
    ];
    await subscribe({ subscriberUrl: `${url}/others`, triggers: all.filter((other) => other !== trigger) });
    await happen(kind, requestSnapshot());
    await house.runJobs();
    expect(house.posts.map((post) => post.url)).toEqual([url]);
    expect(bodies()[0]).toMatchObject({ triggerEvent: trigger, payload: { status } });
  });

  test("goes to every active webhook that wants it and belongs to the account or the event type, to each once", async () => {
    const bob = await house.user();
    await house.store.db
      .insertInto("event_types")
      .values({
        id: 487,
        user_id: ann.id,
        title: "Plain",
        slug: "plain",
        length_minutes: 30,
        locations: jsonb([]),
        booking_fields: jsonb([]),
      })
      .execute();
    const ofType = { user_id: null, event_type_id: 487, triggers: ["BOOKING_CREATED"] };
    await house.store.db
      .insertInto("webhooks")
      .values({ ...ofType, id: "3c06fac3-0a27-4327-b083-47f9a7a9db57", subscriber_url: `${url}/type` })
      .execute();
    await subscribe();
    await subscribe({ subscriberUrl: `${url}/second`, triggers: ["BOOKING_CANCELLED", "BOOKING_CREATED"] });
    await subscribe({ subscriberUrl: `${url}/inactive`, active: false });
    await subscribe({ subscriberUrl: `${url}/other-trigger`, triggers: ["BOOKING_CANCELLED"] });
    await subscribe({ subscriberUrl: `${url}/bob` }, bob);
    await happen("booking.created");
    await house.runJobs();
    expect(house.posts.map((post) => post.url).sort()).toEqual([url, `${url}/second`, `${url}/type`]);
    await happen("booking.created", requestSnapshot());
    await house.runJobs();
    expect(
      house.posts
        .slice(3)
        .map((post) => post.url)
        .sort(),
    ).toEqual([url, `${url}/second`]);
  });

  test("is not made twice when the event is told twice", async () => {
    await subscribe();
    await happen("booking.created");
    await house.runJobs();
    const [event] = await house.store.db.selectFrom("events").select("id").orderBy("id", "desc").limit(1).execute();
    await house.store.db
      .insertInto("jobs")
      .values({
        kind: "event.tell",
        payload: jsonb({ eventId: event?.id }),
        run_at: at(house.now),
      })
      .execute();
    await house.runJobs();
    expect(house.posts).toHaveLength(1);
    expect(await deliveries()).toHaveLength(1);
  });

  test("of version 2026-07-27 carries the calendar files of organizer and booker, beside one of the usual version", async () => {
    await subscribe({ triggers: ["BOOKING_CREATED", "BOOKING_CANCELLED", "BOOKING_REJECTED"], version: "2026-07-27" });
    await subscribe({ subscriberUrl: `${url}/usual` });
    await happen("booking.created");
    await happen("booking.cancelled", plainSnapshot({ status: "cancelled", icalSequence: 1 }));
    await happen("booking.rejected", requestSnapshot({ status: "rejected" }));
    await house.runJobs();
    const told = house.posts.map(({ url: to, headers, body }) => ({ to, headers, ...JSON.parse(body) }));
    const usual = told.find(({ to }) => to.endsWith("/usual"));
    expect(usual?.payload).not.toHaveProperty("attendeeIcsContent");
    const files = told.filter(({ to }) => to === url);
    expect(files.map(({ headers }) => headers["X-Cal-Webhook-Version"])).toEqual(Array(3).fill("2026-07-27"));
    const methods = files.map(({ triggerEvent, payload: { attendeeIcsContent, organizerIcsContent } }) => [
      triggerEvent,
      ...[attendeeIcsContent, organizerIcsContent].map((content) => content && readInvitation(content).method),
    ]);
    expect(methods).toEqual([
      ["BOOKING_CREATED", "REQUEST", "REQUEST"],
      ["BOOKING_CANCELLED", "CANCEL", "CANCEL"],
      ["BOOKING_REJECTED", undefined, undefined],
    ]);
    expect(readInvitation(files[0]?.payload.attendeeIcsContent).zone).toBe("America/New_York");
    expect(readInvitation(files[0]?.payload.organizerIcsContent).zone).toBe("Europe/Rome");
  });

  test("nobody subscribed: nothing is written or sent", async () => {
    await happen("booking.created");
    await house.runJobs();
    expect(house.posts).toEqual([]);
    expect(await deliveries()).toEqual([]);
    expect(await jobs()).toEqual([]);
  });

  test("costs a fixed number of statements", async () => {
    for (const n of [1, 2, 3]) await subscribe({ subscriberUrl: `${url}/${n}`, triggers: ["BOOKING_CREATED"] });
    await happen("booking.created");
    const statements = await house.countStatements(() => house.runJobs());
    const idle = await house.countStatements(() => house.runJobs());
    // Claim, BEGIN, lock, events, moments, subscribers, deliveries, hearing, places, COMMIT; done goes with the next look.
    const telling = 10;
    // Claim, event, mails.
    const hearing = 3;
    // All at once: taking them, and telling how they went.
    const delivering = 2;
    const looks = 3 + 3;
    expect(statements - idle).toBe(telling + hearing + delivering + looks);
  });

  test("a template that makes JSON cannot be broken by a quote or a line break in a name", async () => {
    const payloadTemplate = '{"content":"new event","type":"{{type}}","booker":"{{attendees.0.name}}"}';
    await subscribe({ payloadTemplate });
    const snapshot = plainSnapshot();
    const name = 'C"id",\n"admin":"yes';
    await happen("booking.created", {
      ...snapshot,
      attendees: snapshot.attendees.map((person) => ({ ...person, name })),
    });
    await house.runJobs();
    expect(bodies()).toEqual([{ content: "new event", type: "plain", booker: name }]);
    expect(house.posts[0]?.headers["Content-Type"]).toBe("application/json");
  });

  test("a template that makes no JSON is declared as a form", async () => {
    await subscribe({ payloadTemplate: "who={{attendees[0].email}}&what={{payload.type}}" });
    await happen("booking.created");
    await house.runJobs();
    expect(house.posts[0]).toMatchObject({ body: "who=cid@example.com&what=plain" });
    expect(house.posts[0]?.headers["Content-Type"]).toBe("application/x-www-form-urlencoded");
  });
});

describe("a failed attempt", () => {
  test("is repeated after 1 min, 5 min, 30 min, 2 h and 24 h with the same bytes, then given up", async () => {
    await subscribe({ secret: "topsecret" });
    house.answerPost = () => fail();
    await happen("booking.created");
    await house.runJobs();
    const waits = [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 24 * hourMs];
    for (const [i, waitMs] of waits.entries()) {
      expect((await deliveries())[0]).toMatchObject({
        status: "pending",
        attempts: i + 1,
        next_attempt_at: house.now + waitMs,
      });
      house.now += waitMs - secondMs;
      await house.runJobs();
      expect(house.posts).toHaveLength(i + 1);
      house.now += secondMs;
      await house.runJobs();
      expect(house.posts).toHaveLength(i + 2);
    }
    expect((await deliveries())[0]).toMatchObject({
      status: "failed",
      attempts: 6,
      last_status: 500,
      last_error: "answered 500",
      next_attempt_at: null,
      finished_at: house.now,
    });
    expect((await attempts()).map(({ attempt, response_status: status }) => [attempt, status])).toEqual(
      [1, 2, 3, 4, 5, 6].map((attempt) => [attempt, 500]),
    );
    expect(house.posts.map(({ headers }) => headers["X-Kalends-Attempt"])).toEqual(["1", "2", "3", "4", "5", "6"]);
    const constant = house.posts.map(({ body, headers }) => [
      body,
      headers["X-Kalends-Delivery"],
      headers["X-Cal-Signature-256"],
    ]);
    expect(new Set(constant.map((parts) => JSON.stringify(parts))).size).toBe(1);
    house.now += 1_000 * hourMs;
    await house.runJobs();
    expect(house.posts).toHaveLength(6);
    expect(await jobs()).toEqual([]);
  });

  test.each<[string, PostOutcome, string]>([
    ["a redirect", fail(302), "answered 302"],
    ["a refusal", fail(410), "answered 410"],
    ["silence", { kind: "timeout", message: "no answer in time", durationMs: 5_000 }, "timeout: no answer in time"],
    ["a dead host", { kind: "unreachable", message: "ECONNREFUSED", durationMs: 1 }, "unreachable: ECONNREFUSED"],
  ])("because of %s is noted, and the next one succeeds", async (_, outcome, error) => {
    await subscribe();
    house.answerPost = () => outcome;
    await happen("booking.created");
    await house.runJobs();
    expect((await deliveries())[0]).toMatchObject({ status: "pending", last_error: error });
    house.answerPost = () => fail(204);
    house.now += minuteMs;
    await house.runJobs();
    expect((await deliveries())[0]).toMatchObject({
      status: "delivered",
      attempts: 2,
      last_status: 204,
      last_error: null,
    });
    expect((await attempts()).map((attempt) => attempt.error)).toEqual([error, null]);
    expect(await jobs()).toEqual([]);
  });

  test("does not concern the other webhooks", async () => {
    await subscribe();
    await subscribe({ subscriberUrl: `${url}/dead` });
    house.answerPost = (post) => (post.url === url ? fail(200) : fail(503));
    await happen("booking.created");
    await house.runJobs();
    expect((await deliveries()).map(({ status }) => status).sort()).toEqual(["delivered", "pending"]);
  });

  test("is signed with the secret of the moment it was prepared, and goes to the URL of today", async () => {
    const id = await subscribe({ secret: "old" });
    house.answerPost = () => fail();
    await happen("booking.created");
    await house.runJobs();
    await house.patch(`/v2/webhooks/${id}`, { secret: "new", subscriberUrl: `${url}/new` }, { as: ann });
    house.now += minuteMs;
    await house.runJobs();
    const [first, second] = house.posts;
    expect(second?.headers["X-Cal-Signature-256"]).toBe(first?.headers["X-Cal-Signature-256"]);
    expect(second?.url).toBe(`${url}/new`);
  });
});

test("receivers that hang leave the places to the one that answers", async () => {
  await subscribe();
  for (const n of [1, 2, 3, 4, 5]) await subscribe({ subscriberUrl: `${url}/hang${n}` });
  const hanging: ((outcome: PostOutcome) => void)[] = [];
  house.answerPost = ({ url: to }) =>
    to.includes("/hang") ? new Promise((resolve) => hanging.push(resolve)) : { ...fail(200), durationMs: 1 };
  const events = Array.from({ length: 70 }, (_, n) => {
    const data = plainSnapshot({ uid: `booking${n}`, icalUid: `booking${n}` });
    return { kind: "booking.created" as const, userId: ann.id, subject: `booking${n}`, data, createdAt: house.now };
  });
  await house.store.transaction((tx) => recordEvents(tx, events));
  const clock: Context = { ...house.contextOfDoor(), actor: { kind: "clock" } };
  await runDueJobs(clock, tasks);
  const loop = startLoop(deliveryWork(clock));
  const arrived = () => house.posts.filter((post) => post.url === url).length;
  await eventually(() => expect(arrived()).toBe(70));
  expect(hanging.length).toBe(20);
  house.answerPost = () => fail(200);
  for (const answer of hanging) answer(fail(200));
  await loop.stop();
  await house.events();
});

describe("a webhook that goes away", () => {
  test("deactivated meanwhile: its delivery is abandoned", async () => {
    const id = await subscribe();
    house.answerPost = () => fail();
    await happen("booking.created");
    await house.runJobs();
    await house.patch(`/v2/webhooks/${id}`, { active: false }, { as: ann });
    house.now += minuteMs;
    await house.runJobs();
    expect(house.posts).toHaveLength(1);
    expect((await deliveries())[0]).toMatchObject({ status: "abandoned", attempts: 1, finished_at: house.now });
    expect(await jobs()).toEqual([]);
  });

  test("deleted meanwhile: nothing is left of it", async () => {
    const id = await subscribe();
    house.answerPost = () => fail();
    await happen("booking.created");
    await house.runJobs();
    expect((await house.delete(`/v2/webhooks/${id}`, { as: ann })).status).toBe(200);
    house.now += minuteMs;
    await house.runJobs();
    expect(house.posts).toHaveLength(1);
    expect([await deliveries(), await attempts(), await jobs()]).toEqual([[], [], []]);
  });

  test("deleted while the request was under way: the attempt is forgotten", async () => {
    const id = await subscribe();
    let deletion: Promise<unknown> = Promise.resolve();
    house.answerPost = () => {
      deletion = house.delete(`/v2/webhooks/${id}`, { as: ann });
      return fail(200);
    };
    await happen("booking.created");
    await house.runJobs();
    await deletion;
    expect([await deliveries(), await attempts(), await jobs()]).toEqual([[], [], []]);
  });

  test("a delivery that a process took and did not finish is taken again when its time is over, not before", async () => {
    await subscribe();
    await happen("booking.created");
    await house.runJobs();
    const taken = { status: "pending" as const, finished_at: null, locked_until: at(house.now + 30 * secondMs) };
    await house.store.db.updateTable("webhook_deliveries").set(taken).execute();
    await house.runJobs();
    expect(house.posts).toHaveLength(1);
    house.now += 30 * secondMs;
    await house.runJobs();
    expect(house.posts).toHaveLength(2);
    const [first, second] = house.posts;
    expect([second?.body, second?.headers["X-Kalends-Delivery"], second?.headers["X-Kalends-Attempt"]]).toEqual([
      first?.body,
      first?.headers["X-Kalends-Delivery"],
      "2",
    ]);
  });
});
