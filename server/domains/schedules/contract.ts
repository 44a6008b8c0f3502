import { z } from "zod";
import type { DateOverride, WeeklyRule } from "../../core/slots/index.js";
import { formatDate, parseInstant, utcDateAt } from "../../core/time/index.js";
import { idParam } from "../../operation.js";
import { instant, listUpTo, textUpTo, weekDays, zoneName } from "../../wire.js";
import { minuteOfClock, utcMinuteAt } from "./clock.js";
import { dayOff, officeHours } from "./rules.js";
import type { NewSchedule, ScheduleChanges } from "./schedule.js";

export const ScheduleParams = z.object({ scheduleId: idParam });

export const maxWeekly = 100;
/** Nearly three years of days. */
export const maxOverrides = 1_000;

/** A text that `read` turns into a value, or refuses with null. */
const textRead = <T>(read: (text: string) => T | null, problem: { rule: string; message: string }, wire: object) =>
  z
    .string()
    .transform((text, ctx) => {
      const value = read(text);
      if (value !== null) return value;
      ctx.addIssue({ code: "custom", message: problem.message, params: { rule: problem.rule } });
      return z.NEVER;
    })
    .meta({ override: { type: "string", ...wire } });

const notAClock = { rule: "matches", message: "must be a valid time format HH:MM" };
const clockShape = { pattern: "^([01]\\d|2[0-3]):[0-5]\\d$", examples: ["09:00"] };

const clock = textRead(minuteOfClock, notAClock, clockShape);

// The document offers the strict form only: what SDKs and tools are made from should not spread the lenient one.
const clockOrTimestamp = textRead((text) => minuteOfClock(text) ?? minuteOfTimestamp(text), notAClock, clockShape);

function minuteOfTimestamp(text: string): number | null {
  const value = parseInstant(text);
  return value === null ? null : utcMinuteAt(value);
}

const utcDate = textRead(
  (text) => {
    const value = parseInstant(text, { allowDate: true });
    return value === null ? null : formatDate(utcDateAt(value));
  },
  { rule: "isIso8601", message: "must be a valid ISO 8601 date string" },
  { format: "date", examples: ["2026-12-24"] },
);

const dayNames = weekDays.map((name) => name.toLowerCase());

const days = listUpTo(7, z.unknown())
  .transform((values, ctx) => {
    const numbers = values.map(readDay);
    if (numbers.every((day) => day !== null)) return numbers;
    const message = `each value in days must be one of the following values: ${weekDays.join(", ")}`;
    ctx.addIssue({ code: "custom", message, params: { rule: "isIn" } });
    return z.NEVER;
  })
  .meta({ override: { type: "array", items: { type: "string", enum: [...weekDays] } } });

/** 0 = Sunday … 6 = Saturday, from a name in any case or the number itself. */
function readDay(value: unknown): number | null {
  if (typeof value === "number") return Number.isInteger(value) && value >= 0 && value <= 6 ? value : null;
  const index = typeof value === "string" ? dayNames.indexOf(value.toLowerCase()) : -1;
  return index < 0 ? null : (index + 1) % 7;
}

const WeeklyInput = z
  .object({ days, startTime: clockOrTimestamp, endTime: clockOrTimestamp })
  .transform(({ days, startTime, endTime }): WeeklyRule => ({ days, startMinute: startTime, endMinute: endTime }))
  .meta({ id: "ScheduleAvailabilityInput_2024_06_11" });

/** The oldest dialect's weekly hours: numbered days, and timestamps of which only the UTC clock counts. */
const LegacyWeeklyInput = z
  .object({ days: listUpTo(7, z.int().min(0).max(6)), startTime: instant, endTime: instant })
  .transform(
    ({ days, startTime, endTime }): WeeklyRule => ({
      days,
      startMinute: utcMinuteAt(startTime),
      endMinute: utcMinuteAt(endTime),
    }),
  )
  .meta({ id: "CreateAvailabilityInput_2024_04_15" });

const overrideFields = { startTime: clock.nullish(), endTime: clock.nullish() };

const OverrideInput = z
  .object({ date: utcDate, ...overrideFields })
  .transform(readOverride)
  .meta({ id: "ScheduleOverrideInput_2024_06_11" });

/** Element of the oldest dialect's `dateOverrides`: an override by its date, or two instants whose UTC clock is meant. */
export const LegacyOverrideInput = z
  .object({ date: utcDate.optional(), ...overrideFields, start: instant.optional(), end: instant.optional() })
  .transform((wire, ctx): DateOverride => {
    const { date, start, end } = wire;
    if (date !== undefined) return readOverride({ ...wire, date }, ctx);
    if (start !== undefined && end !== undefined) {
      return { date: formatDate(utcDateAt(start)), startMinute: utcMinuteAt(start), endMinute: utcMinuteAt(end) };
    }
    for (const name of ["start", "end"] as const) {
      if (wire[name] === undefined) ctx.addIssue({ ...missing("must be a valid ISO 8601 date string"), path: [name] });
    }
    return z.NEVER;
  })
  .meta({ id: "DateOverrideInput_2024_04_15" });

interface OverrideWire {
  date: string;
  startTime?: number | null;
  endTime?: number | null;
}

function readOverride({ date, startTime, endTime }: OverrideWire, ctx: z.RefinementCtx): DateOverride {
  if (startTime == null && endTime == null) return dayOff(date);
  if (startTime != null && endTime != null) return { date, startMinute: startTime, endMinute: endTime };
  ctx.addIssue({ ...missing(notAClock.message), path: [startTime == null ? "startTime" : "endTime"] });
  return z.NEVER;
}

const missing = (message: string) => ({ code: "custom" as const, message, params: { rule: "isDefined" } });

/**
 * What every version accepts: the newest properties, and next to them the spellings of the oldest dialect and of the
 * published agent skill. A property's name tells how it is read, so that nothing is ambiguous.
 */
export const scheduleFields = {
  name: textUpTo(255),
  timeZone: zoneName,
  isDefault: z.boolean().optional(),
  availability: listUpTo(maxWeekly, WeeklyInput).optional(),
  availabilities: listUpTo(maxWeekly, LegacyWeeklyInput).optional(),
  overrides: listUpTo(maxOverrides, OverrideInput).optional(),
  dateOverrides: listUpTo(maxOverrides, OverrideInput).optional(),
};

export const CreateScheduleInput = z
  .object(scheduleFields)
  .transform(({ name, timeZone, ...wire }): NewSchedule => {
    // An empty `availabilities` means office hours, as in the dialect it comes from; an empty `availability` means none.
    const weekly = wire.availability ?? (wire.availabilities?.length ? wire.availabilities : [...officeHours]);
    return { name, timeZone, isDefault: wire.isDefault, weekly, overrides: wire.overrides ?? wire.dateOverrides ?? [] };
  })
  .meta({ id: "CreateScheduleInput_2024_06_11" });

export const UpdateScheduleInput = z
  .object(scheduleFields)
  .partial()
  .transform(readChanges)
  .meta({ id: "UpdateScheduleInput_2024_06_11" });

type ChangesWire = Partial<z.output<z.ZodObject<typeof scheduleFields>>>;

/** Of two spellings of the same thing the newest one is heard. */
export function readChanges({ name, timeZone, isDefault, ...wire }: ChangesWire): ScheduleChanges {
  const weekly = wire.availability ?? wire.availabilities;
  return { name, timeZone, isDefault, weekly, overrides: wire.overrides ?? wire.dateOverrides };
}

const clockText = z.string();

export const ScheduleOutput = z
  .object({
    id: z.int(),
    ownerId: z.int(),
    name: z.string(),
    timeZone: z.string(),
    availability: z.array(z.object({ days: z.array(z.enum(weekDays)), startTime: clockText, endTime: clockText })),
    isDefault: z.boolean(),
    overrides: z.array(z.object({ date: z.string(), startTime: clockText, endTime: clockText })),
  })
  .meta({ id: "ScheduleOutput_2024_06_11" });
