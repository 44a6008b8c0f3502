import { describe, expect, test } from "vitest";
import { plainSnapshot, requestSnapshot } from "../../../../test/harness/snapshot.js";
import type { BookingSnapshot } from "../../events/index.js";
import type { BookingTrigger } from "../triggers.js";
import { bookingPayload } from "./booking.js";
import { envelopeOf } from "./envelope.js";
import recorded from "./recorded.json" with { type: "json" };

type Payload = Record<string, unknown>;

const moved: BookingSnapshot = {
  ...plainSnapshot({
    id: 1290,
    uid: "jyKZPWwZtc7MwAx4EvRFR2",
    startsAt: Date.parse("2026-11-30T12:00:00Z"),
    endsAt: Date.parse("2026-11-30T12:30:00Z"),
    icalSequence: 1,
    rescheduledBy: "cid@example.com",
    reschedulingReason: "later please",
  }),
  rescheduledFrom: {
    id: 1289,
    uid: "89iNevxHZQvUuj4euTrvXB",
    startsAt: Date.parse("2026-11-30T10:00:00Z"),
    endsAt: Date.parse("2026-11-30T10:30:00Z"),
  },
};

const payloadOf = (trigger: BookingTrigger, snapshot: BookingSnapshot): Payload =>
  bookingPayload(trigger, snapshot, "http://localhost:3000");

describe("what upstream was seen to send is sent, field by field", () => {
  test("BOOKING_CREATED", () => {
    expect(payloadOf("BOOKING_CREATED", plainSnapshot())).toMatchObject(comparable(recorded.created.payload));
  });

  test("BOOKING_RESCHEDULED tells the new booking and the old times", () => {
    const payload = payloadOf("BOOKING_RESCHEDULED", moved);
    expect(payload).toMatchObject(comparable(recorded.rescheduled.payload));
    expect(payload).toMatchObject({ reschedulingReason: "later please", requiresConfirmation: false });
  });

  test("BOOKING_CANCELLED", () => {
    const cancelled = plainSnapshot({
      id: 1290,
      uid: "jyKZPWwZtc7MwAx4EvRFR2",
      startsAt: Date.parse("2026-11-30T12:00:00Z"),
      endsAt: Date.parse("2026-11-30T12:30:00Z"),
      status: "cancelled",
      icalSequence: 2,
      cancellationReason: "sick",
    });
    const payload = payloadOf("BOOKING_CANCELLED", cancelled);
    // Upstream forgets these on cancellation; ours are the event type's own.
    const forgotten = ["requiresConfirmation", "price", "seatsShowAttendees"];
    expect(payload).toMatchObject(comparable(recorded.cancelled.payload, forgotten));
    expect(payload).toMatchObject({ requestReschedule: false });
    expect(payload).not.toHaveProperty("cancelledBy");
  });

  test("BOOKING_REQUESTED", () => {
    const expected = comparable(recorded.requested.payload, ["oneTimePassword"]);
    expect(payloadOf("BOOKING_REQUESTED", requestSnapshot())).toMatchObject(expected);
  });

  test("BOOKING_CREATED when a pending one is confirmed", () => {
    const confirmed = requestSnapshot({ status: "accepted" });
    expect(payloadOf("BOOKING_CREATED", confirmed)).toMatchObject(comparable(recorded.confirmed.payload));
  });

  test("BOOKING_REJECTED", () => {
    const pia = { name: "Pia", email: "pia@example.com" };
    const rejected = requestSnapshot({
      id: 1292,
      uid: "qCFtyk38xLv9A5HtMig1AM",
      title: "Conf between Wes Hook and Pia",
      startsAt: Date.parse("2026-12-01T12:00:00Z"),
      endsAt: Date.parse("2026-12-01T12:30:00Z"),
      status: "rejected",
      responses: pia,
      rejectionReason: "no time",
    });
    const attendees = rejected.attendees.map((person) => ({ ...person, ...pia }));
    const payload = payloadOf("BOOKING_REJECTED", { ...rejected, attendees });
    expect(payload).toMatchObject(comparable(recorded.rejected.payload));
  });

  test("BOOKING_CREATED of a seat tells that seat's person alone", () => {
    const plain = requestSnapshot();
    const seb = { name: "Seb", email: "seb@example.com" };
    const snapshot: BookingSnapshot = {
      ...plain,
      booking: {
        ...plain.booking,
        id: 1293,
        uid: "ttKsa3mVxHKDMLL6jv37Ap",
        title: "Seats between Wes Hook and Seb",
        startsAt: Date.parse("2026-12-02T10:00:00Z"),
        endsAt: Date.parse("2026-12-02T11:00:00Z"),
        responses: { ...seb, guests: [] },
      },
      eventType: plain.eventType && {
        ...plain.eventType,
        id: 489,
        title: "Seats",
        slug: "seats",
        confirmationPolicy: null,
        seats: { seatsPerTimeSlot: 2, showAttendeeInfo: true, showAvailabilityCount: true },
      },
      attendees: plain.attendees.map((person) => ({ ...person, ...seb })),
      seatUid: "2453215d-8ab5-4908-a460-86f8c47a95ef",
    };
    expect(payloadOf("BOOKING_CREATED", snapshot)).toMatchObject(comparable(recorded.seated.payload));
  });
});

/**
 * A recorded payload with what legitimately differs taken out: calendar uids are our own, `destinationCalendar` is null where
 * upstream wavers between null and an empty list, and all times have one form.
 */
function comparable(payload: Payload, differing: string[] = []): Payload {
  const left = new Set(["iCalUID", "destinationCalendar", ...differing]);
  const entries = Object.entries(payload).filter(([name]) => !left.has(name));
  return Object.fromEntries(
    entries.map(([name, value]) => [name, /Time$/.test(name) ? utcText(String(value)) : value]),
  );
}

const utcText = (text: string): string => new Date(text).toISOString().replace(".000Z", "Z");

describe("bookingPayload", () => {
  test("utcOffset is that of the booking's start, so daylight saving counts", () => {
    const july = plainSnapshot({
      startsAt: Date.parse("2027-07-01T10:00:00Z"),
      endsAt: Date.parse("2027-07-01T10:45:00Z"),
    });
    expect(payloadOf("BOOKING_CREATED", july)).toMatchObject({
      length: 45,
      organizer: { utcOffset: 120 },
      attendees: [{ utcOffset: -240 }, { utcOffset: -240 }],
    });
  });

  test("an answered location is told as it was answered", () => {
    const location = { value: "phone", optionValue: "+3906" };
    const snapshot = plainSnapshot({ location: "+3906", responses: { name: "Cid", email: "c@d.example", location } });
    const payload = payloadOf("BOOKING_CREATED", snapshot);
    expect(payload).toMatchObject({ location: "+3906", responses: { location: { value: location } } });
    expect(payload.metadata).toEqual({ k1: "v1" });
  });

  test("answers whose question is gone keep their slug as the label", () => {
    const snapshot = { ...plainSnapshot(), eventType: null };
    const payload = payloadOf("BOOKING_CREATED", snapshot);
    expect(payload).toMatchObject({
      type: "",
      eventTypeId: null,
      requiresConfirmation: null,
      responses: { company: { label: "company", value: "ACME", isHidden: false } },
      userFieldsResponses: {},
    });
  });

  test("a custom label, a hidden question, a slug that JavaScript knows", () => {
    const snapshot = plainSnapshot({ responses: JSON.parse('{"name":"Cid","__proto__":"x"}') });
    const bookingFields = [
      { type: "name", slug: "name", isDefault: true, label: "Who are you?" },
      { type: "text", slug: "__proto__", isDefault: false, label: "Odd", hidden: true },
    ];
    const { eventType } = snapshot;
    const payload = payloadOf("BOOKING_CREATED", {
      ...snapshot,
      eventType: eventType && { ...eventType, bookingFields },
    });
    expect(payload.responses).toMatchObject({ name: { label: "Who are you?", value: "Cid" } });
    expect(Object.entries(payload.userFieldsResponses as Payload)).toEqual([
      ["__proto__", { label: "Odd", value: "x", isHidden: true }],
    ]);
  });

  test("a name asked for in two parts", () => {
    const name = { firstName: "Cid", lastName: "Campeador" };
    const payload = payloadOf("BOOKING_CREATED", plainSnapshot({ responses: { name, email: "c@d.example" } }));
    expect(payload.attendees).toMatchObject([name, { firstName: "", lastName: "" }]);
  });

  test("settings of the event type, 24-hour clock, who cancelled", () => {
    const snapshot = plainSnapshot({ status: "cancelled", cancelledBy: "wes@example.com" });
    const { eventType, organizer } = snapshot;
    const payload = payloadOf("BOOKING_CANCELLED", {
      ...snapshot,
      isRescheduleRequest: true,
      organizer: organizer && { ...organizer, timeFormat: 24, name: null, locale: null },
      eventType: eventType && {
        ...eventType,
        settings: { hideOrganizerEmail: true, hideCalendarNotes: true, customReplyToEmail: "desk@example.com" },
        disablesCancelling: true,
        reschedulingPolicy: { disabled: true },
      },
    });
    expect(payload).toMatchObject({
      hideOrganizerEmail: true,
      hideCalendarNotes: true,
      hideCalendarEventDetails: false,
      customReplyToEmail: "desk@example.com",
      disableCancelling: true,
      disableRescheduling: true,
      organizer: { timeFormat: "HH:mm", name: "wesmwrhoioc", language: { locale: "en" } },
      cancelledBy: "wes@example.com",
      requestReschedule: true,
    });
  });

  test("a request to move tells the old times too, and is pending", () => {
    const payload = payloadOf("BOOKING_REQUESTED", moved);
    expect(payload).toMatchObject({ status: "PENDING", rescheduleUid: "89iNevxHZQvUuj4euTrvXB" });
  });

  test("the envelope tells when it happened, with milliseconds", () => {
    const event = { data: plainSnapshot(), createdAt: Date.parse("2026-11-22T07:02:10.266Z") };
    const envelope = envelopeOf("BOOKING_CREATED", event, "http://localhost:3000");
    expect(Object.keys(envelope)).toEqual(["triggerEvent", "createdAt", "payload"]);
    expect(envelope).toMatchObject({ triggerEvent: "BOOKING_CREATED", createdAt: "2026-11-22T07:02:10.266Z" });
  });
});
