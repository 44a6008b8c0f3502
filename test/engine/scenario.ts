import { readFileSync } from "node:fs";

/** One line of the recorded corpus; see test/corpus/slots.jsonl. */
export interface Scenario {
  id: string;
  kind: "personal" | "collective" | "roundRobin" | "dynamic";
  users: { as: string; timeZone: string }[];
  calls: Call[];
  queries: { path: string; version: string; params: Record<string, string | number | string[]> }[];
  answers: { verdict: "same" | "differs"; expected: Record<string, string>; why?: string[] }[];
}

export interface Call {
  as?: string;
  by?: string;
  method: string;
  path: string;
  body?: CallBody;
}

/** The properties of all request bodies of the corpus, side by side. */
export interface CallBody {
  timeZone?: string;
  isDefault?: boolean;
  availability?: { days: string[]; startTime: string; endTime: string }[];
  overrides?: { date: string; startTime: string; endTime: string }[];
  lengthInMinutes?: number;
  lengthInMinutesOptions?: number[];
  slotInterval?: number;
  minimumBookingNotice?: number;
  beforeEventBuffer?: number;
  afterEventBuffer?: number;
  offsetStart?: number;
  onlyShowFirstAvailableSlot?: boolean;
  scheduleId?: string;
  schedulingType?: string;
  hosts?: { userId: string; mandatory?: boolean }[];
  seats?: { seatsPerTimeSlot: number };
  bookingWindow?: { type: string; value: string[] };
  bookingLimitsCount?: Limits;
  bookingLimitsDuration?: Limits;
  confirmationPolicy?: { blockUnconfirmedBookingsInBooker: boolean };
  slug?: string;
  eventTypeId?: string;
  start?: string;
  attendee?: { email: string };
  slotStart?: string;
  slotDuration?: number;
}

export interface Limits {
  day?: number;
  week?: number;
  month?: number;
  year?: number;
}

export function readScenarios(): Scenario[] {
  const text = readFileSync(new URL("../corpus/slots.jsonl", import.meta.url), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Scenario => JSON.parse(line));
}

/** referenceOf("{{s1.id}}") // "s1" */
export function referenceOf(placeholder: string): string {
  return /\{\{(\w+)\./.exec(placeholder)?.[1] ?? "";
}
