import type { Context } from "../../context.js";
import { forbidden } from "../../errors.js";
import { lockHosts } from "../../store/sql.js";
import { recordEvent } from "../events/index.js";
import { mayAddPeople } from "./access.js";
import type { Booking, NewAttendee } from "./booking.js";
import { getBooking } from "./get.js";
import { getLocked, insertAttendees, lockBooking, setGuests } from "./queries.js";
import { checkRoom } from "./rules/people.js";
import { snapshotOf } from "./snapshot.js";

/** Who joins a booking, and how the booking's own list of guests reads afterwards, if it changes. */
export interface Joining {
  attendees: NewAttendee[];
  guests?: string[];
}

/** Adds people to a booking, all or none. Under its locks, so that two callers cannot take the same last place. */
export async function addPeople(ctx: Context, uid: string, plan: (booking: Booking) => Joining): Promise<Booking> {
  const found = await getJoinable(ctx, uid);
  return ctx.store.transaction(async (tx) => {
    await lockHosts(tx, found.organizer ? [found.organizer.id] : []);
    await lockBooking(tx, found.id);
    const booking = await getLocked(tx, uid);
    const { attendees, guests } = plan(booking);
    checkRoom(booking, attendees.length);
    const now = ctx.now();
    await insertAttendees(tx, booking.id, attendees, now);
    if (guests) await setGuests(tx, booking.id, guests);
    const joined = await getLocked(tx, uid);
    const { data, ...about } = snapshotOf(joined);
    const added = attendees.map(({ email }) => email);
    await recordEvent(tx, { kind: "booking.attendees-added", ...about, data: { ...data, added }, createdAt: now });
    return joined;
  });
}

/** One booking, for those who may bring people into it. */
export async function getJoinable(ctx: Context, uid: string): Promise<Booking> {
  const booking = await getBooking(ctx, uid);
  if (!mayAddPeople(ctx, booking)) throw forbidden("You don't have necessary permissions to access this resource");
  return booking;
}
