import { z } from "zod";
import { language, mailAddress, phoneNumber, textUpTo, zoneName } from "../../../wire.js";

const emptyAsAbsent = (text: unknown): unknown => (text === "" ? undefined : text);
const optionalPhone = z.preprocess(emptyAsAbsent, phoneNumber.optional());

const mostAtOnce = 10;

export const AddAttendeeInput = z
  .object({
    name: textUpTo(500).min(1),
    timeZone: zoneName,
    email: mailAddress,
    phoneNumber: optionalPhone,
    language: language.default("en"),
  })
  .meta({ id: "AddAttendeeInput_2024_08_13" });
export type AddAttendeeInput = z.output<typeof AddAttendeeInput>;

/** Without a zone or a language of his own a guest gets the organizer's. */
const Guest = z
  .object({
    email: mailAddress,
    name: textUpTo(500).optional(),
    timeZone: zoneName.optional(),
    phoneNumber: optionalPhone,
    language: language.optional(),
  })
  .meta({ id: "Guest" });
export type Guest = z.output<typeof Guest>;

export const AddGuestsInput = z
  .object({
    guests: z
      .array(Guest)
      .min(1, "must contain at least 1 elements")
      .max(mostAtOnce, `must contain no more than ${mostAtOnce} elements`),
  })
  .meta({ id: "AddGuestsInput_2024_08_13" });
export type AddGuestsInput = z.output<typeof AddGuestsInput>;

export const MarkAbsentInput = z
  .object({
    host: z.boolean().optional(),
    attendees: z
      .array(z.object({ email: mailAddress, absent: z.boolean() }).meta({ id: "MarkAbsentAttendee" }))
      .min(1, "must contain at least 1 elements")
      .optional(),
  })
  .meta({ id: "MarkAbsentBookingInput_2024_08_13" });
export type MarkAbsentInput = z.output<typeof MarkAbsentInput>;

/** How everybody in a booking is shown. */
export const attendeeFields = {
  name: z.string(),
  email: z.string(),
  displayEmail: z.string(),
  timeZone: z.string(),
  language: z.string(),
  absent: z.boolean(),
  phoneNumber: z.string().optional(),
};

export const AttendeeWithId = z
  .object({ id: z.int(), ...attendeeFields })
  .meta({ id: "BookingAttendeeWithId_2024_08_13" });

export const AddedAttendee = AttendeeWithId.extend({ bookingId: z.int() }).meta({
  id: "BookingAttendeeOutput_2024_08_13",
});
