import type { Tool } from "../tool.js";
import { book } from "./book.js";
import { answerBookingRequest, cancelBooking, getBooking, listBookings, rescheduleBooking } from "./bookings.js";
import { listEventTypes, saveEventType } from "./event-types.js";
import { findTimes } from "./find-times.js";
import { holdTime } from "./hold-time.js";
import { getMe } from "./me.js";
import { listSchedules, saveSchedule } from "./schedules.js";
import { deleteWebhook, listWebhooks, saveWebhook } from "./webhooks.js";
import { whyNotOffered } from "./why-not-offered.js";

/** The small set that is offered by default, in the order of use. */
export const defaultTools: readonly Tool[] = [
  findTimes,
  whyNotOffered,
  holdTime,
  book,
  rescheduleBooking,
  cancelBooking,
  answerBookingRequest,
  listBookings,
  getBooking,
  listEventTypes,
  saveEventType,
  listSchedules,
  saveSchedule,
  listWebhooks,
  saveWebhook,
  deleteWebhook,
  getMe,
];
