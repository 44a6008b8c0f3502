import type { SlotFacts } from "../../../core/slots/index.js";
import { dayMs, type Interval, repeat } from "../../../core/time/index.js";
import { invalid } from "../../../errors.js";
import type { EventType, Recurrence } from "../../event-types/index.js";
import type { NewBooking } from "../contract.js";

/** A request for each occurrence of a series, at the same time on the booker's wall. */
export function occurrencesOf(input: NewBooking, recurrence: Recurrence): [NewBooking, ...NewBooking[]] {
  const { start, attendee, recurrenceCount = recurrence.occurrences } = input;
  const [, ...later] = repeat(start, recurrence, recurrenceCount, attendee.timeZone);
  return [input, ...later.map((startsAt) => ({ ...input, start: startsAt }))];
}

// As far as a recurrence of an event type may reach.
const longestMs = 3_660 * dayMs;

/** Refuses occurrences that cannot be a series of this event type. */
export function checkSeries({ id, recurrence }: EventType, occurrences: readonly NewBooking[]): void {
  if (!recurrence) throw invalid(`The event type with id=${id} is not recurring.`);
  if (occurrences.some(({ eventTypeId }) => eventTypeId !== id)) {
    throw invalid("All occurrences of a series must have the same eventTypeId.");
  }
  if (occurrences.length > recurrence.occurrences) {
    throw invalid("Provided recurrence count is higher than the event type's recurring event count.");
  }
  const starts = occurrences.map(({ start }) => start);
  if (Math.max(...starts) - Math.min(...starts) > longestMs)
    throw invalid("A series must not reach further than ten years.");
}

/** The facts once this time is booked too: the later occurrences of a series meet the earlier ones. */
export function afterBooking(facts: SlotFacts, { from: startsAt, to: endsAt }: Interval): SlotFacts {
  const { bufferBeforeMinutes, bufferAfterMinutes } = facts.event;
  const booked = { uid: "", startsAt, endsAt };
  const busy = { ...booked, bufferBeforeMinutes, bufferAfterMinutes, isPending: false, isOwnEventType: true };
  return {
    ...facts,
    hosts: facts.hosts.map((host) => ({ ...host, bookings: [...host.bookings, busy] })),
    ownBookings: [...facts.ownBookings, { ...booked, organizerId: facts.hosts[0]?.id ?? 0 }],
  };
}

/** The facts of hosts who work day and night and are never away; what they have booked stays. */
export function atAnyHour(facts: SlotFacts): SlotFacts {
  const schedule = { zone: "UTC", rules: [{ days: [0, 1, 2, 3, 4, 5, 6], startMinute: 0, endMinute: 1_439 }] };
  const always = { ...schedule, overrides: [], travel: [] };
  return { ...facts, hosts: facts.hosts.map((host) => ({ ...host, schedule: always, outOfOffice: [] })) };
}
