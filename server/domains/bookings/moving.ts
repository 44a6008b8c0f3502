import type { Context } from "../../context.js";
import { type Instant, minuteMs } from "../../core/time/index.js";
import { forbidden, invalid } from "../../errors.js";
import type { Tx } from "../../store/store.js";
import { hostOf } from "./access.js";
import type { Booking } from "./booking.js";
import type { RescheduleBookingInput } from "./contract.js";
import { getLocked, type LockedState } from "./queries.js";

/** The new time: as long as the old one, in the zone of the booker. */
export const timeOf = ({ uid, startsAt, endsAt, attendees }: Booking, { start }: RescheduleBookingInput) => ({
  from: start,
  to: start + (endsAt - startsAt),
  zone: attendees[0]?.timeZone ?? "UTC",
  rescheduleUid: uid,
});

/** A faster caller may have moved or cancelled the booking before the lock was ours. */
export async function currentOf(tx: Tx, found: Booking, state: LockedState): Promise<Booking> {
  const { status, isRescheduled, updatedAt } = state;
  const isSame = status === found.status && isRescheduled === found.isRescheduled && updatedAt === found.updatedAt;
  return isSame && !found.eventType?.seats ? found : getLocked(tx, found.uid);
}

/** Refuses what can no longer be moved, and who may not move it. */
export function checkMovable(ctx: Context, booking: Booking): void {
  const { uid, status, toUid, eventType } = booking;
  const isHost = hostOf(ctx, booking) !== null;
  if (!isHost) checkPolicy(ctx.now(), booking);
  if (status === "cancelled" && booking.isRescheduled) {
    throw invalid(
      `Can't reschedule booking with uid=${uid} because it has been cancelled and rescheduled already to booking with uid=${toUid}. You probably want to reschedule ${toUid} instead by passing it within the request URL.`,
    );
  }
  if (status === "cancelled" && eventType?.settings.allowReschedulingCancelledBookings !== true) {
    throw invalid(
      `Can't reschedule booking with uid=${uid} because it has been cancelled. Please provide uid of a booking that is not cancelled.`,
    );
  }
  if (status === "rejected") throw invalid(`Can't reschedule booking with uid=${uid} because it has been rejected.`);
  if (booking.endsAt <= ctx.now() && eventType?.settings.allowReschedulingPastBookings !== true) {
    throw invalid(`Can't reschedule booking with uid=${uid} because it has ended already.`);
  }
  if (!eventType || !booking.organizer) {
    throw invalid(`Can't reschedule booking with uid=${uid} because its event type or its host no longer exists.`);
  }
}

function checkPolicy(now: Instant, { eventType, startsAt }: Booking): void {
  const policy = eventType?.reschedulingPolicy;
  if (policy?.disabled) throw forbidden("This event type does not allow rescheduling.");
  const minutes = policy?.minutesBefore;
  if (minutes !== undefined && startsAt - now < minutes * minuteMs) {
    throw forbidden("Rescheduling is not allowed within the minimum notice period before the event");
  }
}
