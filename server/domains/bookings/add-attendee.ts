import type { Context } from "../../context.js";
import { invalid } from "../../errors.js";
import { newUuid } from "../../ids.js";
import { addPeople } from "./add-people.js";
import type { Attendee } from "./booking.js";
import type { AddAttendeeInput } from "./contract/people.js";
import { checkWelcome, newcomers, seatFor } from "./rules/people.js";

export interface AddedAttendee {
  attendee: Attendee;
  bookingId: number;
}

/** Adds one person; on a seated booking he takes a seat. */
export async function addAttendee(ctx: Context, uid: string, input: AddAttendeeInput): Promise<AddedAttendee> {
  const { name, email, timeZone, language: locale, phoneNumber = null } = input;
  checkWelcome(ctx.settings.blockedEmails, email);
  const booking = await addPeople(ctx, uid, (current) => {
    if (newcomers(current, [input]).length === 0) {
      throw invalid(`An attendee with the email ${email} is already in this booking.`);
    }
    const seat = seatFor(current, newUuid(), { name, email });
    return { attendees: [{ name, email, timeZone, locale, phoneNumber, isAbsent: false, seat }] };
  });
  const attendee = booking.attendees.at(-1);
  if (!attendee) throw new Error(`the attendee who was added to ${uid} is gone`);
  return { attendee, bookingId: booking.id };
}
