import { describe, expect, test } from "vitest";
import { type Answer, type TestUser, useHouse } from "../../../test/harness/house.js";

const house = useHouse();
const version = "2024-06-14";
const recurrence = { interval: 2, occurrences: 4, frequency: "weekly" };
const intro = { title: "Intro", slug: "intro", lengthInMinutes: 30 };

const create = (as: TestUser, fields: object = {}): Promise<Answer> =>
  house.post("/v2/event-types", { ...intro, ...fields }, { as, version });

/** The sentence of a refusal, wherever it stands. */
function reasons(answer: Answer): string {
  return JSON.stringify(answer.body.error);
}

const ownSchedule = async (user: TestUser): Promise<number> =>
  (await house.get("/v2/me", { as: user })).body.data.defaultScheduleId;

const defaultField = { isDefault: true, disableOnPrefill: false };

const everything = {
  lengthInMinutes: 60,
  lengthInMinutesOptions: [15, 30, 60],
  title: "Everything",
  slug: "everything",
  description: "All the *fields*",
  bookingFields: [
    { type: "name", label: "Your name", placeholder: "Name", disableOnPrefill: true },
    { type: "email", label: "Your email", required: true, placeholder: "mail", disableOnPrefill: false },
    { slug: "title", required: true, hidden: false, label: "What", placeholder: "what", disableOnPrefill: false },
    { slug: "guests", required: false, hidden: false, label: "Guests", placeholder: "g", disableOnPrefill: false },
    { slug: "location", label: "Where" },
    { type: "phone", slug: "phone", label: "phone", required: true, placeholder: "123" },
    { type: "select", slug: "select", label: "sel", required: false, placeholder: "s", options: ["a", "b"] },
    { type: "multiselect", slug: "multi", label: "multi", required: false, options: ["a", "b"] },
    { type: "checkbox", slug: "check", label: "check", required: false, options: ["x", "y"] },
    { type: "radio", slug: "radio", label: "radio", required: false, options: ["r", "s"] },
    { type: "boolean", slug: "bool", label: "bool", required: false, hidden: true },
    { type: "url", slug: "site", label: "site", required: false, placeholder: "u" },
  ],
  disableGuests: false,
  slotInterval: 30,
  minimumBookingNotice: 240,
  beforeEventBuffer: 10,
  afterEventBuffer: 5,
  bookingLimitsCount: { day: 3, week: 8, month: 20, year: 100 },
  bookerActiveBookingsLimit: { maximumActiveBookings: 2, offerReschedule: true },
  onlyShowFirstAvailableSlot: true,
  bookingLimitsDuration: { day: 120, week: 480, month: 1200, year: 9000 },
  bookingWindow: { type: "calendarDays", value: 45, rolling: true },
  offsetStart: 5,
  bookerLayouts: { defaultLayout: "month", enabledLayouts: ["month", "week", "column"] },
  confirmationPolicy: {
    type: "time",
    noticeThreshold: { unit: "minutes", count: 60 },
    blockUnconfirmedBookingsInBooker: true,
  },
  requiresBookerEmailVerification: false,
  hideCalendarNotes: true,
  lockTimeZoneToggleOnBookingPage: true,
  color: { lightThemeHex: "#112233", darkThemeHex: "#445566" },
  customName: "{Event type title} between {Organiser} and {Scheduler}",
  useDestinationCalendarEmail: false,
  hideCalendarEventDetails: true,
  successRedirectUrl: "https://example.com/thanks",
  hideOrganizerEmail: true,
  calVideoSettings: { disableRecordingForOrganizer: true, redirectUrlOnExit: "https://example.com/exit" },
  hidden: true,
  bookingRequiresAuthentication: true,
  disableCancelling: { disabled: true },
  disableRescheduling: { minutesBefore: 60 },
  interfaceLanguage: "pt-BR",
  allowReschedulingPastBookings: true,
  allowReschedulingCancelledBookings: true,
  showOptimizedSlots: true,
  locations: [
    { type: "address", address: "Via Roma 1", public: true },
    { type: "link", link: "https://meet.example.com/ann", public: false },
    { type: "phone", phone: "+390612345678", public: true },
    { type: "attendeeAddress" },
    { type: "attendeePhone" },
    { type: "attendeeDefined" },
    { type: "integration", integration: "cal-video" },
  ],
};

describe("POST /v2/event-types", () => {
  test("201 with three fields fills in every default", async () => {
    const ann = await house.user({ name: "Ann" });
    const answer = await create(ann);
    expect(answer.status).toBe(201);
    expect(answer.body.data).toEqual({
      ...intro,
      id: expect.any(Number),
      ownerId: ann.id,
      description: "",
      locations: [{ type: "integration", integration: "cal-video" }],
      bookingFields: [
        { ...defaultField, type: "name", slug: "name", required: true, label: "your_name" },
        { ...defaultField, type: "email", slug: "email", required: true, hidden: false },
        { isDefault: true, type: "radioInput", slug: "location", required: false, hidden: false },
        { ...defaultField, type: "text", slug: "title", required: true, hidden: true },
        { ...defaultField, type: "textarea", slug: "notes", required: false, hidden: false },
        { ...defaultField, type: "multiemail", slug: "guests", required: false, hidden: false },
        { ...defaultField, type: "textarea", slug: "rescheduleReason", required: false, hidden: false },
      ],
      recurrence: null,
      disableGuests: false,
      slotInterval: null,
      minimumBookingNotice: 120,
      beforeEventBuffer: 0,
      afterEventBuffer: 0,
      metadata: {},
      price: 0,
      currency: "usd",
      lockTimeZoneToggleOnBookingPage: false,
      forwardParamsSuccessRedirect: true,
      successRedirectUrl: null,
      isInstantEvent: false,
      users: [
        {
          id: ann.id,
          name: "Ann",
          username: ann.username,
          avatarUrl: null,
          brandColor: null,
          darkBrandColor: null,
          weekStart: "Sunday",
          metadata: {},
        },
      ],
      scheduleId: null,
      onlyShowFirstAvailableSlot: false,
      offsetStart: 0,
      bookingWindow: { disabled: true },
      confirmationPolicy: { disabled: true },
      requiresBookerEmailVerification: false,
      hideCalendarNotes: false,
      seats: { disabled: true },
      useDestinationCalendarEmail: false,
      hideCalendarEventDetails: false,
      hideOrganizerEmail: false,
      hidden: false,
      bookingRequiresAuthentication: false,
      bookerActiveBookingsLimit: { disabled: true },
      interfaceLanguage: null,
      allowReschedulingPastBookings: false,
      allowReschedulingCancelledBookings: false,
      showOptimizedSlots: false,
      bookingUrl: `http://localhost:3000/${ann.username}/intro`,
    });
  });

  test("201 with every field gives back what was sent, in seven statements", async () => {
    const ann = await house.user();
    const scheduleId = await ownSchedule(ann);
    let answer = await create(ann, { slug: "warm-up" });
    const statements = await house.countStatements(async () => {
      answer = await create(ann, { ...everything, scheduleId });
    });
    // Key, BEGIN, lock, count, schedule, INSERT, COMMIT.
    expect(statements).toBe(7);
    expect(answer.status).toBe(201);
    const { bookingFields: _, calVideoSettings, ...sent } = everything;
    expect(answer.body.data).toMatchObject({ ...sent, scheduleId });
    expect(answer.body.data.calVideoSettings).toEqual({ ...calVideoSettings, sendTranscriptionEmails: true });
    expect(answer.body.data.metadata).toEqual({ multipleDuration: [15, 30, 60] });
    expect(answer.body.data.bookingFields.map((field: { slug: string }) => field.slug)).toEqual(
      "name email location phone select multi check radio bool site title notes guests rescheduleReason".split(" "),
    );
  });

  test("201 with a recurrence, which comes out again and can be posted back", async () => {
    const ann = await house.user();
    const made = (await create(ann, { recurrence })).body.data;
    expect(made.recurrence).toEqual({ disabled: false, ...recurrence });
    expect((await create(ann, { ...made, slug: "again" })).body.data.recurrence).toEqual(made.recurrence);
  });

  test.each([
    ["minimal", {}],
    ["full", everything],
    ["seated", { seats: { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: true } }],
    ["limited by a range", { bookingWindow: { type: "range", value: ["2027-01-04", "2027-01-15"] } }],
    ["asking for two names and a phone number", { bookingFields: [{ type: "splitName" }, phoneDefault()] }],
    ["with guests hidden by the form", { bookingFields: [{ slug: "guests", hidden: true }] }],
    ["with limits switched off", { bookingLimitsCount: { disabled: true }, bookingLimitsDuration: { disabled: true } }],
  ])("201 for the answer of a %s one as a new body, which makes an equal event type", async (_, fields) => {
    const ann = await house.user();
    const first = await create(ann, fields);
    expect(first.status).toBe(201);
    const again = await house.post("/v2/event-types", { ...first.body.data, slug: "copy" }, { as: ann, version });
    expect(again.status).toBe(201);
    const changed = { id: expect.any(Number), slug: "copy", bookingUrl: expect.stringMatching(/\/copy$/) };
    expect(again.body.data).toEqual({ ...first.body.data, ...changed });
  });

  test("201 keeps capitals and blanks of a slug, and its leading marks go", async () => {
    const ann = await house.user();
    expect((await create(ann, { slug: "My Event Slug!" })).body.data.slug).toBe("My Event Slug!");
    expect((await create(ann, { slug: "  -.__intro-" })).body.data.slug).toBe("intro-");
  });

  test("201 switches off what is disabled, and null is as good as absent", async () => {
    const ann = await house.user();
    const off = { disabled: true };
    const answer = await create(ann, {
      confirmationPolicy: off,
      recurrence: off,
      seats: off,
      bookingWindow: off,
      bookingLimitsCount: off,
      bookingLimitsDuration: off,
      bookerActiveBookingsLimit: off,
      scheduleId: null,
      description: null,
      locations: null,
      bookerLayouts: null,
      destinationCalendar: null,
    });
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({
      recurrence: null,
      bookingLimitsCount: {},
      bookingLimitsDuration: {},
      seats: off,
      description: "",
    });
    expect(answer.body.data).not.toHaveProperty("bookerLayouts");
  });

  test("201 for a booking window of dates that are timestamps", async () => {
    const ann = await house.user();
    const value = ["2027-01-04T00:00:00.000Z", "2027-01-15"];
    const answer = await create(ann, { bookingWindow: { type: "range", value } });
    expect(answer.body.data.bookingWindow).toEqual({ type: "range", value: ["2027-01-04", "2027-01-15"] });
  });

  test("201 says whether a window rolls even if nobody did", async () => {
    const ann = await house.user();
    const answer = await create(ann, { bookingWindow: { type: "businessDays", value: 5 } });
    expect(answer.body.data.bookingWindow).toEqual({ type: "businessDays", value: 5, rolling: false });
  });

  test("201 without a version header if only the newest version knows the body", async () => {
    const ann = await house.user();
    const answer = await house.post("/v2/event-types", intro, { as: ann });
    expect(answer.status).toBe(201);
    expect(answer.body.data.lengthInMinutes).toBe(30);
  });

  test("201 for the names of the published agent skill", async () => {
    const ann = await house.user();
    const answer = await create(ann, {
      requiresConfirmation: true,
      locations: [
        { type: "userPhone", phone: "+390612345678" },
        { type: "link", link: "meet.example.com/ann" },
      ],
      bookingFields: [
        { name: "color", type: "select", label: "Color", required: true, options: [{ value: "r", label: "Red" }] },
        { name: "terms", type: "checkbox", label: "Agreed", required: true },
      ],
    });
    expect(answer.status).toBe(201);
    expect(answer.body.data.confirmationPolicy).toEqual({ type: "always", blockUnconfirmedBookingsInBooker: false });
    expect(answer.body.data.locations).toEqual([
      { type: "phone", phone: "+390612345678", public: false },
      { type: "link", link: "meet.example.com/ann", public: false },
    ]);
    expect(answer.body.data.bookingFields.slice(3, 5)).toMatchObject([
      { slug: "color", type: "select", options: ["r"], isDefault: false },
      { slug: "terms", type: "boolean", isDefault: false },
    ]);
  });

  test("201 hides the guests question where guests are not allowed", async () => {
    const ann = await house.user();
    const answer = await create(ann, { disableGuests: true, bookingFields: [{ slug: "guests", label: "Who else?" }] });
    const guests = answer.body.data.bookingFields.find((field: { slug: string }) => field.slug === "guests");
    expect(guests).toMatchObject({ label: "Who else?", hidden: true });
  });

  test("400 for a slug that is taken, and for one of two at once", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    expect((await create(ann)).status).toBe(201);
    const again = await create(ann);
    expect(again.status).toBe(400);
    expect(again.body.error.message).toBe("User already has an event type with this slug.");
    expect((await create(ben)).status).toBe(201);
    const answers = await Promise.all([1, 2, 3].map(() => create(ann, { slug: "race" })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 400, 400]);
  });

  test("404 for another user's schedule, and for an unknown one", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const scheduleId = await ownSchedule(ben);
    const answer = await create(ann, { scheduleId });
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toBe(`User with ID=${ann.id} does not own schedule with ID=${scheduleId}`);
    expect((await create(ann, { scheduleId: 999_999 })).status).toBe(404);
    expect((await create(ann)).status, "nothing was written").toBe(201);
  });

  test("401 without a key", async () => {
    expect((await house.post("/v2/event-types", intro, { version })).status).toBe(401);
  });

  test.each([
    [{ lengthInMinutes: 0 }, "lengthInMinutes"],
    [{ lengthInMinutes: "30" }, "lengthInMinutes"],
    [{ lengthInMinutes: 1e12 }, "lengthInMinutes"],
    [{ title: 5 }, "title"],
    [{ slug: null }, "slug"],
    [{ slug: " -._ " }, "slug"],
    [{ lengthInMinutesOptions: [] }, "lengthInMinutesOptions"],
    [{ lengthInMinutesOptions: [15, 15] }, "lengthInMinutesOptions"],
    [{ slotInterval: -5 }, "slotInterval"],
    [{ beforeEventBuffer: -1 }, "beforeEventBuffer"],
    [{ minimumBookingNotice: 1.5 }, "minimumBookingNotice"],
    [{ bookingLimitsCount: { day: 5, week: 2 } }, "cannot exceed the number of bookings for week"],
    [{ bookingLimitsCount: { day: 0 } }, "day"],
    [{ bookingLimitsDuration: { day: 10 } }, "day"],
    [{ bookerActiveBookingsLimit: { disabled: false } }, "bookerActiveBookingsLimit"],
    [{ bookingWindow: { type: "weeks", value: 3 } }, "bookingWindow"],
    [{ bookingWindow: { type: "range", value: ["2027-02-30", "2027-03-01"] } }, "value"],
    [{ bookingWindow: { type: "range", value: ["2027-03-02", "2027-03-01"] } }, "value"],
    [{ bookingWindow: { type: "range", value: ["2027-03-02"] } }, "value"],
    [{ bookingWindow: 5 }, "bookingWindow"],
    [{ confirmationPolicy: { type: "time", blockUnconfirmedBookingsInBooker: true } }, "noticeThreshold"],
    [{ confirmationPolicy: { type: "always" } }, "blockUnconfirmedBookingsInBooker"],
    [{ seats: { seatsPerTimeSlot: 1001, showAttendeeInfo: true, showAvailabilityCount: true } }, "seatsPerTimeSlot"],
    [{ seats: {} }, "showAttendeeInfo"],
    [{ bookerLayouts: { defaultLayout: "week", enabledLayouts: ["month"] } }, "defaultLayout"],
    [{ color: { lightThemeHex: "red", darkThemeHex: "#000" } }, "lightThemeHex"],
    [{ customName: "{Organizer} and {Scheduler}" }, "Invalid event name variables: {Organizer}"],
    [{ successRedirectUrl: "javascript:alert(1)" }, "successRedirectUrl"],
    [{ interfaceLanguage: "klingon" }, "interfaceLanguage"],
    [{ disableRescheduling: { disabled: true, minutesBefore: 5 } }, "minutesBefore"],
    [{ recurrence: { interval: 1, occurrences: 4, frequency: "daily" } }, "frequency"],
    [{ recurrence: { interval: 1, occurrences: 101, frequency: "weekly" } }, "must not be greater than 100"],
    [{ recurrence: { interval: 0, occurrences: 4, frequency: "weekly" } }, "interval"],
    [{ recurrence: { interval: 1, occurrences: 12, frequency: "yearly" } }, "ten years"],
    [{ recurrence, bookerActiveBookingsLimit: { maximumActiveBookings: 1 } }, "Can't have `recurrence`"],
    [{ recurrence, seats: { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: true } }, "Seats"],
    [{ destinationCalendar: { integration: "x", externalId: "y" } }, "not one of your connected calendars"],
    [{ useDestinationCalendarEmail: true }, "primary connected calendar is required"],
  ])("400 for %j, and nothing is written", async (fields, named) => {
    const ann = await house.user();
    const answer = await create(ann, fields);
    expect(answer.status).toBe(400);
    expect(reasons(answer)).toContain(named);
    expect((await house.get("/v2/event-types", { as: ann, version })).body.data).toEqual([]);
  });

  test.each([
    [{ locations: [] }, "'locations' must contain at least 1 location."],
    [{ locations: "here" }, "'locations' must be an array."],
    [{ locations: [{ type: "moon" }] }, "Unsupported location type 'moon'. Valid types are"],
    [{ locations: [{ type: "toString" }] }, "Unsupported location type 'toString'."],
    [{ locations: [5] }, "Unsupported location type"],
    [{ locations: [{ type: "link" }] }, "Validation failed for link location: link"],
    [{ locations: [{ type: "link", link: "javascript:alert(1)" }] }, "Validation failed for link location: link"],
    [{ locations: [{ type: "phone", phone: "0612" }] }, "Validation failed for phone location: phone"],
    [{ locations: [{ type: "address", address: "x", public: "yes" }] }, "public must be a boolean value"],
    [{ locations: [{ type: "organizersDefaultApp" }] }, "Unsupported location type"],
    [{ locations: [{ type: "unknown", location: "not json" }] }, "Validation failed for unknown location"],
    [{ locations: [{ type: "integration", integration: "zoom" }] }, "zoom not connected."],
    [{ locations: [{ type: "integration", integration: "msteams" }] }, "office365-video not connected."],
    [
      { locations: [{ type: "integration", integration: "carrier-pigeon" }] },
      "must be one of the following values: cal-video",
    ],
    [{ ...seats(), locations: [{ type: "attendeePhone" }, { type: "attendeeDefined" }] }, "more than one location"],
    [{ ...seats(), requiresConfirmation: true }, "Seats are enabled but requiresConfirmation is true."],
    [{ bookingFields: [] }, "'bookingFields' must contain at least 1 booking field."],
    [{ bookingFields: {} }, "'bookingFields' must be an array."],
    [{ bookingFields: ["name"] }, "'bookingFields' must be an array of objects."],
    [{ bookingFields: [field({ type: undefined })] }, "'type' is required"],
    [{ bookingFields: [field({ type: "hologram" })] }, "Unsupported booking field type 'hologram'."],
    [
      { bookingFields: [field({ slug: undefined })] },
      "Validation failed for text booking field: slug must be a string",
    ],
    [{ bookingFields: [field({ label: 5 })] }, "Validation failed for text booking field: label must be a string"],
    [
      { bookingFields: [field({ type: "select" })] },
      "Validation failed for select booking field: options must be an array",
    ],
    [{ bookingFields: [field({}), field({})] }, "Duplicate bookingFields slug 'company' found."],
    [{ bookingFields: [field({ slug: "email" })] }, "Duplicate bookingFields slug 'email' found."],
    [{ bookingFields: [{ type: "name" }, { type: "splitName" }] }, "Duplicate bookingFields slug"],
    [{ bookingFields: [{ type: "email", required: false }] }, "the email field must be required"],
    [{ bookingFields: [{ type: "email", hidden: true }] }, "the email field must be required"],
  ])("400 for %j in one sentence", async (fields, sentence) => {
    const ann = await house.user();
    const answer = await create(ann, fields);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(sentence);
  });
});

function phoneDefault(): object {
  return { type: "phone", slug: "attendeePhoneNumber", label: "Call me", required: true, placeholder: "+1" };
}

function seats(): object {
  return { seats: { seatsPerTimeSlot: 3, showAttendeeInfo: true, showAvailabilityCount: true } };
}

function field(changes: object): object {
  return { type: "text", slug: "company", label: "Company", required: true, ...changes };
}
