import { call, processKey, type ServerProcess } from "../test/harness/server-process.js";

export interface Prepared {
  apiKey: string;
  eventTypeId: number;
  bookedEventTypeId: number;
  /** Starts of free slots, each given once, ever further ahead. */
  nextStart: () => string;
}

const version = { "cal-api-version": "2024-08-13" };

/**
 * The account of performance.md: Rome, Monday to Friday nine to five, and 200 bookings over the next 60 days. A second one
 * like it, with a webhook, takes the bookings of the load, so that the first stays as it is.
 */
export async function prepare(server: ServerProcess, subscriberUrl: string): Promise<Prepared> {
  const read = await makeAccount(server, "read");
  await bookEvenly(server, read.eventTypeId, 200);
  const write = await makeAccount(server, "write");
  const hook = { subscriberUrl, triggers: ["BOOKING_CREATED"] };
  await call(server, "POST", "/v2/webhooks", { key: write.apiKey, body: hook });
  return { ...read, bookedEventTypeId: write.eventTypeId, nextStart: freeStarts() };
}

async function makeAccount(server: ServerProcess, name: string): Promise<{ apiKey: string; eventTypeId: number }> {
  const body = { email: `${name}@example.com`, name, timeZone: "Europe/Rome" };
  const { apiKey } = (await call(server, "POST", "/v2/admin/users", { key: processKey, body })).body.data;
  const eventType = await call(server, "POST", "/v2/event-types", {
    key: apiKey,
    headers: { "cal-api-version": "2024-06-14" },
    body: { title: "Bench", slug: "bench", lengthInMinutes: 30 },
  });
  return { apiKey, eventTypeId: eventType.body.data.id };
}

async function bookEvenly(server: ServerProcess, eventTypeId: number, count: number): Promise<void> {
  const [start, end] = [0, 60].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  const path = `/v2/slots?eventTypeId=${eventTypeId}&start=${start}&end=${end}`;
  const answer = await call(server, "GET", path, { headers: { "cal-api-version": "2024-09-04" } });
  const slots = Object.values<{ start: string }[]>(answer.body.data).flat();
  for (let i = 0; i < count; i++) {
    const slot = slots[Math.floor((i * slots.length) / count)];
    const attendee = { name: "Guest", email: `guest${i}@example.com`, timeZone: "Europe/Rome" };
    const body = { start: slot?.start, eventTypeId, attendee };
    const booked = await call(server, "POST", "/v2/bookings", { body, headers: version });
    if (booked.status !== 201) throw new Error(`cannot prepare booking ${i}: ${JSON.stringify(booked.body)}`);
  }
}

/** Half hours of working days from next June on, within the hours of Rome in summer and winter alike. */
function freeStarts(): () => string {
  const perDay = 12;
  let dayStartsAt = Date.UTC(new Date().getUTCFullYear() + 1, 5, 1, 8);
  let used = 0;
  return () => {
    const isWeekend = new Date(dayStartsAt).getUTCDay() % 6 === 0;
    if (isWeekend || used === perDay) {
      do dayStartsAt += 86_400_000;
      while (new Date(dayStartsAt).getUTCDay() % 6 === 0);
      used = 0;
    }
    return new Date(dayStartsAt + used++ * 1_800_000).toISOString();
  };
}
