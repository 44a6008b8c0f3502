import { weekDays } from "../../wire.js";
import { clockOfMinute } from "./clock.js";
import type { Schedule } from "./schedule.js";

/** A schedule as 2024-06-11 shows it. */
export const scheduleView = (schedule: Schedule) => ({
  id: schedule.id,
  ownerId: schedule.ownerId,
  name: schedule.name,
  timeZone: schedule.timeZone,
  availability: schedule.weekly.map(({ days, ...range }) => ({ days: days.map(dayName), ...clocks(range) })),
  isDefault: schedule.isDefault,
  overrides: schedule.overrides.map(({ date, ...range }) => ({ date, ...clocks(range) })),
});

const dayName = (day: number) => weekDays[(day + 6) % 7];

const clocks = ({ startMinute, endMinute }: { startMinute: number; endMinute: number }) => ({
  startTime: clockOfMinute(startMinute),
  endTime: clockOfMinute(endMinute),
});
