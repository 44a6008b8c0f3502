import type { BookingSnapshot, SnapshotBooking, SnapshotField } from "../../server/domains/events/index.js";

const defaults: SnapshotField[] = [
  { type: "name", slug: "name", isDefault: true },
  { type: "email", slug: "email", isDefault: true, hidden: false },
  { type: "radioInput", slug: "location", isDefault: true, hidden: false },
];

const company: SnapshotField = { type: "text", slug: "company", isDefault: false, label: "Company", hidden: false };

const tail: SnapshotField[] = [
  { type: "text", slug: "title", isDefault: true, hidden: true },
  { type: "textarea", slug: "notes", isDefault: true, hidden: false },
  { type: "multiemail", slug: "guests", isDefault: true, hidden: false },
  { type: "textarea", slug: "rescheduleReason", isDefault: true, hidden: false },
];

const inNewYork = { timeZone: "America/New_York" };

/** Wes's "Plain" event type, booked by Cid with a guest: the booking of the recorded deliveries. */
export function plainSnapshot(changes: Partial<SnapshotBooking> = {}): BookingSnapshot {
  return {
    booking: {
      id: 1289,
      uid: "89iNevxHZQvUuj4euTrvXB",
      title: "Plain between Wes Hook and Cid",
      description: "my notes",
      startsAt: Date.parse("2026-11-30T10:00:00Z"),
      endsAt: Date.parse("2026-11-30T10:30:00Z"),
      status: "accepted",
      location: "https://meet.example.com/wes",
      responses: {
        name: "Cid",
        email: "cid@example.com",
        company: "ACME",
        notes: "my notes",
        guests: ["g1@example.com"],
        attendeePhoneNumber: "+393331234567",
      },
      metadata: { k1: "v1" },
      icalUid: "89iNevxHZQvUuj4euTrvXB@kalends",
      icalSequence: 0,
      rescheduledBy: null,
      reschedulingReason: null,
      cancellationReason: null,
      cancelledBy: null,
      rejectionReason: null,
      ...changes,
    },
    rescheduledFrom: null,
    eventType: {
      id: 487,
      title: "Plain",
      slug: "plain",
      description: "desc",
      confirmationPolicy: null,
      seats: null,
      disablesCancelling: false,
      reschedulingPolicy: null,
      settings: {},
      bookingFields: [...defaults, company, ...tail],
    },
    organizer: {
      id: 407,
      name: "Wes Hook",
      email: "wesmwrhoioc@example.com",
      username: "wesmwrhoioc",
      timeZone: "Europe/Rome",
      locale: "en",
      timeFormat: 12,
    },
    attendees: [
      { name: "Cid", email: "cid@example.com", phoneNumber: "+393331234567", ...inNewYork, locale: "it" },
      { name: "", email: "g1@example.com", phoneNumber: null, ...inNewYork, locale: "en" },
    ],
  };
}

/** Wes's "Conf" event type, which he must confirm, asked for by Oli. */
export function requestSnapshot(changes: Partial<SnapshotBooking> = {}): BookingSnapshot {
  const plain = plainSnapshot();
  return {
    ...plain,
    booking: {
      ...plain.booking,
      id: 1291,
      uid: "gddzgsVzxu83mQuDCZjrPL",
      title: "Conf between Wes Hook and Oli",
      description: "",
      startsAt: Date.parse("2026-12-01T10:00:00Z"),
      endsAt: Date.parse("2026-12-01T10:30:00Z"),
      status: "pending",
      responses: { name: "Oli", email: "oli@example.com" },
      metadata: {},
      ...changes,
    },
    eventType: plain.eventType && {
      ...plain.eventType,
      id: 488,
      title: "Conf",
      slug: "conf",
      description: "",
      confirmationPolicy: { type: "always", blockUnconfirmedBookingsInBooker: false },
      bookingFields: [...defaults, ...tail],
    },
    attendees: [{ name: "Oli", email: "oli@example.com", phoneNumber: null, ...inNewYork, locale: "en" }],
  };
}
