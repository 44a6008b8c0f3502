import { type Asking, startIn } from "./values.js";
import { pickThing } from "./world.js";

/** A body that will most probably do, and the version it is written in: what chance seldom hits upon. */
export interface Recipe {
  version: string;
  body: Record<string, unknown>;
}

const recipes: Record<string, (asking: Asking) => Recipe> = {
  createBooking: (asking) => (asking.dice.chance(0.75) ? newestBooking(asking) : oldestBooking(asking)),
  rescheduleBooking: (asking) => ({
    version: asking.dice.pick(["2024-08-13", "2026-02-25"]),
    body: { start: startIn(asking), ...seatOf(asking) },
  }),
  cancelBooking: (asking) => ({
    version: asking.dice.pick(["2024-08-13", "2026-02-25", "2024-04-15"]),
    body: { cancellationReason: "No time", ...seatOf(asking) },
  }),
  addBookingGuests: ({ dice }) => ({
    version: "2024-08-13",
    body: { guests: [{ email: guestAddress(dice.int(40)) }] },
  }),
  addBookingAttendee: ({ dice }) => ({
    version: "2024-08-13",
    body: { name: "One more", email: guestAddress(dice.int(40)), timeZone: "UTC" },
  }),
  updateEventType: (asking) => ({ version: "2024-06-14", body: eventTypeChange(asking) }),
  createWebhook: (asking) => ({ version: "", body: webhook(asking) }),
  createEventTypeWebhook: (asking) => ({ version: "", body: webhook(asking) }),
  createEventType: (asking) => ({ version: "2024-06-14", body: eventType(asking) }),
};

/** How the operation is usually asked; undefined where the document alone must do. */
export const recipeFor = (asking: Asking, operation: string): Recipe | undefined => recipes[operation]?.(asking);

const guestAddress = (number: number): string => `guest${number}@example.net`;

const eventTypeIdOf = ({ dice, world, caller }: Asking): number =>
  Number(pickThing(dice, world, "eventType", caller)?.id ?? 1);

function seatOf({ dice, world, caller }: Asking): object {
  return dice.chance(0.25) ? { seatUid: pickThing(dice, world, "seat", caller)?.id } : {};
}

function newestBooking(asking: Asking): Recipe {
  const { dice } = asking;
  const attendee = { name: "Gil", email: guestAddress(dice.int(40)), timeZone: "Europe/Rome" };
  const guests = dice.chance(0.2) ? { guests: [guestAddress(dice.int(40))] } : {};
  const flags = dice.chance(0.1) ? { allowConflicts: true, allowBookingOutOfBounds: true } : {};
  const body = { start: startIn(asking), eventTypeId: eventTypeIdOf(asking), attendee, ...guests, ...flags };
  return { version: dice.pick(["2024-08-13", "2024-08-13", "2026-02-25"]), body };
}

function oldestBooking(asking: Asking): Recipe {
  const responses = { name: "Old", email: guestAddress(asking.dice.int(40)) };
  const common = { timeZone: "UTC", language: "en", metadata: {}, responses };
  return { version: "2024-04-15", body: { start: startIn(asking), eventTypeId: eventTypeIdOf(asking), ...common } };
}

function eventType({ dice }: Asking): Record<string, unknown> {
  const kinds = [
    { seats: { seatsPerTimeSlot: 1 + dice.int(4), showAttendeeInfo: dice.chance(0.5), showAvailabilityCount: true } },
    { confirmationPolicy: { type: "always", blockUnconfirmedBookingsInBooker: dice.chance(0.5) } },
    {
      recurrence: { interval: 1, occurrences: 1 + dice.int(4), frequency: dice.pick(["weekly", "monthly", "yearly"]) },
    },
    { bookingLimitsCount: { day: 1 + dice.int(3) } },
    { beforeEventBuffer: 15, afterEventBuffer: 30, slotInterval: 10 },
    { hidden: true, lengthInMinutesOptions: [30, 60] },
  ];
  const locations = [{ type: "link", link: "https://meet.example.com/x", public: true }];
  const slug = `made-${dice.int(100_000)}`;
  return { title: "Made", slug, lengthInMinutes: 30, minimumBookingNotice: 0, locations, ...dice.pick(kinds) };
}

function eventTypeChange(asking: Asking): Record<string, unknown> {
  const { slug: _, title: __, locations: ___, ...fields } = eventType(asking);
  const { dice } = asking;
  return dice.chance(0.5) ? fields : { minimumBookingNotice: dice.int(120), afterEventBuffer: dice.pick([0, 10, 45]) };
}

function webhook({ dice }: Asking): Record<string, unknown> {
  const triggers = ["BOOKING_CREATED", "BOOKING_CANCELLED", "BOOKING_RESCHEDULED", "BOOKING_REQUESTED"];
  const template = dice.chance(0.4) ? { payloadTemplate: dice.pick(templates) } : {};
  return {
    subscriberUrl: `https://hooks.example.com/${dice.int(100_000)}`,
    triggers,
    active: true,
    secret: "s",
    ...template,
  };
}

const templates = [
  '{"title":"{{title}}","who":"{{attendees.0.name}}"}',
  "{{#each attendees}}{{email}}{{/each}}",
  "{{constructor.constructor}} {{__proto__}} {{organizer.toString}}",
  "{{",
  '{"a":{{metadata}}}',
];
