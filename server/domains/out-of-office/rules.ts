import { parseInstant } from "../../core/time/index.js";
import { conflict, invalid } from "../../errors.js";

export interface Days {
  startDate: string;
  endDate: string;
}

/** The whole UTC days from start to end. */
export function daysOf(start: string, end: string): Days {
  const days = { startDate: dateOf(start), endDate: dateOf(end) };
  if (Date.parse(start) > Date.parse(end)) throw invalid("Start date must be before end date.");
  return days;
}

/** The same where both may be missing, but not one. */
export function bothDays(start: string | undefined, end: string | undefined): Days | null {
  if (start === undefined && end === undefined) return null;
  if (start === undefined || end === undefined) throw invalid("Please specify both ooo start and end time.");
  return daysOf(start, end);
}

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{3})?Z$/;

function dateOf(text: string): string {
  if (!pattern.test(text) || parseInstant(text) === null) throw invalid("Invalid Date.");
  return text.slice(0, 10);
}

/** Only somebody of a common team or organization can stand in, and there are none yet. */
export function checkRedirect(userId: number, toUserId: number | null | undefined): void {
  if (toUserId === null || toUserId === undefined) return;
  throw invalid(toUserId === userId ? "Cannot redirect to self." : "Cannot redirect to this user.");
}

/** The refusal of a second entry for the same days. */
export const twin = () => conflict("Ooo entry already exists.");
