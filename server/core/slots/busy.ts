import { type Instant, minuteMs } from "../time/index.js";
import { type Notes, note } from "./explain.js";
import type { BusyBooking, CalendarBlock, HostFacts, SlotFacts } from "./facts.js";
import { type Spans, subtract, union } from "./spans.js";

/**
 * When bookings and calendars keep a host busy, buffers included (§8.4). Sorted; nothing touches.
 *
 * A new event with 15 minutes before and 30 after, next to a booking 12:00–13:00 that has 10 and 5 of its own, is kept
 * off 11:20–13:20: what lies between two events must hold the after-buffer of one and the before-buffer of the other.
 */
export function busyTimes(facts: SlotFacts, host: HostFacts, rescheduleUid: string | null, notes: Notes | null): Spans {
  const busy: Spans = [];
  for (const booking of host.bookings) {
    if (booking.uid !== rescheduleUid && counts(booking, facts)) addBooking(busy, booking, facts, notes);
  }
  const blocks = calendarTimes(facts, host, rescheduleUid);
  for (let i = 0; i < blocks.length; i += 2) {
    addBlock(busy, { startsAt: blocks[i]!, endsAt: blocks[i + 1]! }, facts, notes);
  }
  return union(busy);
}

/** A request for this event type blocks if the event type says so; requests for others never do. */
function counts(booking: BusyBooking, { event }: SlotFacts): boolean {
  return !booking.isPending || (booking.isOwnEventType && event.blocksUnconfirmed);
}

function addBooking(busy: Spans, booking: BusyBooking, facts: SlotFacts, notes: Notes | null) {
  const { startsAt, endsAt } = booking;
  const from = startsAt - (booking.bufferBeforeMinutes + facts.event.bufferAfterMinutes) * minuteMs;
  const to = endsAt + (booking.bufferAfterMinutes + facts.event.bufferBeforeMinutes) * minuteMs;
  if (isShared(booking, facts)) {
    busy.push(from, startsAt, endsAt, to);
  } else {
    busy.push(from, to);
    if (notes !== null) note(notes, "booking", startsAt, endsAt, booking.uid);
  }
  if (notes !== null) noteBuffers(notes, booking, from, to, booking.uid);
}

/** Others may join a seated booking, full or not: it keeps only its buffers free. A single seat is nothing to share. */
function isShared(booking: BusyBooking, { event }: SlotFacts): boolean {
  return booking.isOwnEventType && event.seatsPerTimeSlot !== null && event.seatsPerTimeSlot >= 2;
}

function addBlock(busy: Spans, { startsAt, endsAt }: CalendarBlock, { event }: SlotFacts, notes: Notes | null) {
  const from = startsAt - event.bufferAfterMinutes * minuteMs;
  const to = endsAt + event.bufferBeforeMinutes * minuteMs;
  busy.push(from, to);
  if (notes === null) return;
  note(notes, "calendar", startsAt, endsAt);
  noteBuffers(notes, { startsAt, endsAt }, from, to, null);
}

function noteBuffers(notes: Notes, event: CalendarBlock, from: Instant, to: Instant, uid: string | null) {
  note(notes, "buffer", from, event.startsAt, uid);
  note(notes, "buffer", event.endsAt, to, uid);
}

/** Calendars mirror our own bookings: what mirrors an open seated booking, or the one to be moved, is not busy. */
function calendarTimes(facts: SlotFacts, host: HostFacts, rescheduleUid: string | null): Spans {
  if (host.calendarBlocks.length === 0) return [];
  const openSeats = uidsWithSeats(facts);
  const mirrored = host.bookings.filter(
    (booking) => booking.uid === rescheduleUid || (isShared(booking, facts) && openSeats.has(booking.uid)),
  );
  return subtract(spansOf(host.calendarBlocks), spansOf(mirrored));
}

function uidsWithSeats({ event, seatBookings }: SlotFacts): Set<string> {
  const open = seatBookings.filter((booking) => booking.taken < (event.seatsPerTimeSlot ?? 0));
  return new Set(open.map((booking) => booking.uid));
}

function spansOf(events: readonly CalendarBlock[]): Spans {
  const spans: Spans = [];
  for (const { startsAt, endsAt } of events) spans.push(startsAt, endsAt);
  return union(spans);
}
