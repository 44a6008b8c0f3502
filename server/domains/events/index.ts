export type { AbsenceSnapshot, SnapshotColleague } from "./absence-snapshot.js";
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
export type { EventKind, LoggedEvent, NewEvent, RecordedEvent } from "./event.js";
export { forgetEvents } from "./forget.js";
export type { MeetingSnapshot, SnapshotParticipant } from "./meeting-snapshot.js";
export { publishEvents, type Witness } from "./publish.js";
export {
  findNews,
  getEvents,
  insertHearings,
  latestPosition,
  listEventsAfter,
  listEventsBetween,
  recordingParts,
} from "./queries.js";
export { recordEvent, recordEvents } from "./record.js";
