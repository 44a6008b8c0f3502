import type { DateOverride, WeeklyRule } from "../../core/slots/index.js";

/** Monday to Friday, nine to five: what a schedule has whose hours were not given. */
export const officeHours: readonly WeeklyRule[] = [{ days: [1, 2, 3, 4, 5], startMinute: 9 * 60, endMinute: 17 * 60 }];

/** A whole day off is written as an override without length. */
export const dayOff = (date: string): DateOverride => ({ date, startMinute: 0, endMinute: 0 });
