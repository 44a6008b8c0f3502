export type {
  BookingSnapshot,
  MovedBooking,
  SnapshotAbsence,
  SnapshotBooking,
  SnapshotEventType,
  SnapshotField,
  SnapshotOrganizer,
  SnapshotPerson,
} from "./booking-snapshot.js";
export type { EventKind, NewEvent, RecordedEvent } from "./event.js";
export { getEvent, recordingParts } from "./queries.js";
export { recordEvent, recordEvents } from "./record.js";
