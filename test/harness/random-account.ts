import { weekDays } from "../../server/wire.js";
import { type Dice, interestingDay, newDice, randomSchedule, zones } from "../engine/random-case.js";

/** Whose event type a time is taken by: the one that is asked about, another one of the host, one that the host attends. */
export type Occasion = "asked" | "other" | "attended";

/** An account made from a number, in the words of the API: the same number, the same account. */
export interface RandomAccount {
  seed: number;
  now: string;
  zone: string;
  bookerZone: string;
  /** The first and the last date to ask slots for. */
  start: string;
  end: string;
  schedules: object[];
  /** Whether the event type has the first schedule as its own; the last one is the default. */
  hasOwnSchedule: boolean;
  eventType: { lengthInMinutes: number } & Record<string, unknown>;
  other: { lengthInMinutes: number } & Record<string, unknown>;
  /** One of the lengths of the event type, where it has several. */
  chosenLength: number | null;
  absence: { start: string; end: string } | null;
  bookings: { of: Occasion; start: string }[];
  holds: { of: Occasion; start: string }[];
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
const windowDays = 4;

export function randomAccount(seed: number): RandomAccount {
  const dice = newDice(seed);
  const zone = dice.pick(zones);
  const from = interestingDay(dice, zone) - dayMs;
  const schedules = Array.from({ length: dice.pick([1, 1, 2]) }, () => schedule(dice, zone, from));
  const now = from + (dice.int(4 * 1_440) - 3 * 1_440) * minuteMs + dice.pick([0, 0, 20_000]);
  const { lengthInMinutesOptions, ...eventType } = randomEventType(dice, from, now);
  return {
    seed,
    now: new Date(now).toISOString(),
    zone,
    bookerZone: dice.chance(0.25) ? zone : dice.pick(zones),
    start: dateOf(from),
    end: dateOf(from + (windowDays - 1) * dayMs),
    schedules,
    hasOwnSchedule: dice.chance(0.4),
    eventType: { ...eventType, ...(lengthInMinutesOptions && { lengthInMinutesOptions }) },
    other: { lengthInMinutes: dice.pick([15, 40, 60]), ...buffers(dice), ...confirmation(dice) },
    chosenLength: lengthInMinutesOptions && dice.chance(0.7) ? dice.pick(lengthInMinutesOptions) : null,
    absence: dice.chance(0.3) ? absence(dice, from) : null,
    bookings: times(dice, from, dice.int(7), ["asked", "asked", "other", "other", "attended"]),
    holds: times(dice, from, dice.int(3), ["asked", "other"]),
  };
}

const dateOf = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

function schedule(dice: Dice, home: string, from: number): object {
  const zone = dice.chance(0.7) ? home : dice.pick(zones);
  const { rules, overrides } = randomSchedule(dice, zone, { from });
  const hours = rules.map(({ days, ...times }) => ({ days: days.map(nameOfDay), ...clocks(times) }));
  // Without a few long days most accounts would have nothing to offer.
  if (dice.chance(0.75)) hours.push({ days: [...weekDays], startTime: "08:00", endTime: "20:00" });
  const exceptions = overrides.map(({ date, ...times }) => ({ date, ...clocks(times) }));
  return { name: "Hours", timeZone: zone, isDefault: true, availability: hours, overrides: exceptions };
}

const nameOfDay = (day: number): (typeof weekDays)[number] => weekDays.find((_, i) => (i + 1) % 7 === day) ?? "Sunday";

const clocks = ({ startMinute, endMinute }: { startMinute: number; endMinute: number }) => ({
  startTime: clock(startMinute),
  endTime: clock(endMinute),
});

const clock = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");

function randomEventType(dice: Dice, from: number, now: number) {
  const lengthInMinutes = dice.pick([15, 20, 25, 30, 30, 45, 50, 60, 60, 90]);
  const options = [lengthInMinutes, dice.pick([10, 40, 75])];
  return {
    lengthInMinutes,
    lengthInMinutesOptions: dice.chance(0.25) ? options : null,
    slotInterval: dice.chance(0.4) ? dice.pick([5, 7, 10, 15, 20, 30, 45]) : null,
    offsetStart: dice.chance(0.2) ? dice.pick([5, 7, 10]) : 0,
    minimumBookingNotice: dice.pick([0, 0, 30, 120, 1_440]),
    ...buffers(dice),
    ...(dice.chance(0.5) && { bookingWindow: bookingWindow(dice, from, now) }),
    ...(dice.chance(0.25) && { bookingLimitsCount: limits(dice, [1, 2, 3]) }),
    ...(dice.chance(0.25) && { bookingLimitsDuration: limits(dice, [60, 120, 180]) }),
    ...(dice.chance(0.15) && { showOptimizedSlots: true }),
    ...(dice.chance(0.1) && { onlyShowFirstAvailableSlot: true }),
    ...(dice.chance(0.3) ? seats(dice) : confirmation(dice)),
  };
}

const buffers = (dice: Dice) => ({
  beforeEventBuffer: dice.chance(0.3) ? dice.pick([5, 10, 45]) : 0,
  afterEventBuffer: dice.chance(0.3) ? dice.pick([5, 15, 60]) : 0,
});

const seats = (dice: Dice) => ({
  seats: { seatsPerTimeSlot: dice.pick([1, 2, 2, 3]), showAttendeeInfo: true, showAvailabilityCount: true },
});

function confirmation(dice: Dice) {
  if (dice.chance(0.6)) return {};
  const blockUnconfirmedBookingsInBooker = dice.chance(0.5);
  const always = { type: "always", blockUnconfirmedBookingsInBooker };
  const noticeThreshold = { unit: "hours", count: dice.pick([12, 48]) };
  const late = { type: "time", noticeThreshold, blockUnconfirmedBookingsInBooker };
  return { confirmationPolicy: dice.chance(0.5) ? always : late };
}

/** A window that mostly ends within the days to ask slots for. */
function bookingWindow(dice: Dice, from: number, now: number): object {
  const first = from + dice.int(2) * dayMs;
  if (dice.chance(0.2)) return { type: "range", value: [dateOf(first), dateOf(first + dice.int(3) * dayMs)] };
  const value = Math.max(0, Math.ceil((first - now) / dayMs)) + dice.int(2);
  return { type: dice.pick(["calendarDays", "calendarDays", "businessDays"]), value, rolling: dice.chance(0.5) };
}

/** A limit of the larger period may not be below that of the smaller one. */
function limits(dice: Dice, values: readonly number[]): object {
  const day = dice.pick(values);
  const week = day + dice.pick(values);
  return dice.pick([{ day }, { week }, { day, week }]);
}

function absence(dice: Dice, from: number) {
  const first = from + dice.int(windowDays) * dayMs;
  return { start: `${dateOf(first)}T00:00:00Z`, end: `${dateOf(first + dice.int(2) * dayMs)}T12:00:00Z` };
}

function times(dice: Dice, from: number, count: number, occasions: readonly Occasion[]) {
  const unit = dice.pick([1, 5, 15, 30]);
  return Array.from({ length: count }, () => {
    const minute = dice.int(((windowDays + 1) * 1_440) / unit) * unit;
    return { of: dice.pick(occasions), start: new Date(from - dayMs / 2 + minute * minuteMs).toISOString() };
  });
}
