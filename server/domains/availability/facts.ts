import type {
  BookingWindow as BookingWindowFacts,
  BusyBooking,
  EventFacts,
  HostFacts,
  PeriodLimits,
  ScheduleFacts,
  SlotFacts,
} from "../../core/slots/index.js";
import type { Instant } from "../../core/time/index.js";
import type { Db } from "../../store/store.js";
import type { BookingWindow, Limits } from "../event-types/index.js";
import type { StoredSlots } from "./contract.js";
import { type EventRow, type FactsWanted, type FactsWindow, type HostRow, loadHostRows } from "./queries.js";

/** What the engine needs, and of whom it tells. */
export interface LoadedFacts {
  facts: LoadedSlotFacts;
  /** null for a dynamic group, which is stored nowhere. */
  eventTypeId: number | null;
  slug: string;
  /** The account that the event type belongs to; a dynamic group belongs to nobody. */
  ownerId: number | null;
  /** By user: the tokens of what these facts were found from. */
  revisions: ReadonlyMap<number, string>;
}

type LoadedSlotFacts = Omit<SlotFacts, "holds"> & { holds: readonly LoadedHold[] };

/** Known with the moment at which it ends by itself. */
type LoadedHold = SlotFacts["holds"][number] & { releaseAt: Instant };

/** The facts of an event type in one statement, or null if there is none of that id. */
export async function loadFacts(
  db: Db,
  { eventTypeId }: { eventTypeId: number },
  window: FactsWindow,
  wanted?: FactsWanted,
): Promise<LoadedFacts | null> {
  const rows = await loadHostRows(db, { eventTypeId }, window, wanted);
  return rows[0]?.event ? factsOf(rows) : null;
}

/** What was found under a name: the facts, or what there is none of. */
export type Found = LoadedFacts | "no-user" | "no-event-type";

/** The facts of whatever was named, in one statement. */
export async function findFacts(db: Db, of: StoredSlots, window: FactsWindow, wanted?: FactsWanted): Promise<Found> {
  if (of.kind === "id") return (await loadFacts(db, of, window, wanted)) ?? "no-event-type";
  if (of.kind === "slug")
    return foundIn(await loadHostRows(db, { username: of.username, slug: of.slug }, window, wanted));
  return groupIn(await loadHostRows(db, { usernames: of.usernames }, window, wanted), of.usernames.length);
}

/** The same for many at once: one statement for each way of naming, however many there are. */
export async function findManyFacts(db: Db, all: readonly StoredSlots[], window: FactsWindow): Promise<Found[]> {
  const ids = all.flatMap((of) => (of.kind === "id" ? [of.eventTypeId] : []));
  const slugs = all.flatMap((of) => (of.kind === "slug" ? [{ username: of.username, slug: of.slug }] : []));
  const names = all.flatMap((of) => (of.kind === "group" ? of.usernames : []));
  const byId = await placed(ids.length, () => loadHostRows(db, { eventTypeIds: ids }, window));
  const bySlug = await placed(slugs.length, () => loadHostRows(db, { slugs }, window));
  const byName = await placed(names.length, () => loadHostRows(db, { usernames: names }, window));
  return all.map((of) => {
    if (of.kind === "id") return foundIn(byId(1), "no-event-type");
    if (of.kind === "slug") return foundIn(bySlug(1));
    return groupIn(byName(of.usernames.length), of.usernames.length);
  });
}

/** Hands out the rows of the next so many places. */
async function placed(count: number, load: () => Promise<HostRow[]>): Promise<(places: number) => HostRow[]> {
  const rows = count > 0 ? await load() : [];
  let given = 0;
  return (places) => {
    const from = given;
    given += places;
    return rows.filter(({ place }) => place > from && place <= given);
  };
}

function foundIn(rows: readonly HostRow[], orElse: Found = "no-user"): Found {
  if (rows.length === 0) return orElse;
  return rows[0]?.event ? factsOf(rows) : "no-event-type";
}

const groupIn = (rows: readonly HostRow[], size: number): Found => (rows.length === size ? factsOf(rows) : "no-user");

export type { FactsWanted, FactsWindow };

function factsOf(rows: readonly HostRow[]): LoadedFacts {
  const first = rows[0] as HostRow;
  const { event } = first;
  return {
    eventTypeId: event?.id ?? null,
    slug: event?.slug ?? "dynamic",
    ownerId: event ? first.userId : null,
    revisions: new Map(rows.map(({ userId, revision }) => [userId, revision ?? ""])),
    facts: {
      event: event ? eventFacts(event, first) : groupFacts(first),
      hosts: rows.map(hostFacts),
      holds: rows.flatMap((row) => row.holds.map(holdFacts)),
      seatBookings: first.ownBookings.map(([uid, startsAt, endsAt, , taken]) => ({ uid, startsAt, endsAt, taken })),
      ownBookings: first.ownBookings.map(([uid, startsAt, endsAt, organizerId]) => ({
        uid,
        startsAt,
        endsAt,
        organizerId,
      })),
    },
  };
}

function eventFacts(event: EventRow, host: HostRow): EventFacts {
  const zone = host.scheduleZone ?? host.userZone;
  return {
    scheduling: "personal",
    lengthMinutes: event.lengthMinutes,
    lengthOptions: event.lengthOptions ?? [],
    slotIntervalMinutes: event.slotIntervalMinutes,
    offsetStartMinutes: event.offsetStartMinutes,
    noticeMinutes: event.noticeMinutes,
    bufferBeforeMinutes: event.bufferBeforeMinutes,
    bufferAfterMinutes: event.bufferAfterMinutes,
    bookingWindow: bookingWindow(event.bookingWindow, zone),
    countLimits: periodLimits(event.bookingLimits),
    durationLimits: periodLimits(event.durationLimits),
    periodZone: event.scheduleId === null ? host.userZone : zone,
    showOptimizedSlots: event.showsOptimizedSlots,
    onlyShowFirstAvailableSlot: event.showsFirstSlotOnly,
    seatsPerTimeSlot: event.seats?.seatsPerTimeSlot ?? null,
    blocksUnconfirmed: event.confirmationPolicy?.blockUnconfirmedBookingsInBooker ?? false,
  };
}

function bookingWindow(window: BookingWindow | null, zone: string): BookingWindowFacts {
  if (!window) return { kind: "unlimited" };
  if (window.type !== "range") return { kind: window.type, days: window.value, isRolling: window.rolling };
  const [fromDate, toDate] = window.value;
  return { kind: "range", fromDate: fromDate.slice(0, 10), toDate: toDate.slice(0, 10), zone };
}

const periodLimits = (limits: Limits | null): PeriodLimits => ({
  day: limits?.day ?? null,
  week: limits?.week ?? null,
  month: limits?.month ?? null,
  year: limits?.year ?? null,
});

/** What a dynamic group has instead of settings. */
const groupFacts = (first: HostRow): EventFacts => ({
  scheduling: "dynamic",
  lengthMinutes: 30,
  lengthOptions: [15, 30, 45, 60, 90],
  slotIntervalMinutes: null,
  offsetStartMinutes: 0,
  noticeMinutes: 120,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  bookingWindow: { kind: "unlimited" },
  countLimits: periodLimits(null),
  durationLimits: periodLimits(null),
  periodZone: first.userZone,
  showOptimizedSlots: false,
  onlyShowFirstAvailableSlot: false,
  seatsPerTimeSlot: null,
  blocksUnconfirmed: false,
});

function hostFacts(row: HostRow): HostFacts {
  return {
    id: row.userId,
    isFixed: true,
    group: null,
    schedule: row.scheduleZone === null ? implicitSchedule(row.userZone) : scheduleFacts(row, row.scheduleZone),
    outOfOffice: row.outOfOffice.map(([startDate, endDate]) => ({ startDate, endDate })),
    bookings: [...hostedBookings(row), ...row.attended.map(attendedBooking)].sort((a, b) => a.startsAt - b.startsAt),
    calendarBlocks: [],
    calendarFailed: false,
  };
}

function hostedBookings({ bookings, buffers, event }: HostRow): BusyBooking[] {
  if (bookings === null) return [];
  const buffersOf = new Map(buffers.map(([id, before, after]) => [id, { before, after }]));
  return bookings.split(",").map((text) => hostedBooking(text, event?.id ?? 0, buffersOf));
}

/** Reads `startsAt-endsAt[p][/eventTypeId][ uid]`, see `queries.ts`. */
function hostedBooking(
  text: string,
  ownEventTypeId: number,
  buffersOf: ReadonlyMap<number, { before: number; after: number }>,
): BusyBooking {
  const [times = "", uid = ""] = text.split(" ");
  const [span = "", otherId] = times.split("/");
  const dash = span.indexOf("-");
  const isPending = span.endsWith("p");
  const buffers = buffersOf.get(otherId === undefined ? ownEventTypeId : Number(otherId));
  return {
    uid,
    startsAt: Number(span.slice(0, dash)),
    endsAt: Number(isPending ? span.slice(dash + 1, -1) : span.slice(dash + 1)),
    bufferBeforeMinutes: buffers?.before ?? 0,
    bufferAfterMinutes: buffers?.after ?? 0,
    isPending,
    isOwnEventType: otherId === undefined,
  };
}

function attendedBooking([uid, startsAt, endsAt, isPending, isOwn, before, after]: HostRow["attended"][number]) {
  const buffers = { bufferBeforeMinutes: before, bufferAfterMinutes: after };
  return { uid, startsAt, endsAt, ...buffers, isPending, isOwnEventType: isOwn };
}

function scheduleFacts(row: HostRow, zone: string): ScheduleFacts {
  const facts = {
    zone,
    rules: [] as ScheduleFacts["rules"][number][],
    overrides: [] as ScheduleFacts["overrides"][number][],
  };
  for (const [days, date, startMinute, endMinute] of row.rules) {
    if (date === null) facts.rules.push({ days, startMinute, endMinute });
    else facts.overrides.push({ date, startMinute, endMinute });
  }
  const travel = row.travel.map(([startDate, endDate, travelZone]) => ({ startDate, endDate, zone: travelZone }));
  return { ...facts, travel: row.isDefaultSchedule ? travel : [] };
}

/** A person without any schedule is bookable all the same. */
const implicitSchedule = (zone: string): ScheduleFacts => ({
  zone,
  rules: [{ days: [1, 2, 3, 4, 5], startMinute: 9 * 60, endMinute: 17 * 60 }],
  overrides: [],
  travel: [],
});

const holdFacts = ([startsAt, endsAt, isSeat, isOwnEventType, releaseAt]: HostRow["holds"][number]) => ({
  startsAt,
  endsAt,
  isSeat,
  isOwnEventType,
  releaseAt,
});
