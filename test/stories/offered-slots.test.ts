import { sql } from "kysely";
import { afterAll, describe, expect, test } from "vitest";
import { type Dice, newDice } from "../engine/random-case.js";
import { away, book, makeEventType, newest } from "../harness/fixtures.js";
import { type Answer, type TestUser, useHouse } from "../harness/house.js";
import { type Occasion, type RandomAccount, randomAccount } from "../harness/random-account.js";

/**
 * Slots and bookings, asked through the door, say the same about random accounts. Bookings need not lie on the grid, and
 * busy times shift it; so what is refused is looked for on a grid of single minutes, where "not offered" means "not free".
 *
 * `KALENDS_SEED=… KALENDS_CASES=1 npx vitest run test/stories/offered-slots` repeats one account.
 */
const accountCount = Number(process.env.KALENDS_CASES ?? 25);
const firstSeed = Number(process.env.KALENDS_SEED ?? Date.now() % 1_000_000_000);
const seeds = Array.from({ length: accountCount }, (_, i) => (firstSeed + i * 7_919) >>> 0);
const minuteMs = 60_000;
const dayMs = 86_400_000;

const house = useHouse();
const totals = { booked: 0, refused: 0, accountsWithoutOffers: 0 };

/** An account that stands in the house. */
interface Scene {
  account: RandomAccount;
  dice: Dice;
  host: TestUser;
  eventTypeId: number;
  lengthMs: number;
  holds: { from: number; to: number }[];
  guestCount: number;
}

interface Offer {
  startsAt: number;
  seatsRemaining?: number;
  seatsTotal?: number;
}

/** What every failure tells: the account, how to have it again, and the instant. */
function told({ account }: Scene, what: string, startsAt?: number, answer?: Answer): string {
  const at = startsAt === undefined ? "" : ` ${iso(startsAt)}`;
  const how = `KALENDS_SEED=${account.seed} KALENDS_CASES=1`;
  return `${what}${at}\n${how}\n${JSON.stringify(account)}\n${JSON.stringify(answer?.body) ?? ""}`;
}

const iso = (instant: number): string => new Date(instant).toISOString();

describe(`every offered slot books, and what is not offered does not: accounts of seed ${firstSeed}`, () => {
  console.log(`KALENDS_SEED=${firstSeed} KALENDS_CASES=${accountCount}`);

  afterAll(() => console.log(JSON.stringify(totals)));

  test.each(seeds)("the account of seed %i", async (seed) => {
    const scene = await settle(randomAccount(seed));
    await holdAndBook(scene);
    const last = await bookSome(scene, 3);
    if (last) await cancelAgain(scene, last);
    await useMinuteGrid(scene);
    await tryEdges(scene, await tryEdges(scene, await listOf(scene)));
  });

  // Of a handful of accounts it may be that none offers anything.
  test.runIf(accountCount >= 10)("enough was booked and refused to tell", () => {
    expect(totals.booked).toBeGreaterThan(accountCount);
    expect(totals.refused).toBeGreaterThan(accountCount * 5);
  });
});

/** Makes the account, what takes its time, and the holds. */
async function settle(account: RandomAccount): Promise<Scene> {
  house.at(account.now);
  const host = await house.user({ timeZone: account.zone });
  const scheduleIds = [];
  for (const schedule of account.schedules) scheduleIds.push(await make("/v2/schedules", schedule, host));
  const own = account.hasOwnSchedule ? { scheduleId: scheduleIds[0] } : {};
  const friend = await house.user();
  const eventTypes: Record<Occasion, { id: number; owner: TestUser }> = {
    asked: { id: await makeEventType(house, host, { ...withoutNulls(account.eventType), ...own }), owner: host },
    other: { id: await makeEventType(house, host, account.other), owner: host },
    attended: { id: await makeEventType(house, friend), owner: friend },
  };
  if (account.absence) await away(house, host, account.absence);
  const lengthMs = (account.chosenLength ?? account.eventType.lengthInMinutes) * minuteMs;
  const dice = newDice(account.seed ^ 0x5bd1e995);
  const scene = { account, dice, host, eventTypeId: eventTypes.asked.id, lengthMs, holds: [], guestCount: 0 };
  for (const { of, start } of account.bookings) await takeTime(scene, eventTypes[of], of, start);
  for (const { of, start } of account.holds) await hold(scene, eventTypes[of].id, start);
  return scene;
}

const withoutNulls = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

async function make(path: string, body: object, as: TestUser): Promise<number> {
  const answer = await house.post(path, body, { as, version: newest.schedules });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.data.id;
}

/** A booking that its host makes wherever he likes: over others, outside the hours, above the limits. */
async function takeTime(scene: Scene, at: { id: number; owner: TestUser }, of: Occasion, start: string): Promise<void> {
  const flags = { allowConflicts: true, allowBookingOutOfBounds: true, skipBookingLimits: true };
  const email = of === "attended" ? scene.host.email : nextGuest(scene);
  const attendee = { name: "Gil", email, timeZone: "UTC" };
  const body = { start, eventTypeId: at.id, attendee, ...flags };
  const answer = await house.post("/v2/bookings", body, { as: at.owner, version: "2026-02-25" });
  // In the past, or a seat too many.
  if (answer.status !== 201)
    expect([400, 409], told(scene, "an earlier booking", undefined, answer)).toContain(answer.status);
  expect(await house.events()).toHaveLength(answer.status === 201 ? 1 : 0);
}

const nextGuest = (scene: Scene): string => `guest${++scene.guestCount}@example.com`;

/** Whether a time could be held. */
async function hold(scene: Scene, eventTypeId: number, slotStart: string): Promise<boolean> {
  const answer = await house.post("/v2/slots/reservations", { eventTypeId, slotStart }, { version: newest.slots });
  expect([201, 422], told(scene, `a hold at ${slotStart}`, undefined, answer)).toContain(answer.status);
  if (answer.status !== 201) return false;
  const { slotStart: from, slotEnd: to } = answer.body.data;
  scene.holds.push({ from: Date.parse(from), to: Date.parse(to) });
  return true;
}

/** The answer, and the starts in it. */
interface List {
  data: Record<string, object[]>;
  offers: Offer[];
}

async function listOf(scene: Scene): Promise<List> {
  const { start, end, bookerZone: timeZone, chosenLength } = scene.account;
  const query = new URLSearchParams({ eventTypeId: String(scene.eventTypeId), start, end, timeZone });
  if (chosenLength !== null) query.set("duration", String(chosenLength));
  const answer = await house.get(`/v2/slots?${query}`, { version: newest.slots });
  expect(answer.status, told(scene, "the slots", undefined, answer)).toBe(200);
  const days = Object.values<(Omit<Offer, "startsAt"> & { start: string })[]>(answer.body.data);
  const offers = days.flat().map(({ start, ...seats }) => ({ ...seats, startsAt: Date.parse(start) }));
  return { data: answer.body.data, offers };
}

const isOpen = ({ seatsRemaining = 1 }: Offer): boolean => seatsRemaining > 0;

function tryToBook(scene: Scene, startsAt: number): Promise<Answer> {
  const attendee = { name: "Gil", email: nextGuest(scene), timeZone: scene.account.bookerZone };
  const lengthInMinutes = scene.account.chosenLength ?? undefined;
  return book(house, scene.eventTypeId, iso(startsAt), { attendee, lengthInMinutes });
}

/** How much there is of what a booking writes. */
async function rowCounts(): Promise<object | undefined> {
  const { rows } = await sql<object>`
    select (select count(*) from bookings) as bookings, (select count(*) from attendees) as attendees,
      (select count(*) from seats) as seats, (select count(*) from occupied_times) as times`.execute(house.store.db);
  return rows[0];
}

interface Booked {
  uid: string;
  seatUid?: string;
  status: "accepted" | "pending";
}

/** Books what is offered, and reads the list again, which must know at once. */
async function bookOffer(scene: Scene, before: List, offer: Offer): Promise<{ booked: Booked; after: List }> {
  const { startsAt, seatsRemaining = 1, seatsTotal = 1 } = offer;
  const answer = await tryToBook(scene, startsAt);
  expect(answer.status, told(scene, "offered, but refused:", startsAt, answer)).toBe(201);
  totals.booked++;
  const booked: Booked = answer.body.data;
  const kind = booked.status === "pending" ? "booking.requested" : "booking.created";
  expect(await house.events()).toEqual([{ kind, subject: booked.uid, userId: scene.host.id }]);
  const after = await listOf(scene);
  const now = after.offers.find((one) => one.startsAt === startsAt);
  if (booked.status === "pending" && !blocksUnconfirmed(scene)) {
    expect(after.data, told(scene, "a request changed the slots:", startsAt)).toEqual(before.data);
  } else if (seatsTotal < 2) {
    expect(now, told(scene, "booked, but still offered:", startsAt)).toBeUndefined();
  } else if (now || !mayCloseSeats(scene)) {
    expect(now?.seatsRemaining, told(scene, "seats of a booked slot:", startsAt)).toBe(seatsRemaining - 1);
  }
  return { booked, after };
}

const blocksUnconfirmed = ({ account }: Scene): boolean => {
  const policy = account.eventType.confirmationPolicy as { blockUnconfirmedBookingsInBooker: boolean } | undefined;
  return policy?.blockUnconfirmedBookingsInBooker === true;
};

/** A limit may close the day of a seated slot, and its buffers may shift the grid away from it. */
const mayCloseSeats = ({ account: { eventType } }: Scene): boolean =>
  ["bookingLimitsCount", "bookingLimitsDuration"].some((name) => name in eventType) ||
  ["beforeEventBuffer", "afterEventBuffer"].some((name) => eventType[name] !== 0);

/** A hold takes a slot from the list, and from nobody. */
async function holdAndBook(scene: Scene): Promise<void> {
  const open = (await listOf(scene)).offers.filter(isOpen);
  if (open.length === 0) totals.accountsWithoutOffers++;
  if (open.length === 0 || scene.account.chosenLength !== null) return;
  const { startsAt, seatsTotal } = scene.dice.pick(open);
  if (!(await hold(scene, scene.eventTypeId, iso(startsAt)))) return;
  const now = (await listOf(scene)).offers.map((offer) => offer.startsAt);
  if (!seatsTotal) expect(now, told(scene, "held, but still offered:", startsAt)).not.toContain(startsAt);
  const answer = await tryToBook(scene, startsAt);
  expect(answer.status, told(scene, "held by another, but refused:", startsAt, answer)).toBe(201);
  totals.booked++;
  expect(await house.events()).toHaveLength(1);
}

/** A booking, and the list as it was before it. */
interface Undoable {
  startsAt: number;
  booked: Booked;
  before: List;
}

/** Books so many offers, each from the list that the one before has left; the last of them. */
async function bookSome(scene: Scene, count: number): Promise<Undoable | null> {
  let last: Undoable | null = null;
  let list = await listOf(scene);
  for (let i = 0; i < count; i++) {
    const full = list.offers.find((offer) => !isOpen(offer) && !isHeld(scene, offer.startsAt));
    if (full) await expectRefused(scene, full.startsAt);
    const open = list.offers.filter(isOpen);
    if (open.length === 0) break;
    const { startsAt, ...seats } = scene.dice.pick(open);
    const { booked, after } = await bookOffer(scene, list, { startsAt, ...seats });
    last = { startsAt, booked, before: list };
    list = after;
  }
  return last;
}

async function cancelAgain(scene: Scene, { startsAt, booked: { uid, seatUid }, before }: Undoable): Promise<void> {
  const answer = await house.post(`/v2/bookings/${uid}/cancel`, { seatUid }, { version: newest.bookings });
  expect(answer.status, told(scene, "could not be cancelled:", startsAt, answer)).toBe(200);
  expect(await house.events()).toEqual([{ kind: "booking.cancelled", subject: uid, userId: scene.host.id }]);
  const { data } = await listOf(scene);
  expect(data, told(scene, "cancelled, but not as before:", startsAt)).toEqual(before.data);
}

async function useMinuteGrid({ host, eventTypeId }: Scene): Promise<void> {
  const body = { slotInterval: 1, offsetStart: 0, showOptimizedSlots: false, onlyShowFirstAvailableSlot: false };
  const options = { as: host, version: newest.eventTypes };
  expect((await house.patch(`/v2/event-types/${eventTypeId}`, body, options)).status).toBe(200);
}

/** Whether a hold of somebody else hides this start from the list; it may be booked all the same. */
const isHeld = ({ holds, lengthMs }: Scene, startsAt: number): boolean =>
  holds.some(({ from, to }) => from < startsAt + lengthMs && startsAt < to);

/**
 * Minutes that are not offered are refused, at the edge of those that are and elsewhere; then one at the edge is booked.
 * Notice and booking window show at the outermost edges.
 */
async function tryEdges(scene: Scene, list: List): Promise<List> {
  const { dice, lengthMs } = scene;
  const offered = new Set(list.offers.map(({ startsAt }) => startsAt));
  const isAtEdge = (minute: number): boolean =>
    [minute - minuteMs, minute + minuteMs].some((next) => offered.has(next) !== offered.has(minute));
  const closed = minutesOf(scene).filter((minute) => !offered.has(minute) && !booksAllTheSame(scene, minute));
  const atEdge = closed.filter(isAtEdge);
  const onPlainGrid = closed.filter((minute) => minute % lengthMs === 0 && minute > house.now);
  for (const among of [atEdge.slice(0, 1), atEdge.slice(-1), atEdge, onPlainGrid, onPlainGrid, closed]) {
    if (among.length > 0) await expectRefused(scene, dice.pick(among));
  }
  const open = list.offers.filter((offer) => isOpen(offer) && isAtEdge(offer.startsAt));
  if (open.length === 0) return list;
  const offer = dice.pick([open.slice(0, 1), open.slice(-1), open].map((among) => dice.pick(among)));
  return (await bookOffer(scene, list, offer)).after;
}

/** All minutes at which something could begin that ends in the time asked for. */
function minutesOf({ account, lengthMs }: Scene): number[] {
  const from = Date.parse(account.start);
  const count = (Date.parse(account.end) + dayMs - lengthMs - from) / minuteMs + 1;
  return Array.from({ length: count }, (_, i) => from + i * minuteMs);
}

/** What is documented to be bookable though it is not listed. */
function booksAllTheSame(scene: Scene, minute: number): boolean {
  // Nothing is listed in the first minute from now on (8.1).
  const isNow = minute >= house.now && minute < house.now + minuteMs;
  return isNow || isHeld(scene, minute);
}

async function expectRefused(scene: Scene, startsAt: number): Promise<void> {
  const before = await rowCounts();
  const answer = await tryToBook(scene, startsAt);
  expect([400, 403, 409], told(scene, "not offered, but booked:", startsAt, answer)).toContain(answer.status);
  totals.refused++;
  expect(await rowCounts(), told(scene, "refused, but written:", startsAt)).toEqual(before);
  expect(await house.events(), told(scene, "refused, but told:", startsAt)).toEqual([]);
}
