import { z } from "zod";
import { dayMs, formatUtc, type Instant, minuteMs, parseDate, utcDateAt } from "../../../core/time/index.js";
import { instant, instantText, listUpTo } from "../../../wire.js";
import { utcMinuteAt } from "../clock.js";
import { LegacyOverrideInput, maxOverrides, readChanges, scheduleFields } from "../contract.js";
import type { Schedule, ScheduleChanges, UpdatedSchedule } from "../schedule.js";

/** The first dialect: local times travel as timestamps whose UTC clock is meant. */

const Range = z.object({ start: instant, end: instant });
type Range = z.output<typeof Range>;

const maxRangesPerDay = 50;

export const UpdateScheduleInput20240415 = z
  .object({
    ...scheduleFields,
    dateOverrides: listUpTo(maxOverrides, LegacyOverrideInput).optional(),
    schedule: z.array(listUpTo(maxRangesPerDay, Range)).length(7, "must hold seven lists, Sunday first").optional(),
  })
  .partial()
  .transform(({ schedule, ...wire }): ScheduleChanges => {
    const changes = readChanges(wire);
    return { ...changes, weekly: changes.weekly ?? (schedule && weeklyRules(schedule)) };
  })
  .meta({ id: "UpdateScheduleInput_2024_04_15" });

/** Days with the same hours share a rule, as a reader of the answer expects Monday to Friday in one row. */
function weeklyRules(schedule: Range[][]): ScheduleChanges["weekly"] {
  const rules = new Map<string, { days: number[]; startMinute: number; endMinute: number }>();
  schedule.forEach((ranges, day) => {
    for (const { start, end } of ranges) {
      const hours = { startMinute: utcMinuteAt(start), endMinute: utcMinuteAt(end) };
      const rule = rules.get(JSON.stringify(hours)) ?? { days: [], ...hours };
      if (!rule.days.includes(day)) rule.days.push(day);
      rules.set(JSON.stringify(hours), rule);
    }
  });
  return [...rules.values()];
}

const Row = z
  .object({
    id: z.int(),
    userId: z.int(),
    eventTypeId: z.null(),
    days: z.array(z.int()),
    startTime: instantText,
    endTime: instantText,
    date: instantText.nullable(),
    scheduleId: z.int(),
  })
  .meta({ id: "AvailabilityModel_2024_04_15" });

const TextRange = z.object({ start: instantText, end: instantText });

export const ScheduleOutput20240415 = z
  .object({
    id: z.int(),
    name: z.string(),
    isManaged: z.boolean(),
    workingHours: z.array(z.object({ days: z.array(z.int()), startTime: z.int(), endTime: z.int(), userId: z.int() })),
    schedule: z.array(Row),
    availability: z.array(z.array(TextRange)),
    timeZone: z.string(),
    dateOverrides: z.array(z.object({ ranges: z.array(TextRange) })),
    isDefault: z.boolean(),
    isLastSchedule: z.boolean(),
    readOnly: z.boolean(),
    userId: z.int(),
  })
  .meta({ id: "ScheduleOutput_2024_04_15" });

/** A schedule as the first version shows it on the day of `now`. */
export const scheduleView20240415 = (schedule: Schedule, now: Instant): z.input<typeof ScheduleOutput20240415> => ({
  id: schedule.id,
  name: schedule.name,
  isManaged: false,
  workingHours: schedule.weekly
    .filter(({ startMinute, endMinute }) => startMinute < endMinute)
    .map(({ days, startMinute, endMinute }) => ({
      days: [...days],
      startTime: startMinute,
      endTime: endMinute,
      userId: schedule.ownerId,
    })),
  schedule: rows(schedule),
  availability: weekOf(schedule, now),
  timeZone: schedule.timeZone,
  dateOverrides: upcoming(schedule, now),
  isDefault: schedule.isDefault,
  isLastSchedule: schedule.isOnlyOne,
  readOnly: false,
  userId: schedule.ownerId,
});

function rows({ id: scheduleId, ownerId: userId, weekly, overrides }: Schedule): z.input<typeof Row>[] {
  const owner = { userId, eventTypeId: null, scheduleId };
  return [
    ...weekly.map(({ id, days, ...hours }) => ({ id, ...owner, days: [...days], ...clocks(hours), date: null })),
    ...overrides.map(({ id, date, ...hours }) => ({ id, ...owner, days: [], ...clocks(hours), date: onDate(date, 0) })),
  ];
}

const clocks = ({ startMinute, endMinute }: { startMinute: number; endMinute: number }) => ({
  startTime: formatUtc(startMinute * minuteMs),
  endTime: formatUtc(endMinute * minuteMs),
});

const onDate = (date: string, minute: number): string => formatUtc((parseDate(date) ?? 0) * dayMs + minute * minuteMs);

/** The weekly hours of each weekday, Sunday first, drawn on today's date. */
function weekOf({ weekly }: Schedule, now: Instant): z.input<typeof TextRange>[][] {
  const today = utcDateAt(now) * dayMs;
  const week = [0, 1, 2, 3, 4, 5, 6];
  return week.map((day) =>
    weekly
      .filter(({ days }) => days.includes(day))
      .map(({ startMinute, endMinute }) => ({
        start: formatUtc(today + startMinute * minuteMs),
        end: formatUtc(today + (endMinute === lastMinute ? dayMs - 1 : endMinute * minuteMs)),
      })),
  );
}

/** 23:59 stands for midnight. */
const lastMinute = 24 * 60 - 1;

/** The overrides from today on, those of one date together, the next date first. */
function upcoming({ overrides }: Schedule, now: Instant): { ranges: z.input<typeof TextRange>[] }[] {
  const byDate = new Map<string, z.input<typeof TextRange>[]>();
  for (const { date, startMinute, endMinute } of overrides) {
    const ranges = byDate.get(date) ?? [];
    ranges.push({ start: onDate(date, startMinute), end: onDate(date, endMinute) });
    byDate.set(date, ranges);
  }
  const today = formatUtc(now).slice(0, 10);
  return [...byDate]
    .filter(([date]) => date >= today)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ranges]) => ({ ranges }));
}

export const UpdatedScheduleOutput20240415 = z
  .object({
    schedule: z.object({
      id: z.int(),
      userId: z.int(),
      name: z.string(),
      timeZone: z.string(),
      eventType: z.array(z.object({ id: z.int(), eventName: z.string().nullable() })),
      availability: z.array(Row),
    }),
    availability: z.array(z.array(TextRange)),
    timeZone: z.string(),
    isDefault: z.boolean(),
    prevDefaultId: z.int().optional(),
    currentDefaultId: z.int().optional(),
  })
  .meta({ id: "UpdatedScheduleOutput_2024_04_15" });

/** A changed schedule: this version answers with another shape than when it is read. */
export const updatedScheduleView20240415 = (
  { schedule, eventTypes, previousDefaultId, currentDefaultId }: UpdatedSchedule,
  now: Instant,
): z.input<typeof UpdatedScheduleOutput20240415> => ({
  schedule: {
    id: schedule.id,
    userId: schedule.ownerId,
    name: schedule.name,
    timeZone: schedule.timeZone,
    eventType: eventTypes.map(({ id, customName }) => ({ id, eventName: customName })),
    availability: rows(schedule),
  },
  availability: weekOf(schedule, now),
  timeZone: schedule.timeZone,
  isDefault: schedule.isDefault,
  prevDefaultId: previousDefaultId ?? undefined,
  currentDefaultId: currentDefaultId ?? undefined,
});
