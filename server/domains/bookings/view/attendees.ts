import type { AddedAttendee } from "../add-attendee.js";
import type { Attendee } from "../booking.js";
import { attendeeView } from "../view.js";

export const attendeeWithIdView = (attendee: Attendee) => ({ id: attendee.id, ...attendeeView(attendee) });

export const attendeesView = (attendees: readonly Attendee[]) => attendees.map(attendeeWithIdView);

export const addedAttendeeView = ({ attendee, bookingId }: AddedAttendee) => ({
  ...attendeeWithIdView(attendee),
  bookingId,
});
