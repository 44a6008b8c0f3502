import type { Actor, Context } from "../../../context.js";
import { forbidden, invalid, type Refusal, unauthenticated } from "../../../errors.js";
import type { BookableEventType, EventType } from "../../event-types/index.js";
import type { NewBooking } from "../contract.js";
import { checkWelcome } from "./people.js";
import { checkResponses } from "./responses.js";

type Asker = Pick<Context, "actor" | "settings">;

/** Refuses what can be known to be wrong before anything is looked at but the event type. */
export function checkRequest(ctx: Asker, bookable: BookableEventType, input: NewBooking): void {
  const { actor, settings } = ctx;
  const { eventType } = bookable;
  checkCaller(actor, bookable);
  checkTeamOnly(eventType, input);
  checkRecurrence(eventType, input);
  if (input.lengthInMinutes !== undefined && !eventType.lengthOptions.includes(input.lengthInMinutes)) {
    const allowed = eventType.lengthOptions.join(", ") || "none";
    throw invalid(`lengthInMinutes is not one of the lengths of the event type with id=${eventType.id}: ${allowed}.`);
  }
  checkResponses(eventType, input);
  checkGuests(eventType, input);
  checkWelcome(settings.blockedEmails, input.attendee.email);
}

function checkCaller(actor: Actor, { eventType, owner }: BookableEventType): void {
  if (!eventType.requiresAuthentication) return;
  if (actor.kind !== "user") throw unauthenticated("This event type requires authentication to be booked.");
  if (actor.user.id !== owner.id && !actor.user.isOperator) {
    throw forbidden("Only the owner of this event type may book it.");
  }
}

/** What chooses among the hosts of a team says nothing of one person: it is refused rather than passed over. */
function checkTeamOnly({ id }: EventType, { instant, routing, rrHostSubsetIds }: NewBooking): void {
  if (instant) {
    throw invalid("Instant bookings are only supported for team event types, not individual user event types.");
  }
  const given = routing ? "routing" : rrHostSubsetIds ? "rrHostSubsetIds" : null;
  if (given !== null) throw hostsOfOne(given, id);
}

export const hostsOfOne = (field: string, id: number | undefined): Refusal =>
  invalid(`${field} chooses among the hosts of a team, and the event type with id=${id} belongs to one person.`);

function checkRecurrence({ id, recurrence, seats }: EventType, { recurrenceCount }: NewBooking): void {
  if (recurrence && seats) throw invalid("recurring_event_seats_error");
  if (recurrenceCount === undefined) return;
  if (!recurrence) {
    throw invalid(
      `recurrenceCount can be used with recurring event types only, and the event type with id=${id} is not.`,
    );
  }
  if (recurrenceCount > recurrence.occurrences) {
    throw invalid("Provided recurrence count is higher than the event type's recurring event count.");
  }
}

function checkGuests({ disablesGuests }: EventType, { guests = [] }: NewBooking): void {
  if (guests.length > 0 && disablesGuests) throw invalid("This event type does not allow guests.");
  const addresses = new Set(guests.map((email) => email.toLowerCase()));
  if (addresses.size < guests.length) throw invalid("guests property is wrong, emails must be unique.");
}
