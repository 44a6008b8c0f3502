import type { Instant } from "../time/index.js";
import type { SeatBooking, SlotFacts, SlotSeats } from "./facts.js";

/** The seats of any start of a seated event type (§8.11); null for an event type without seats. */
export function seatsByStart(facts: SlotFacts): ((startsAt: Instant) => SlotSeats) | null {
  const total = facts.event.seatsPerTimeSlot;
  if (total === null) return null;
  const held = new Map<Instant, number>();
  for (const { startsAt, isSeat, isOwnEventType } of facts.holds) {
    if (isSeat && isOwnEventType) held.set(startsAt, (held.get(startsAt) ?? 0) + 1);
  }
  const bookings = new Map<Instant, SeatBooking>();
  for (const booking of facts.seatBookings) {
    if (!bookings.has(booking.startsAt)) bookings.set(booking.startsAt, booking);
  }
  return (startsAt) => {
    const booking = bookings.get(startsAt);
    const booked = (booking?.taken ?? 0) + (held.get(startsAt) ?? 0);
    return { booked, remaining: Math.max(0, total - booked), total, bookingUid: booking?.uid ?? null };
  };
}
