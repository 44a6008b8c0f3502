import { z } from "zod";
import { phoneNumber } from "../../../wire.js";

const places = ["address", "attendeeAddress", "attendeeDefined", "attendeePhone", "link", "phone"] as const;
const text = z.string().min(1);

/** A place that somebody names; unlike a booking's first one the event type need not offer it. */
const NewLocation = z.discriminatedUnion(
  "type",
  [
    z.object({ type: z.literal("address"), address: text }).meta({ id: "UpdateInputAddressLocation_2024_08_13" }),
    z
      .object({ type: z.literal("attendeeAddress"), address: text })
      .meta({ id: "UpdateBookingInputAttendeeAddressLocation_2024_08_13" }),
    z
      .object({ type: z.literal("attendeeDefined"), location: text })
      .meta({ id: "UpdateBookingInputAttendeeDefinedLocation_2024_08_13" }),
    z
      .object({ type: z.literal("attendeePhone"), phone: phoneNumber })
      .meta({ id: "UpdateBookingInputAttendeePhoneLocation_2024_08_13" }),
    z.object({ type: z.literal("link"), link: z.url() }).meta({ id: "UpdateBookingInputLinkLocation_2024_08_13" }),
    z
      .object({ type: z.literal("phone"), phone: phoneNumber })
      .meta({ id: "UpdateBookingInputPhoneLocation_2024_08_13" }),
  ],
  // An integration would need a new video room, and there are none yet.
  { error: `must be one of the following values: ${places.join(", ")}` },
);
export type NewLocation = z.output<typeof NewLocation>;

export const UpdateLocationInput = z
  .object({ location: NewLocation.optional() })
  .meta({ id: "UpdateBookingLocationInput_2024_08_13" });
export type UpdateLocationInput = z.output<typeof UpdateLocationInput>;

export const CalendarLink = z
  .object({ label: z.string(), id: z.string(), link: z.string() })
  .meta({ id: "CalendarLink" });

export const ReferencesQuery = z.object({
  type: z
    .enum(["google_calendar", "office365_calendar", "daily_video", "google_video", "office365_video", "zoom_video"])
    .optional(),
});

export const BookingReference = z
  .object({
    id: z.int(),
    type: z.string(),
    eventUid: z.string(),
    destinationCalendarId: z.string().nullable(),
  })
  .meta({ id: "BookingReference" });
export type BookingReference = z.output<typeof BookingReference>;

export const RecordingItem = z
  .object({
    id: z.string(),
    roomName: z.string(),
    startTs: z.number(),
    status: z.string(),
    maxParticipants: z.number().optional(),
    duration: z.number(),
    shareToken: z.string(),
    downloadLink: z.string().nullable().optional(),
    error: z.string().nullable().optional(),
  })
  .meta({ id: "RecordingItem" });

const CalMeetingParticipant = z
  .object({
    userId: z.string().nullable(),
    userName: z.string().nullable(),
    joinTime: z.number(),
    duration: z.number(),
  })
  .meta({ id: "CalMeetingParticipant" });

export const CalMeetingSession = z
  .object({
    id: z.string(),
    room: z.string(),
    startTime: z.number(),
    duration: z.number(),
    ongoing: z.boolean(),
    maxParticipants: z.number(),
    participants: z.array(CalMeetingParticipant),
  })
  .meta({ id: "CalMeetingSession" });

export const ReassignToUserInput = z
  .object({ reason: z.string().optional() })
  .meta({ id: "ReassignToUserBookingInput_2024_08_13" });

export const Reassigned = z
  .object({
    bookingUid: z.string(),
    reassignedTo: z.object({ id: z.int(), name: z.string(), email: z.string(), displayEmail: z.string() }),
  })
  .meta({ id: "ReassignBookingOutput_2024_08_13" });
export type Reassigned = z.output<typeof Reassigned>;
