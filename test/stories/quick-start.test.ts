import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "../harness/eventually.js";
import { type Receiver, startReceiver } from "../harness/receiver.js";
import { call, processKey, type ServerProcess, startServer, temporaryFolder } from "../harness/server-process.js";
import { createTestDatabase } from "../harness/store.js";

/** The three requests of the quick start and the workflows after them, as a stranger sends them: no version header anywhere. */
describe("the main job, end to end", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let server: ServerProcess;
  let receiver: Receiver;
  const secret = "whsec-story";

  beforeAll(async () => {
    folder = await temporaryFolder();
    receiver = await startReceiver({ delayMs: 200 });
    server = await startServer({ ...(await storeOf(folder.path)), KALENDS_ALLOW_PRIVATE_WEBHOOKS: "true" });
  });

  afterAll(async () => {
    expect(await server.stop()).toBe(0);
    await receiver.close();
    await folder.remove();
  });

  const slotsOf = async (eventTypeId: number, monday: string): Promise<string[]> => {
    const end = new Date(Date.parse(monday) + 7 * 86_400_000).toISOString().replace(".000", "");
    const path = `/v2/slots?startTime=${monday}&endTime=${end}&eventTypeId=${eventTypeId}`;
    const answer = await call(server, "GET", path);
    expect(answer.status).toBe(200);
    return Object.values<{ time: string }[]>(answer.body.data.slots).flatMap((day) => day.map(({ time }) => time));
  };

  test("slots, a booking, a webhook; then reschedule and cancel, each delivered and signed", async () => {
    const key = processKey;
    const eventTypeId = await sampleEventType(server);
    const monday = nextMonday();

    const before = await slotsOf(eventTypeId, monday);
    const [first, second] = [before[2] ?? "", before[5] ?? ""];
    expect(first).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/);

    const hook = await call(server, "POST", "/v2/webhooks", {
      key,
      body: {
        subscriberUrl: receiver.url,
        triggers: ["BOOKING_CREATED", "BOOKING_RESCHEDULED", "BOOKING_CANCELLED"],
        secret,
      },
    });
    expect(hook.status).toBe(201);

    const attendee = { name: "John Doe", email: "john@example.com", timeZone: "America/New_York" };
    const booked = await call(server, "POST", "/v2/bookings", { body: { start: first, eventTypeId, attendee } });
    expect(booked.status).toBe(201);
    const { uid } = booked.body.data;
    expect(await slotsOf(eventTypeId, monday)).toEqual(before.filter((slot) => slot !== first));

    const again = await call(server, "POST", "/v2/bookings", { body: { start: first, eventTypeId, attendee } });
    expect(again.status).toBe(400);

    const moved = await call(server, "POST", `/v2/bookings/${uid}/reschedule`, {
      body: { start: second, reschedulingReason: "a later time suits me better" },
    });
    expect(moved.status).toBe(201);
    expect(await slotsOf(eventTypeId, monday)).toEqual(before.filter((slot) => slot !== second));

    const newUid = moved.body.data.uid;
    const cancelled = await call(server, "POST", `/v2/bookings/${newUid}/cancel`, {
      body: { cancellationReason: "the project was called off" },
    });
    expect(cancelled.status).toBe(201);
    expect(await slotsOf(eventTypeId, monday)).toEqual(before);

    await eventually(() => expect(receiver.received).toHaveLength(3));
    const triggers = receiver.received.map(({ body }) => body.triggerEvent).sort();
    expect(triggers).toEqual(["BOOKING_CANCELLED", "BOOKING_CREATED", "BOOKING_RESCHEDULED"]);
    for (const { raw, headers } of receiver.received) {
      expect(headers["x-cal-signature-256"]).toBe(createHmac("sha256", secret).update(raw).digest("hex"));
      expect(headers["x-kalends-delivery"]).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  test("the start printed where it is and what to try, and no key that was configured", () => {
    expect(server.output()).toContain(server.url);
    expect(server.output()).toContain("/docs");
    expect(server.output()).not.toContain(processKey);
  });
});

async function storeOf(directory: string): Promise<Record<string, string>> {
  if (process.env.KALENDS_TEST_STORE === "postgres") return { DATABASE_URL: await createTestDatabase("story") };
  return { KALENDS_DATA_DIR: directory };
}

async function sampleEventType(server: ServerProcess): Promise<number> {
  const answer = await call(server, "GET", "/v2/event-types?username=operator&eventSlug=30-minute-meeting", {
    headers: { "cal-api-version": "2024-06-14" },
  });
  return answer.body.data[0].id;
}

/** Midnight UTC of the Monday after next, far enough from now for any notice. */
function nextMonday(): string {
  const day = new Date();
  day.setUTCHours(0, 0, 0, 0);
  day.setUTCDate(day.getUTCDate() + 14 - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().replace(".000", "");
}
