import { conflict, forbidden, invalid } from "../../../errors.js";
import type { Booking, NewAttendee, Seat } from "../booking.js";

const mostGuests = 30;

/** The people who are not in the booking yet, each once. */
export function newcomers<Person extends { email: string }>(booking: Booking, people: readonly Person[]): Person[] {
  const known = new Set(booking.attendees.map(({ email }) => mailbox(email)));
  return people.filter(({ email }) => {
    const isNew = !known.has(mailbox(email));
    known.add(mailbox(email));
    return isNew;
  });
}

/** Where mail arrives in the end: neither case nor a `+tag` makes another person. */
const mailbox = (email: string): string => email.toLowerCase().replace(/\+[^@]*@/, "@");

/** Refuses somebody whom the operator does not let book. */
export function checkWelcome(blocked: readonly string[], email: string | undefined): void {
  if (email !== undefined && isBlocked(blocked, email)) throw forbidden("Cannot use this email to create the booking.");
}

export const isBlocked = (blocked: readonly string[], email: string): boolean =>
  blocked.some((one) => mailbox(one) === mailbox(email));

/** Refuses more people than the seats, or than a booking may have guests. */
export function checkRoom({ attendees, eventType }: Booking, added: number): void {
  const total = attendees.length + added;
  if (eventType?.seats) {
    if (total > eventType.seats.seatsPerTimeSlot) throw conflict("No more seats left at this seated booking.");
  } else if (total > mostGuests + 1) {
    throw invalid(`A booking can have at most ${mostGuests} guests besides the booker.`);
  }
}

/** What the hidden question for guests means: nobody may be brought along. */
export function checkGuestsAllowed({ eventType }: Booking): void {
  const field = eventType?.bookingFields.find(({ slug }) => slug === "guests");
  if (field?.hidden) throw invalid("This event type does not allow guests.");
}

/** The list of guests among the answers, with those who joined; seated bookings have none. */
export function guestsWith({ responses }: Booking, joined: readonly NewAttendee[]): string[] {
  const { guests } = responses;
  const before: string[] = Array.isArray(guests) ? guests : [];
  return [...before, ...joined.map(({ email }) => email)];
}

/** The seat of somebody who was added by another: the form was never answered for him. */
export const seatFor = ({ eventType }: Booking, uid: string, answers: { name: string; email: string }): Seat | null =>
  eventType?.seats ? { uid, responses: answers, metadata: {} } : null;
