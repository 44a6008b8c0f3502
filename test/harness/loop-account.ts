import { expect } from "vitest";
import { call, processKey } from "./server-process.js";

/** What a loop of bookings against a server process needs: an event type that is bookable at any hour, and a webhook. */
export async function prepareLoop(server: { url: string }, subscriberUrl: string): Promise<number> {
  const allDay = [
    {
      days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
      startTime: "00:00",
      endTime: "23:59",
    },
  ];
  const schedule = await call(server, "POST", "/v2/schedules", {
    key: processKey,
    headers: { "cal-api-version": "2024-06-11" },
    body: { name: "Always", timeZone: "UTC", isDefault: true, availability: allDay },
  });
  expect(schedule.status).toBe(201);
  const eventType = await call(server, "POST", "/v2/event-types", {
    key: processKey,
    headers: { "cal-api-version": "2024-06-14" },
    body: { title: "Loop", slug: "loop", lengthInMinutes: 10, minimumBookingNotice: 0 },
  });
  expect(eventType.status).toBe(201);
  const hook = await call(server, "POST", "/v2/webhooks", {
    key: processKey,
    body: { subscriberUrl, triggers: ["BOOKING_CREATED"] },
  });
  expect(hook.status).toBe(201);
  return eventType.body.data.id;
}

/** Books the n-th ten minutes; the uid. */
export async function bookLoop(server: { url: string }, eventTypeId: number, n: number): Promise<string> {
  const start = new Date(Date.UTC(2028, 0, 3) + n * 10 * 60_000).toISOString();
  const attendee = { name: "Loop", email: `loop-${n}@example.com`, timeZone: "UTC" };
  const headers = { "cal-api-version": "2024-08-13" };
  const { status, body } = await call(server, "POST", "/v2/bookings", {
    headers,
    body: { start, eventTypeId, attendee },
  });
  expect(status).toBe(201);
  return body.data.uid;
}
