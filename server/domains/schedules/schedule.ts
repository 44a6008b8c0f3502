import type { DateOverride, WeeklyRule } from "../../core/slots/index.js";

/** A person's weekly hours and the dates that differ from them, as wall-clock times of one zone. */
export interface Schedule {
  id: number;
  ownerId: number;
  name: string;
  timeZone: string;
  isDefault: boolean;
  /** The owner has no other one. */
  isOnlyOne: boolean;
  weekly: Stored<WeeklyRule>[];
  overrides: Stored<DateOverride>[];
}

/** With the number of its row, which only the oldest dialect shows. */
export type Stored<Rule> = Rule & { id: number };

/** What may be said of a schedule; what is absent stays as it is. */
export interface ScheduleChanges {
  name?: string;
  timeZone?: string;
  /** Only `true` does something: a default is replaced, never taken away. */
  isDefault?: boolean;
  weekly?: WeeklyRule[];
  overrides?: DateOverride[];
}

export interface NewSchedule extends ScheduleChanges {
  name: string;
  timeZone: string;
}

/** A schedule after a change, and what the oldest dialect tells beside it. */
export interface UpdatedSchedule {
  schedule: Schedule;
  previousDefaultId: number | null;
  currentDefaultId: number | null;
  eventTypes: UsingEventType[];
}

/** An event type that has its hours from the schedule. */
export interface UsingEventType {
  id: number;
  customName: string | null;
}
