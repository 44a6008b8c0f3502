import type { Instant } from "../../core/time/index.js";
import type { BookingSnapshot, SnapshotPerson } from "./booking-snapshot.js";

/** What `booking.started` and `booking.ended` carry besides: the booking is told more fully, with who is known to be absent. */
export interface MeetingSnapshot extends BookingSnapshot {
  meeting: {
    participants: readonly SnapshotParticipant[];
    isHostAbsent: boolean;
    lengthMinutes: number;
    createdAt: Instant;
    updatedAt: Instant;
  };
}

export interface SnapshotParticipant extends SnapshotPerson {
  id: number;
  isAbsent: boolean;
}
