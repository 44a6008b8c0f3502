/** A ready-made task for an agent, with what the person fills in. */
interface Prompt {
  name: string;
  title: string;
  description: string;
  arguments: { name: string; description: string; required: boolean }[];
  text: (given: Readonly<Record<string, string>>) => string;
}

export const prompts: readonly Prompt[] = [
  {
    name: "book",
    title: "Book a meeting",
    description: "Find a time and book it for somebody.",
    arguments: [
      { name: "attendee", description: "name and e-mail address of the person", required: true },
      { name: "event", description: "event type: id, slug or what it is about", required: true },
      { name: "when", description: "wishes, such as: next week, in the morning", required: false },
      { name: "timeZone", description: "IANA zone of the person", required: false },
    ],
    text: ({ attendee, event, when = "as soon as possible", timeZone = "ask, if it is not known" }) =>
      `Book a meeting for ${attendee}. Event: ${event}. When: ${when}. Time zone: ${timeZone}.

1. list_event_types: choose the event type; note its required questions.
2. find_times in the person's zone; offer three times, hold_time for the one that is likely.
3. Say the time with its zone and ask for a yes. Then book, with holdUid if held.
4. If it is refused, offer the times that the refusal names and book one of them.
5. Tell the title, the time and the uid.`,
  },
  {
    name: "reschedule",
    title: "Move a meeting",
    description: "Move a booking to another time.",
    arguments: [
      { name: "booking", description: "uid, or whose meeting it is", required: true },
      { name: "when", description: "wishes for the new time", required: false },
    ],
    text: ({ booking, when = "the next time that suits" }) =>
      `Move this booking: ${booking}. New time: ${when}.

1. get_booking by its uid, or list_bookings (upcoming, by the attendee's address) to find it.
2. find_times for its event type with bookingUid set to its uid; offer three times in the attendee's zone.
3. Ask for a yes, then reschedule_booking with the reason. The moved booking has a new uid: tell it.
4. If it is refused, offer the times that the refusal names.`,
  },
  {
    name: "triage",
    title: "Go through the requests",
    description: "Go through the bookings that wait for an answer, and the day ahead.",
    arguments: [{ name: "timeZone", description: "IANA zone to tell times in", required: false }],
    text: ({ timeZone = "the zone of get_me" }) =>
      `Go through my bookings. Times in: ${timeZone}.

1. get_me, then list_bookings with status unconfirmed: who asks for what and when.
2. list_bookings with status upcoming for the next two days: say what lies close to those requests.
3. Suggest for each request: confirm, decline with a reason, or another time (find_times). Do nothing yet.
4. After my answer: answer_booking_request for each; tell what was done.`,
  },
];
