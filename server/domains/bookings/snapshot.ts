import type { BookingField } from "../event-types/index.js";
import type { BookingSnapshot, NewEvent } from "../events/index.js";
import type { Booking, NewAttendee } from "./booking.js";

/** How a change came about, for those who are told of it. */
export interface ChangeDetails {
  /** The booking that this one replaced. */
  from?: Booking;
  /** The attendee whose seat was taken, moved or freed. */
  onSeat?: NewAttendee;
  /** Those who sat down together, where they are several: the one above and the guests who came along. */
  seated?: readonly NewAttendee[];
  /** Made together with an earlier occurrence of its series. */
  isLaterOccurrence?: boolean;
  /** Those that were made or decided together with it. */
  later?: readonly Booking[];
  /** Whom no mail tells of it. */
  silences?: BookingSnapshot["silences"];
  /** Occurrences of the same series that were cancelled along with it. */
  alsoCancelled?: readonly Booking[];
}

/** A booking that is written, or about to be: its attendees need no ids yet. */
export type SnapshotSource = Omit<Booking, "attendees"> & { attendees: readonly NewAttendee[] };

/** The parts of an event that tell of a booking: whose it is, which one, and how it stands now. */
export function snapshotOf(
  booking: SnapshotSource,
  { from, onSeat, seated, isLaterOccurrence, later, silences, alsoCancelled }: ChangeDetails = {},
): Pick<NewEvent, "userId" | "subject" | "data"> {
  const seatUid = onSeat?.seat?.uid;
  const data: BookingSnapshot = {
    booking: { ...bare(booking), responses: onSeat?.seat?.responses ?? booking.responses },
    rescheduledFrom: from ? timeOf(from) : null,
    eventType: booking.eventType && {
      ...booking.eventType,
      bookingFields: booking.eventType.bookingFields.map(fieldOf),
    },
    organizer: booking.organizer,
    attendees: (seated ?? (onSeat ? [onSeat] : booking.attendees)).map(
      ({ name, email, timeZone, locale, phoneNumber, seat }) => ({
        name,
        email,
        timeZone,
        locale,
        phoneNumber,
        ...(seat && { seatUid: seat.uid }),
      }),
    ),
    ...(seatUid && { seatUid }),
    ...(isLaterOccurrence && { isLaterOccurrence }),
    ...(later?.length && { laterStarts: later.map(({ startsAt }) => startsAt) }),
    ...(silences && { silences }),
    ...(alsoCancelled?.length && { alsoCancelled: alsoCancelled.map(entryOf) }),
  };
  return { userId: booking.organizer?.id ?? null, subject: booking.uid, data };
}

const timeOf = ({ id, uid, startsAt, endsAt }: Booking) => ({ id, uid, startsAt, endsAt });

const entryOf = (booking: Booking) => {
  const { icalUid, icalSequence } = booking;
  return { ...timeOf(booking), icalUid, icalSequence };
};

const bare = ({ eventType: _, organizer: __, attendees: ___, ...booking }: SnapshotSource) => booking;

/** Of the form only what labels the answers. */
const fieldOf = ({ type, slug, isDefault, label, hidden }: BookingField) => ({ type, slug, isDefault, label, hidden });
