import { expect } from "vitest";
import type { Answer, House, TestUser } from "./house.js";

/** Things that many tests need, made through the API. */

export const newest = {
  schedules: "2024-06-11",
  eventTypes: "2024-06-14",
  bookings: "2024-08-13",
  slots: "2024-09-04",
};

/** An event type of 30 minutes without notice; its id. */
export async function makeEventType(house: House, owner: TestUser, fields: object = {}): Promise<number> {
  const slug = `intro-${Math.random().toString(36).slice(2, 10)}`;
  const body = { title: "Intro", slug, lengthInMinutes: 30, minimumBookingNotice: 0, ...fields };
  const answer = await house.post("/v2/event-types", body, { as: owner, version: newest.eventTypes });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.data.id;
}

export const guest = { name: "Gil Guest", email: "gil@example.com", timeZone: "Europe/Rome" };

/** Books through the newest dialect, whatever comes of it. */
export const book = (
  house: House,
  eventTypeId: number,
  start: string,
  fields: object = {},
  as?: TestUser,
): Promise<Answer> =>
  house.post("/v2/bookings", { start, eventTypeId, attendee: guest, ...fields }, { version: newest.bookings, as });

/** The starts offered from `start` to `end`, in UTC. */
export async function slotStarts(house: House, eventTypeId: number, start: string, end: string): Promise<string[]> {
  const path = `/v2/slots?eventTypeId=${eventTypeId}&start=${start}&end=${end}`;
  const answer = await house.get(path, { version: newest.slots });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return Object.values<{ start: string }[]>(answer.body.data).flatMap((day) => day.map((slot) => slot.start));
}

/** Takes somebody out of office, and tells of it here: a test then asserts only what it causes itself. */
export async function away(house: House, owner: TestUser, days: { start: string; end: string }): Promise<void> {
  const answer = await house.post("/v2/me/ooo", days, { as: owner });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  expect((await house.events()).map(({ kind }) => kind)).toEqual(["out-of-office.created"]);
}

/** The uid of a booking of the owner's, whose recording is told here: a test then asserts only what it causes itself. */
export async function booked(
  house: House,
  owner: TestUser,
  start: string,
  { fields = {}, wishes = {} }: { fields?: object; wishes?: object } = {},
): Promise<string> {
  const { body } = await book(house, await makeEventType(house, owner, fields), start, wishes);
  expect((await house.events()).map(({ kind }) => kind)).toEqual(["booking.created"]);
  return body.data.uid;
}
