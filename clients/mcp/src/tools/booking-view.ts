import { z } from "zod";
import { recordOf } from "../api.js";
import { inZone } from "../zone.js";
import { listOf, textOf } from "./wire.js";

/** What an agent needs of a booking. */
export const BookingView = z.object({
  uid: z.string(),
  status: z.string(),
  title: z.string(),
  start: z.string(),
  end: z.string(),
  eventTypeId: z.number().optional(),
  host: z.string().optional(),
  attendees: z.array(z.string()),
  location: z.string().optional(),
  reason: z.string().optional(),
  movedTo: z.string().optional(),
  movedFrom: z.string().optional(),
  seatUid: z.string().optional(),
});
export type BookingView = z.output<typeof BookingView>;

/** A booking of the newest version as its view, in the zone asked for, else its first attendee's. */
export function bookingView(booking: unknown, zone?: string): BookingView {
  const { eventTypeId, eventType, attendees, hosts, seatUid } = recordOf(booking);
  const people = listOf(attendees);
  const clock = zone ?? textOf(people[0], "timeZone") ?? "UTC";
  const id = eventTypeId ?? recordOf(eventType).id;
  return {
    uid: textOf(booking, "uid") ?? "",
    status: textOf(booking, "status") ?? "unknown",
    title: textOf(booking, "title") ?? "",
    start: inZone(textOf(booking, "start") ?? "", clock),
    end: inZone(textOf(booking, "end") ?? "", clock),
    eventTypeId: typeof id === "number" ? id : undefined,
    host: personText(listOf(hosts)[0]),
    attendees: people.map((person) => personText(person) ?? "").filter(Boolean),
    location: textOf(booking, "location"),
    reason: textOf(booking, "cancellationReason") ?? textOf(booking, "reschedulingReason"),
    movedTo: textOf(booking, "rescheduledToUid"),
    movedFrom: textOf(booking, "rescheduledFromUid"),
    seatUid: typeof seatUid === "string" ? seatUid : undefined,
  };
}

/** A recurring booking answers with all its occurrences; they are told by the first. */
export const firstOf = (data: unknown): unknown => (Array.isArray(data) ? data[0] : data);

function personText(person: unknown): string | undefined {
  const [name, email] = [textOf(person, "name"), textOf(person, "email")];
  return name && email ? `${name} <${email}>` : (email ?? name);
}
