import type { Context } from "../../context.js";
import { dayMs, type Instant } from "../../core/time/index.js";
import type { Tx } from "../../store/store.js";
import type { RunningJob } from "../../task.js";
import {
  type BookingSnapshot,
  type EventKind,
  type MeetingSnapshot,
  type RecordedEvent,
  recordEvent,
} from "../events/index.js";
import type { Booking } from "./booking.js";
import { deleteMoments, insertMoments, type Moment, spendJob } from "./queries/meetings.js";
import { findBooking } from "./queries.js";
import { snapshotOf } from "./snapshot.js";

const accepting: readonly EventKind[] = ["booking.created", "booking.confirmed", "booking.rescheduled"];

/** Plans the start and the end of bookings that were accepted, and forgets those of bookings that ended otherwise. */
export async function planMeetings(_ctx: Context, tx: Tx, events: readonly RecordedEvent[]): Promise<void> {
  const told = events.filter(({ kind }) => kind.startsWith("booking."));
  const accepted = told.filter(({ kind }) => accepting.includes(kind));
  await deleteMoments(tx, told.flatMap(endedBy));
  await insertMoments(tx, accepted.flatMap(momentsOf));
}

/** The booking that an event put an end to; whoever moves or gives back a seat leaves the booking to the others. */
function endedBy({ kind, data }: RecordedEvent): string[] {
  const { booking, rescheduledFrom, seatUid } = data as BookingSnapshot;
  if (kind === "booking.cancelled" && booking.status === "cancelled") return [booking.uid];
  return rescheduledFrom && !seatUid ? [rescheduledFrom.uid] : [];
}

function momentsOf({ data, createdAt }: RecordedEvent): Moment[] {
  const { uid: bookingUid, startsAt, endsAt } = (data as BookingSnapshot).booking;
  const moments: Moment[] = [
    { kind: "booking.start", bookingUid, at: startsAt },
    { kind: "booking.end", bookingUid, at: endsAt },
  ];
  return moments.filter(({ at }) => at > createdAt);
}

/** Longer after its time, the news of a start or an end is of no use. */
const mostLateMs = dayMs;

/** Records that a meeting starts or ends now, if it does: the booking is judged as it stands at this moment, exactly once. */
export async function passMoment(
  ctx: Context,
  kind: "booking.started" | "booking.ended",
  { bookingUid, at }: { bookingUid: string; at: Instant },
  job: RunningJob,
): Promise<void> {
  const now = ctx.now();
  if (now > at + mostLateMs) return;
  await ctx.store.transaction(async (tx) => {
    const booking = await findBooking(tx, bookingUid);
    const isStill =
      booking?.status === "accepted" && at === (kind === "booking.started" ? booking.startsAt : booking.endsAt);
    if (!isStill || !(await spendJob(tx, job.id))) return;
    const { data, ...about } = snapshotOf(booking);
    await recordEvent(tx, { kind, ...about, data: meetingOf(booking, data as BookingSnapshot), createdAt: now });
  });
}

const meetingOf = (booking: Booking, snapshot: BookingSnapshot): MeetingSnapshot => ({
  ...snapshot,
  meeting: {
    participants: booking.attendees.map(({ seat: _, ...person }) => person),
    isHostAbsent: booking.isHostAbsent,
    lengthMinutes: booking.eventType?.lengthMinutes ?? 0,
    createdAt: booking.createdAt,
    updatedAt: booking.updatedAt,
  },
});
