import { ApiError } from "@kalends/sdk";
import { z } from "zod";
import type { Api, ApiAnswer } from "../api.js";
import { adds, tool } from "../tool.js";
import { BookingView, bookingView, firstOf } from "./booking-view.js";
import { eventTypeRef, namesEventType, refOf, start, timeZone, versions, whichEventType } from "./wire.js";

const Input = z
  .strictObject({
    ...eventTypeRef,
    start,
    attendee: z.strictObject({
      name: z.string().min(1),
      email: z.email().optional(),
      phoneNumber: z.string().optional(),
      timeZone,
      language: z.string().optional(),
    }),
    guests: z.array(z.email()).optional(),
    answers: z.record(z.string(), z.unknown()).optional().describe("question slug → answer"),
    lengthMinutes: z.int().positive().optional(),
    location: z.record(z.string(), z.unknown()).optional().describe('such as {"type":"attendeePhone","phone":"+39…"}'),
    metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    holdUid: z.string().optional(),
  })
  .refine(namesEventType, whichEventType);
type Input = z.output<typeof Input>;

export const book = tool({
  name: "book",
  title: "Book a time",
  description:
    "Books a start from find_times for an attendee, who gets invited. Keep the uid: it moves and cancels the booking. Status pending waits for the host.",
  input: Input,
  output: BookingView,
  annotations: adds,
  uses: ["createBooking", "deleteReservedSlot"],
  run: async (api, input) => {
    const { data } = await create(api, input);
    return bookingView(firstOf(data), input.attendee.timeZone);
  },
});

/** Redeeming a hold is Kalends' own; elsewhere the booking is made without it, and the hold given back. */
async function create(api: Api, input: Input): Promise<ApiAnswer> {
  const request = { method: "POST", path: "/bookings", version: versions.bookings } as const;
  const { holdUid } = input;
  if (holdUid === undefined) return await api({ ...request, body: bodyOf(input) });
  try {
    return await api({ ...request, body: { ...bodyOf(input), reservationUid: holdUid } });
  } catch (error) {
    if (!isUnknownProperty(error)) throw error;
    const answer = await api({ ...request, body: bodyOf(input) });
    await api({
      method: "DELETE",
      path: `/slots/reservations/${encodeURIComponent(holdUid)}`,
      version: versions.slots,
    }).catch(() => null);
    return answer;
  }
}

const isUnknownProperty = (error: unknown): boolean =>
  error instanceof ApiError && error.status === 400 && /reservationUid should not exist/.test(error.message);

const bodyOf = ({ start, attendee, guests, answers, lengthMinutes, location, metadata, ...input }: Input) => ({
  ...refOf(input),
  start,
  attendee,
  guests,
  bookingFieldsResponses: answers,
  lengthInMinutes: lengthMinutes,
  location,
  metadata,
});
