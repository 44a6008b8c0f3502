import { expect, test } from "vitest";
import { booked, makeEventType, newest } from "../harness/fixtures.js";
import { type TestUser, useHouse } from "../harness/house.js";

const house = useHouse();
const unknownUuid = "00000000-0000-4000-8000-000000000000";

interface Guarded {
  method: "GET" | "POST" | "PATCH";
  path: string;
  /** What nobody may send there. */
  bad?: object;
  /** What strangers hear; null: everybody may go there. */
  stranger: number | null;
  missing: [status: number, path: string];
  version?: string;
}

/** Everything of Ann's that a path with a body or a query can name. */
async function thingsOf(ann: TestUser) {
  const eventTypeId = await makeEventType(house, ann, { requiresBookerEmailVerification: true });
  const bookingUid = await booked(house, ann, "2026-11-30T10:00:00Z");
  const made = async (path: string, body: object, version?: string) => {
    const answer = await house.post(path, body, { as: ann, version });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.data;
  };
  const webhook = (url: string) => ({ subscriberUrl: `https://hooks.example.com/${url}`, triggers: ["MEETING_ENDED"] });
  const eventType = `/v2/event-types/${eventTypeId}`;
  const hold = { eventTypeId, slotStart: "2026-12-01T10:00:00Z" };
  const absence = await made("/v2/me/ooo", { start: "2027-01-04T00:00:00Z", end: "2027-01-05T00:00:00Z" });
  expect((await house.events()).map(({ kind }) => kind)).toEqual(["out-of-office.created"]);
  return {
    eventType,
    booking: `/v2/bookings/${bookingUid}`,
    publicPage: `/v2/event-types/${ann.username}/${(await house.get(eventType, { as: ann, version: newest.eventTypes })).body.data.slug}/public`,
    schedule: `/v2/schedules/${(await house.get("/v2/me", { as: ann })).body.data.defaultScheduleId}`,
    link: `${eventType}/private-links/${(await made(`${eventType}/private-links`, {})).linkId}`,
    hold: `/v2/slots/reservations/${(await made("/v2/slots/reservations", hold, newest.slots)).reservationUid}`,
    absence: `/v2/me/ooo/${absence.id}`,
    webhook: `/v2/webhooks/${(await made("/v2/webhooks", webhook("account"))).id}`,
    ofEventType: `${eventType}/webhooks/${(await made(`${eventType}/webhooks`, webhook("one"))).id}`,
  };
}

function guarded(of: Awaited<ReturnType<typeof thingsOf>>): Guarded[] {
  const { eventTypes, bookings, schedules, slots } = newest;
  const noEventType = "/v2/event-types/999999";
  const noBooking = "/v2/bookings/nobodys";
  const noWebhook = `/v2/webhooks/${unknownUuid}`;
  const post = (path: string, bad: object) => ({ method: "POST", path, bad, version: bookings }) as const;
  const webhooksOf = (one: string, none: string, missing: number): Guarded[] => [
    { method: "PATCH", path: one, bad: { active: "x" }, stranger: 403, missing: [missing, none] },
    { method: "GET", path: `${one}/deliveries?take=x`, stranger: 403, missing: [missing, `${none}/deliveries?take=x`] },
    { ...post(`${one}/replay`, { from: "x" }), stranger: 403, missing: [missing, `${none}/replay`] },
    {
      ...post(`${one}/deliveries/${unknownUuid}/redeliver`, []),
      stranger: 403,
      missing: [missing, `${none}/deliveries/${unknownUuid}/redeliver`],
    },
  ];
  return [
    {
      method: "PATCH",
      path: of.schedule,
      bad: { name: 1 },
      stranger: 403,
      missing: [404, "/v2/schedules/999999"],
      version: schedules,
    },
    { method: "PATCH", path: of.schedule, bad: { name: 1 }, stranger: 403, missing: [404, "/v2/schedules/999999"] },
    {
      method: "PATCH",
      path: of.eventType,
      bad: { title: 1 },
      stranger: 404,
      missing: [404, noEventType],
      version: eventTypes,
    },
    { method: "PATCH", path: of.eventType, bad: { title: 1 }, stranger: 404, missing: [404, noEventType] },
    {
      ...post(`${of.eventType}/private-links`, { maxUsageCount: 0 }),
      stranger: 404,
      missing: [404, `${noEventType}/private-links`],
    },
    {
      method: "PATCH",
      path: of.link,
      bad: { maxUsageCount: 0 },
      stranger: 404,
      missing: [404, `${of.eventType}/private-links/none`],
    },
    {
      ...post(`${of.eventType}/email-verification-code/request`, {}),
      stranger: null,
      missing: [404, `${noEventType}/email-verification-code/request`],
    },
    {
      method: "GET",
      path: `${of.publicPage}?isTeamEvent=x`,
      stranger: null,
      missing: [404, `${of.publicPage.replace("/public", "x/public")}?isTeamEvent=x`],
    },
    {
      method: "PATCH",
      path: of.hold,
      bad: {},
      stranger: null,
      missing: [404, `/v2/slots/reservations/${unknownUuid}`],
      version: slots,
    },
    { method: "PATCH", path: of.absence, bad: { notes: 1 }, stranger: 403, missing: [403, "/v2/me/ooo/999999"] },
    { ...post(`${of.booking}/reschedule`, {}), stranger: null, missing: [404, `${noBooking}/reschedule`] },
    {
      ...post(`${of.booking}/cancel`, { cancellationReason: 1 }),
      stranger: null,
      missing: [404, `${noBooking}/cancel`],
    },
    { ...post(`${of.booking}/decline`, { reason: 1 }), stranger: 401, missing: [404, `${noBooking}/decline`] },
    { ...post(`${of.booking}/mark-absent`, { host: 1 }), stranger: 403, missing: [404, `${noBooking}/mark-absent`] },
    {
      ...post(`${of.booking}/mark-no-show`, { noShowHost: 1 }),
      stranger: 403,
      missing: [404, `${noBooking}/mark-no-show`],
    },
    { ...post(`${of.booking}/attendees`, {}), stranger: 403, missing: [404, `${noBooking}/attendees`] },
    { ...post(`${of.booking}/guests`, {}), stranger: 403, missing: [404, `${noBooking}/guests`] },
    {
      method: "PATCH",
      path: `${of.booking}/location`,
      bad: { location: 1 },
      stranger: 403,
      missing: [404, `${noBooking}/location`],
    },
    {
      method: "GET",
      path: `${of.booking}/references?type=x`,
      stranger: 400,
      missing: [404, `${noBooking}/references?type=x`],
    },
    { ...post(`${of.booking}/reassign/1`, { reason: 1 }), stranger: 403, missing: [404, `${noBooking}/reassign/1`] },
    ...webhooksOf(of.webhook, noWebhook, 404),
    ...webhooksOf(of.ofEventType, `${of.eventType}/webhooks/${unknownUuid}`, 404),
    { ...post(`${of.eventType}/webhooks`, {}), stranger: 403, missing: [404, `${noEventType}/webhooks`] },
    {
      method: "GET",
      path: `${of.eventType}/webhooks?take=x`,
      stranger: 403,
      missing: [404, `${noEventType}/webhooks?take=x`],
    },
  ];
}

test("a wrong body or query is told to those who may go there: others hear 401, 403 or 404 as ever", async () => {
  const [ann, ben] = [await house.user(), await house.user()];
  const things = await thingsOf(ann);
  const found: unknown[] = [];
  const wanted: unknown[] = [];
  for (const { method, path, bad, stranger, missing, version } of guarded(things)) {
    const ask = async (where: string, as: TestUser) =>
      (await house.request(method, where, bad, { as, version })).status;
    const title = `${method} ${path}`;
    found.push([title, await ask(path, ann), await ask(path, ben), await ask(missing[1], ann)]);
    wanted.push([title, 400, stranger ?? 400, missing[0]]);
  }
  expect(found).toEqual(wanted);
});

test("404 for a stranger's wrong body costs one look at whose the thing is; right bodies cost no look more", async () => {
  const [ann, ben] = [await house.user(), await house.user()];
  const path = `/v2/event-types/${await makeEventType(house, ann)}`;
  const statements = (body: object, as: TestUser) =>
    house.countStatements(() => house.patch(path, body, { as, version: newest.eventTypes }));
  const refused = await statements({ title: 1 }, ben);
  const right = await statements({ title: "New" }, ann);
  // BEGIN and COMMIT, the caller, the lock and the change; a wrong body asks for the caller and the owner.
  expect([refused, right]).toEqual([2, 5]);
});
