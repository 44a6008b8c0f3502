import type { Context } from "../../context.js";
import { invalid } from "../../errors.js";
import { newUuid } from "../../ids.js";
import { addPeople } from "./add-people.js";
import type { Booking, NewAttendee } from "./booking.js";
import type { AddGuestsInput, Guest } from "./contract/people.js";
import { checkGuestsAllowed, guestsWith, isBlocked, newcomers, seatFor } from "./rules/people.js";

/** Brings guests along; those who are in the booking already are passed over. */
export async function addGuests(ctx: Context, uid: string, { guests }: AddGuestsInput): Promise<Booking> {
  return addPeople(ctx, uid, (booking) => {
    checkGuestsAllowed(booking);
    const attendees = newcomers(
      booking,
      guests.filter(({ email }) => !isBlocked(ctx.settings.blockedEmails, email)),
    ).map((guest) => attendeeOf(booking, guest));
    if (attendees.length === 0) throw invalid("emails_must_be_unique_valid");
    return { attendees, guests: booking.eventType?.seats ? undefined : guestsWith(booking, attendees) };
  });
}

function attendeeOf(booking: Booking, guest: Guest): NewAttendee {
  const { email, name = "", phoneNumber } = guest;
  return {
    name,
    email,
    timeZone: guest.timeZone ?? booking.organizer?.timeZone ?? "UTC",
    locale: guest.language ?? booking.organizer?.locale ?? "en",
    phoneNumber: phoneNumber ?? null,
    isAbsent: false,
    seat: seatFor(booking, newUuid(), { name, email }),
  };
}
