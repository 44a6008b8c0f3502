import type { Context } from "../../context.js";
import { formatUtc } from "../../core/time/index.js";
import { invalid } from "../../errors.js";
import { recordEvent } from "../events/index.js";
import type { Attendee, Booking } from "./booking.js";
import type { MarkAbsentInput } from "./contract/people.js";
import { getHostedBooking } from "./get.js";
import { getLocked, setAbsence } from "./queries.js";
import { snapshotOf } from "./snapshot.js";

/** Notes who did not come, or came after all. */
export async function markAbsent(ctx: Context, uid: string, input: MarkAbsentInput): Promise<Booking> {
  const found = await getHostedBooking(ctx, uid);
  const now = ctx.now();
  if (found.startsAt > now) {
    throw invalid(
      `Bookings can only be marked as absent after their scheduled start time. Current time in UTC+0: ${formatUtc(now)}, Booking start time in UTC+0: ${formatUtc(found.startsAt)}`,
    );
  }
  // COMPAT: a host who was marked once stays marked; false says nothing.
  const isHostAbsent = input.host === true;
  const marks = found.attendees.flatMap((attendee) => markOf(attendee, input) ?? []);
  if (!isHostAbsent && marks.length === 0) return found;
  return ctx.store.transaction(async (tx) => {
    await setAbsence(tx, found.id, { isHostAbsent, marks, now });
    const booking = await getLocked(tx, uid);
    if (marks.length > 0) {
      const { data, ...about } = snapshotOf(booking);
      const absences = marks.map(({ email, isAbsent }) => ({ email, isAbsent }));
      await recordEvent(tx, { kind: "booking.absence-updated", ...about, data: { ...data, absences }, createdAt: now });
    }
    return booking;
  });
}

/** What is said of this attendee; of an address that is named twice the last word counts. */
function markOf({ id, email }: Attendee, { attendees = [] }: MarkAbsentInput) {
  const said = attendees.findLast((one) => one.email.toLowerCase() === email.toLowerCase());
  return said && { id, email, isAbsent: said.absent };
}
