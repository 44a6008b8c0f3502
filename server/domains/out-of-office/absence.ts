import type { Instant } from "../../core/time/index.js";

/** Whole days on which somebody takes no bookings. Dates are inclusive, `YYYY-MM-DD`. */
export interface Absence {
  id: number;
  uuid: string;
  userId: number;
  /** Who stands in, told to the booker; it adds none of that person's time. */
  toUserId: number | null;
  startDate: string;
  endDate: string;
  reason: string;
  notes: string | null;
  createdAt: Instant;
  updatedAt: Instant;
}

export const reasons = ["unspecified", "vacation", "travel", "sick", "public_holiday"] as const;

export interface AbsencePage {
  take: number;
  skip: number;
  sortStart?: "asc" | "desc";
  sortEnd?: "asc" | "desc";
}
