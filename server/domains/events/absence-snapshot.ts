import type { Instant } from "../../core/time/index.js";

/** What every `out-of-office.*` event carries: the entry as it stood right after the change. Dates are inclusive. */
export interface AbsenceSnapshot {
  absence: {
    id: number;
    uuid: string;
    startDate: string;
    endDate: string;
    reason: string;
    notes: string | null;
    createdAt: Instant;
    updatedAt: Instant;
  };
  user: SnapshotColleague;
  /** Who stands in. */
  toUser: SnapshotColleague | null;
}

export interface SnapshotColleague {
  id: number;
  name: string | null;
  username: string;
  email: string;
  timeZone: string;
}
