import type { Instant } from "../../core/time/index.js";
import { type Task, task } from "../../task.js";
import { passMoment } from "./meeting.js";

interface MomentPayload {
  bookingUid: string;
  at: Instant;
}

/** What the clock does for bookings. */
export const bookingTasks: readonly Task[] = [
  task<MomentPayload>("booking.start", (ctx, payload, job) => passMoment(ctx, "booking.started", payload, job)),
  task<MomentPayload>("booking.end", (ctx, payload, job) => passMoment(ctx, "booking.ended", payload, job)),
];
