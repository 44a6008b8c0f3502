import type { Context } from "../../context.js";
import type { AdmitOptions } from "../../core/slots/index.js";
import { minuteMs } from "../../core/time/index.js";
import { conflict, forbidden, invalid, unauthenticated } from "../../errors.js";
import { brokenConstraint } from "../../store/sql.js";
import type { Tx } from "../../store/store.js";
import type { BookableEventType, EventType } from "../event-types/index.js";
import { type EventKind, type NewEvent, recordEvent } from "../events/index.js";
import { deleteHolds, findHold } from "../holds/index.js";
import { admitTime, lockAndLoad, type TimeWanted, withAlternatives } from "./admit.js";
import type { Booking, BookingPlan } from "./booking.js";
import type { NewBooking } from "./contract.js";
import { emailOf, planBooking } from "./plan.js";
import { findSameRequest, getLocked, insertAttendees, insertBooking, listActiveUids } from "./queries.js";
import { resolveEventType } from "./resolve.js";
import { checkResponses } from "./rules/responses.js";
import { needsConfirmation } from "./rules/status.js";
import { type SnapshotSource, snapshotOf } from "./snapshot.js";

/** A booking, and the seat in it that the caller just took. */
export interface Booked {
  booking: Booking;
  seatUid?: string;
}

/** Books one slot, or refuses if the host is no longer free. */
export async function createBooking(ctx: Context, input: NewBooking): Promise<Booked> {
  const bookable = await resolveEventType(ctx, input);
  checkCaller(ctx, bookable);
  checkInput(bookable.eventType, input);
  const options = { ...ownerOptions(ctx, bookable.owner.id, input), respectsHolds: ctx.settings.holdsAreStrict };
  const wanted = timeWanted(ctx, bookable, input);
  const booking = () =>
    ctx.store.transaction(async (tx) => {
      const facts = await lockAndLoad(tx, wanted);
      if (wanted.holdUid) await redeemHold(tx, wanted, wanted.holdUid);
      const isPending = needsConfirmation(bookable.eventType.confirmationPolicy, wanted.from, wanted.now);
      await checkBookerLimit(tx, ctx, bookable.eventType, input);
      const same = isPending ? await sameRequest(tx, bookable.eventType, input) : null;
      if (same) return { booking: same };
      const { joins } = admitTime(facts, wanted, options);
      const plan = planBooking(bookable, input, {
        ...wanted,
        isPending,
        isOverride: options.allowConflicts === true,
      });
      const kind = isPending ? "booking.requested" : "booking.created";
      return joins ? joinBooking(tx, joins.uid, plan, { kind }) : insertFirst(tx, plan, { kind });
    });
  return withAlternatives(ctx, wanted, () => translateConflict(booking));
}

/** Spends the hold on the booking; one that is over, or of another slot, is refused rather than passed over. */
async function redeemHold(tx: Tx, { eventTypeId, from, now }: TimeWanted, holdUid: string): Promise<void> {
  const hold = await findHold(tx, holdUid);
  const isLive = hold !== null && hold.releaseAt > now && hold.eventTypeId === eventTypeId && hold.startsAt === from;
  if (!isLive) throw invalid(`reservationUid ${holdUid} is not a live reservation of this slot.`);
  await deleteHolds(tx, holdUid);
}

function timeWanted(ctx: Context, { eventType, owner }: BookableEventType, input: NewBooking): TimeWanted {
  const lengthMinutes = input.lengthInMinutes ?? eventType.lengthMinutes;
  return {
    eventTypeId: eventType.id,
    hostId: owner.id,
    from: input.start,
    to: input.endsAt ?? input.start + lengthMinutes * minuteMs,
    zone: input.attendee.timeZone,
    now: ctx.now(),
    holdUid: input.reservationUid,
  };
}

function checkCaller(ctx: Context, { eventType, owner }: BookableEventType): void {
  if (!eventType.requiresAuthentication) return;
  if (ctx.actor.kind !== "user") throw unauthenticated("This event type requires authentication to be booked.");
  if (ctx.actor.user.id !== owner.id && !ctx.actor.user.isOperator) {
    throw forbidden("Only the owner of this event type may book it.");
  }
}

function checkInput(eventType: EventType, input: NewBooking): void {
  if (input.instant) {
    throw invalid("Instant bookings are only supported for team event types, not individual user event types.");
  }
  if (input.recurrenceCount !== undefined) {
    throw invalid(
      `recurrenceCount can be used with recurring event types only, and the event type with id=${eventType.id} is not.`,
    );
  }
  if (input.lengthInMinutes !== undefined && !eventType.lengthOptions.includes(input.lengthInMinutes)) {
    const allowed = eventType.lengthOptions.join(", ") || "none";
    throw invalid(`lengthInMinutes is not one of the lengths of the event type with id=${eventType.id}: ${allowed}.`);
  }
  checkResponses(eventType, input);
  const guests = (input.guests ?? []).map((email) => email.toLowerCase());
  if (guests.length > 0 && eventType.disablesGuests) throw invalid("This event type does not allow guests.");
  if (new Set(guests).size < guests.length) throw invalid("guests property is wrong, emails must be unique.");
}

/** The owner's flags count for the owner alone; from anybody else they are ignored. */
export function ownerOptions(ctx: Context, ownerId: number, flags: AdmitOptions): AdmitOptions {
  const isOwner = ctx.actor.kind === "user" && (ctx.actor.user.id === ownerId || ctx.actor.user.isOperator);
  if (!isOwner) return {};
  const { allowConflicts, allowBookingOutOfBounds, skipBookingLimits } = flags;
  return { allowConflicts, allowBookingOutOfBounds, skipBookingLimits };
}

async function checkBookerLimit(tx: Tx, ctx: Context, eventType: EventType, { attendee }: NewBooking): Promise<void> {
  const most = eventType.bookerLimit?.maximumActiveBookings;
  if (most === undefined) return;
  const active = await listActiveUids(tx, eventType.id, emailOf(attendee), ctx.now());
  if (active.length < most) return;
  const offer = eventType.bookerLimit?.offerReschedule
    ? ` You can reschedule your existing booking (${active.at(-1)}) to a new timeslot instead.`
    : "";
  throw invalid(
    `Attendee with this email can't book because the maximum number of active bookings has been reached.${offer}`,
  );
}

const sameRequest = (tx: Tx, eventType: EventType, { start, attendee }: NewBooking): Promise<Booking | null> =>
  findSameRequest(tx, { eventTypeId: eventType.id, startsAt: start, email: emailOf(attendee) });

/** What is told of a new booking, and what it replaced. */
export interface Telling {
  kind: EventKind;
  from?: Booking;
}

/** Writes the first booking at its time, and the event of it. */
export async function insertFirst(tx: Tx, plan: BookingPlan, telling: Telling): Promise<Booked> {
  const booking = await insertBooking(tx, plan, eventOf({ ...plan, id: 0, toUid: null }, plan, telling));
  return { booking, seatUid: plan.attendees[0]?.seat?.uid };
}

/** Takes a seat in a booking that exists. */
export async function joinBooking(tx: Tx, uid: string, plan: BookingPlan, telling: Telling): Promise<Booked> {
  const joined = await getLocked(tx, uid);
  const emails = new Set(joined.attendees.map(({ email }) => email.toLowerCase()));
  if (plan.attendees.some(({ email }) => emails.has(email.toLowerCase()))) {
    throw conflict("already_signed_up_for_this_booking_error");
  }
  await insertAttendees(tx, joined.id, plan.attendees, plan.createdAt);
  const booking = await getLocked(tx, uid);
  await recordEvent(tx, eventOf(booking, plan, telling));
  return { booking, seatUid: plan.attendees[0]?.seat?.uid };
}

function eventOf(booking: SnapshotSource, plan: BookingPlan, { kind, from }: Telling): NewEvent {
  const [attendee] = plan.attendees;
  const onSeat = attendee?.seat ? attendee : undefined;
  return { kind, ...snapshotOf(booking, { from, onSeat }), createdAt: plan.createdAt };
}

/** The overlap constraint speaks only if the lock and the check before it have failed; the loser is told the same. */
export async function translateConflict<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (brokenConstraint(error) === "occupied_times_no_overlap")
      throw conflict("booking_conflict_error", { details: { rule: "booking" } });
    throw error;
  }
}
