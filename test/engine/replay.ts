import {
  admit,
  type BookingWindow,
  type EventFacts,
  type HostFacts,
  type PeriodLimits,
  type ScheduleFacts,
  type SlotFacts,
  type SlotQuery,
} from "../../server/core/slots/index.js";
import {
  formatDate,
  type Instant,
  minuteMs,
  parseDate,
  parseInstant,
  utcDateAt,
} from "../../server/core/time/index.js";
import { type Call, type CallBody, type Limits, referenceOf, type Scenario } from "./scenario.js";

/** A time before all recorded dates at which the scenarios are played. */
const now = Date.UTC(2026, 5, 1);

/** What a scenario's calls have set up: a small house without doors. */
export class Replay {
  readonly users = new Map<string, User>();
  readonly schedules = new Map<string, ScheduleFacts>();
  readonly eventTypes = new Map<string, EventType>();
  readonly bookings: Booking[] = [];
  readonly reservations: Reservation[] = [];

  constructor(scenario: Scenario) {
    for (const { as, timeZone } of scenario.users) {
      const id = this.users.size + 1;
      this.users.set(as, { as, id, timeZone, schedule: scheduleOf({ timeZone, availability: officeHours }) });
    }
    for (const call of scenario.calls) this.play(call);
  }

  private play(call: Call) {
    const body = call.body ?? {};
    const verb = /^\/v2\/bookings\/\{\{(\w+)\.uid\}\}\/(\w+)$/.exec(call.path);
    if (call.path === "/v2/schedules") this.addSchedule(call, body);
    else if (call.path.endsWith("/event-types")) this.addEventType(call, body);
    else if (call.path === "/v2/bookings") this.book(call.as!, body);
    else if (call.path === "/v2/slots/reservations") this.reserve(body);
    else if (verb !== null) this.settle(verb[1]!, verb[2]!);
  }

  private addSchedule(call: Call, body: CallBody) {
    const schedule = scheduleOf(body);
    this.schedules.set(call.as!, schedule);
    if (body.isDefault) this.users.get(call.by!)!.schedule = schedule;
  }

  private addEventType(call: Call, body: CallBody) {
    const hosts = body.hosts?.map((host) => ({
      user: this.users.get(referenceOf(host.userId))!,
      isFixed: body.schedulingType === "roundRobin" ? host.mandatory === true : true,
    }));
    const owner = { user: this.users.get(call.by!)!, isFixed: true };
    const schedule = body.scheduleId === undefined ? null : this.schedules.get(referenceOf(body.scheduleId))!;
    this.eventTypes.set(call.as!, { as: call.as!, body, hosts: hosts ?? [owner], schedule });
  }

  private book(as: string, body: CallBody) {
    const eventType = this.eventTypes.get(referenceOf(body.eventTypeId!))!;
    const startsAt = parseInstant(body.start!)!;
    const endsAt = startsAt + (body.lengthInMinutes ?? eventType.body.lengthInMinutes!) * minuteMs;
    const seated = this.bookings.find(
      (booking) => eventType.body.seats && booking.eventType === eventType && booking.startsAt === startsAt,
    );
    if (seated !== undefined) {
      seated.taken++;
      seated.names.push(as);
      return;
    }
    const isPending = eventType.body.confirmationPolicy !== undefined;
    const hosts = this.hostsFor(eventType, startsAt, endsAt);
    const attendee = this.users.get(referenceOf(/^\{\{\w+\.email\}\}$/.exec(body.attendee!.email)?.[0] ?? ""));
    const involved = attendee === undefined ? hosts : [...hosts, attendee];
    this.bookings.push({
      names: [as],
      eventType,
      startsAt,
      endsAt,
      isPending,
      organizer: hosts[0]!,
      involved,
      taken: 1,
    });
  }

  /** Organizer first. Round robin takes whoever was booked longest ago. */
  private hostsFor(eventType: EventType, startsAt: Instant, endsAt: Instant): User[] {
    const everyone = eventType.hosts.map(({ user }) => user);
    if (eventType.body.schedulingType !== "roundRobin") return everyone;
    const query = { ...neutralQuery, from: startsAt, to: endsAt };
    const answer = admit(this.factsOf(eventType), query, { from: startsAt, to: endsAt }, { skipBookingLimits: true });
    const free = answer.kind === "free" ? answer.hostIds : [];
    const fixed = eventType.hosts.filter(({ isFixed }) => isFixed).map(({ user }) => user);
    const rotating = everyone.filter((user) => free.includes(user.id) && !fixed.includes(user));
    rotating.sort((a, b) => this.lastBooked(eventType, a) - this.lastBooked(eventType, b));
    return [...fixed, ...rotating.slice(0, 1)];
  }

  private lastBooked(eventType: EventType, user: User): number {
    return this.bookings.findLastIndex(
      (booking) => booking.eventType === eventType && !booking.isPending && booking.involved.includes(user),
    );
  }

  private reserve(body: CallBody) {
    const eventType = this.eventTypes.get(referenceOf(body.eventTypeId!))!;
    const startsAt = parseInstant(body.slotStart!)!;
    const endsAt = startsAt + (body.slotDuration ?? eventType.body.lengthInMinutes!) * minuteMs;
    const isSeat = eventType.body.seats !== undefined;
    this.reservations.push({ eventType, holder: eventType.hosts[0]!.user, startsAt, endsAt, isSeat });
  }

  private settle(name: string, verb: string) {
    const index = this.bookings.findIndex((booking) => booking.names.includes(name));
    if (verb === "confirm") this.bookings[index]!.isPending = false;
    else this.bookings.splice(index, 1);
  }

  /** The first name under which a booking was returned: seats share one uid. */
  uidOf(name: string): string {
    return this.bookings.find((booking) => booking.names.includes(name))?.names[0] ?? name;
  }

  factsOf(eventType: EventType): SlotFacts {
    const own = this.bookings.filter((booking) => booking.eventType === eventType && !booking.isPending);
    const { hosts } = eventType;
    const seated = eventType.body.seats ? own : [];
    return {
      event: eventFacts(eventType),
      hosts: hosts.map(({ user, isFixed }) => this.hostFacts(eventType, user, isFixed)),
      holds: this.reservations
        .filter((reservation) => hosts.some(({ user }) => user === reservation.holder))
        .map((reservation) => ({ ...reservation, isOwnEventType: reservation.eventType === eventType })),
      seatBookings: seated.map(({ names, startsAt, endsAt, taken }) => ({ uid: names[0]!, startsAt, endsAt, taken })),
      ownBookings: own.map(({ names, startsAt, endsAt, organizer }) => {
        return { uid: names[0]!, startsAt, endsAt, organizerId: organizer.id };
      }),
    };
  }

  private hostFacts(eventType: EventType, user: User, isFixed: boolean): HostFacts {
    const bookings = this.bookings.filter((booking) => booking.involved.includes(user));
    return {
      id: user.id,
      isFixed,
      group: null,
      schedule: eventType.schedule ?? user.schedule,
      outOfOffice: [],
      bookings: bookings.map((booking) => ({
        uid: booking.names[0]!,
        startsAt: booking.startsAt,
        endsAt: booking.endsAt,
        bufferBeforeMinutes: booking.eventType.body.beforeEventBuffer ?? 0,
        bufferAfterMinutes: booking.eventType.body.afterEventBuffer ?? 0,
        isPending: booking.isPending,
        isOwnEventType: booking.eventType === eventType,
      })),
      calendarBlocks: [],
      calendarFailed: false,
    };
  }
}

interface User {
  as: string;
  id: number;
  timeZone: string;
  schedule: ScheduleFacts;
}

export interface EventType {
  as: string;
  body: CallBody;
  hosts: { user: User; isFixed: boolean }[];
  /** The event type's own. */
  schedule: ScheduleFacts | null;
}

interface Booking {
  names: string[];
  eventType: EventType;
  startsAt: Instant;
  endsAt: Instant;
  isPending: boolean;
  organizer: User;
  involved: User[];
  taken: number;
}

interface Reservation {
  eventType: EventType;
  holder: User;
  startsAt: Instant;
  endsAt: Instant;
  isSeat: boolean;
}

const neutralQuery: SlotQuery = { from: 0, to: 0, zone: "UTC", now, durationMinutes: null, rescheduleUid: null };

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const officeHours = [{ days: weekdays.slice(1, 6), startTime: "09:00", endTime: "17:00" }];

function scheduleOf({ timeZone, availability, overrides }: CallBody): ScheduleFacts {
  return {
    zone: timeZone!,
    rules: availability!.map(({ days, startTime, endTime }) => ({
      days: days.map((day) => weekdays.indexOf(day)),
      startMinute: minuteOf(startTime),
      endMinute: minuteOf(endTime),
    })),
    overrides: (overrides ?? []).map(({ date, startTime, endTime }) => {
      return { date, startMinute: minuteOf(startTime), endMinute: minuteOf(endTime) };
    }),
    travel: [],
  };
}

function minuteOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

function eventFacts({ body, hosts, schedule }: EventType): EventFacts {
  const first = hosts.find(({ isFixed }) => !isFixed) ?? hosts[0]!;
  return {
    scheduling: body.schedulingType === "roundRobin" ? "roundRobin" : "collective",
    lengthMinutes: body.lengthInMinutes!,
    lengthOptions: body.lengthInMinutesOptions ?? [],
    slotIntervalMinutes: body.slotInterval ?? null,
    offsetStartMinutes: body.offsetStart ?? 0,
    noticeMinutes: body.minimumBookingNotice ?? 120,
    bufferBeforeMinutes: body.beforeEventBuffer ?? 0,
    bufferAfterMinutes: body.afterEventBuffer ?? 0,
    bookingWindow: bookingWindowOf(body, (schedule ?? first.user.schedule).zone),
    countLimits: limitsOf(body.bookingLimitsCount),
    durationLimits: limitsOf(body.bookingLimitsDuration),
    periodZone: schedule?.zone ?? first.user.timeZone,
    showOptimizedSlots: false,
    onlyShowFirstAvailableSlot: body.onlyShowFirstAvailableSlot ?? false,
    seatsPerTimeSlot: body.seats?.seatsPerTimeSlot ?? null,
    blocksUnconfirmed: body.confirmationPolicy?.blockUnconfirmedBookingsInBooker ?? false,
  };
}

function bookingWindowOf({ bookingWindow }: CallBody, zone: string): BookingWindow {
  if (bookingWindow === undefined) return { kind: "unlimited" };
  return { kind: "range", fromDate: bookingWindow.value[0]!, toDate: bookingWindow.value[1]!, zone };
}

function limitsOf(limits: Limits = {}): PeriodLimits {
  return { day: limits.day ?? null, week: limits.week ?? null, month: limits.month ?? null, year: limits.year ?? null };
}

type Params = Scenario["queries"][number]["params"];

/** The event that a query's parameters name, and the query as the engine takes it. */
export function readQuery(replay: Replay, path: string, params: Params): { facts: SlotFacts; query: SlotQuery } {
  const text = (name: string) => (params[name] === undefined ? undefined : String(params[name]));
  const isLegacy = path === "/v2/slots/available";
  const from = parseInstant(text("start") ?? text("startTime") ?? "", { allowDate: true })!;
  const to = parseInstant(text("end") ?? text("endTime") ?? "", { allowDate: true })!;
  const uid = text("bookingUidToReschedule") ?? text("rescheduleUid");
  const query: SlotQuery = {
    from,
    to: isLegacy ? to : widenedEnd(to),
    zone: text("timeZone") ?? "UTC",
    now,
    durationMinutes: params.duration === undefined ? null : Number(params.duration),
    rescheduleUid: uid === undefined ? null : replay.uidOf(referenceOf(uid)),
  };
  const names = params["usernameList[]"];
  if (Array.isArray(names) && names.length > 1) return { facts: groupFacts(replay, names), query };
  const byId =
    params.eventTypeId === undefined ? undefined : replay.eventTypes.get(referenceOf(String(params.eventTypeId)));
  const eventType = byId ?? [...replay.eventTypes.values()].find(({ body }) => body.slug === params.eventTypeSlug);
  return { facts: replay.factsOf(eventType!), query };
}

function widenedEnd(to: Instant): Instant {
  return parseDate(formatDate(utcDateAt(to)))! * 86_400_000 === to ? to + 86_399_000 : to;
}

function groupFacts(replay: Replay, names: string[]): SlotFacts {
  const hosts = names.map((name) => ({ user: replay.users.get(referenceOf(name))!, isFixed: true }));
  return replay.factsOf({ as: "", body: { lengthInMinutes: 30, minimumBookingNotice: 120 }, hosts, schedule: null });
}
