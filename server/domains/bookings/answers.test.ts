import { beforeEach, describe, expect, test } from "vitest";
import { book, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { type TestUser, useHouse } from "../../../test/harness/house.js";
import { jsonb } from "../../store/sql.js";

/** What bookers answer to the form of an event type. */

const house = useHouse();
const start = "2026-11-30T10:00:00Z";
const options = ["small", "big"];

let ann: TestUser;

beforeEach(async () => {
  ann = await house.user();
});

describe("custom questions", () => {
  /** Right and wrong answers to each kind of question, and how a wrong one is told. */
  const kinds: [type: string, right: unknown[], wrong: unknown[], told: string][] = [
    ["text", ["Acme", "0"], [5, true, ["Acme"]], "Expected type string"],
    ["textarea", ["one\ntwo"], [{}], "Expected type string"],
    ["address", ["Via Roma 1"], [1], "Expected type string"],
    ["number", [3, 0, -1.5], ["3", true], "Expected type number"],
    ["boolean", [true, false], ["true", 1], "Expected type boolean"],
    ["phone", ["+393331234567"], ["+1234", "Acme"], "invalid_number"],
    ["url", ["https://example.com/a"], ["example", "http//x"], "url_validation_error"],
    ["multiemail", [["a@example.com", "b@example.com"], []], ["a@example.com"], "Expected type array"],
    ["multiemail", [], [["a@example.com", "nope"]], "email_validation_error"],
    ["select", ["small"], [["small"], true], "Expected type string or number"],
    ["select", [], ["huge"], "Invalid option 'huge'"],
    ["radio", ["big"], ["huge"], "Invalid option 'huge'"],
    ["multiselect", [["small", "big"]], ["small"], "Expected type array"],
    ["multiselect", [], [["small", "huge"]], "One or more invalid options"],
    ["checkbox", [["big"], []], [["huge"]], "One or more invalid options"],
  ];

  test.each(kinds)("%s", async (type, right, wrong, told) => {
    const hasOptions = ["select", "radio", "multiselect", "checkbox"].includes(type);
    const field = { type, slug: "q", label: "Q", required: false, ...(hasOptions && { options }) };
    const eventTypeId = await makeEventType(house, ann, { bookingFields: [field] });
    const answer = (q: unknown, at: string) => book(house, eventTypeId, at, { bookingFieldsResponses: { q } });
    for (const [index, q] of right.entries()) {
      const { status, body } = await answer(q, `2026-11-30T1${index}:00:00Z`);
      expect([status, body.data?.bookingFieldsResponses.q], JSON.stringify(body)).toEqual([201, q]);
    }
    for (const q of wrong) {
      const { status, body } = await answer(q, start.replace("30T10", "30T16"));
      expect([status, body.error.message]).toEqual([400, expect.stringContaining(told)]);
    }
    expect(await house.events()).toHaveLength(right.length);
  });

  test("400 for no answer, null or an empty one where there must be one; hidden ones are not asked", async () => {
    const field = (slug: string, hidden: boolean) => ({ type: "text", slug, label: slug, required: true, hidden });
    const bookingFields = [field("company", false), field("secret", true)];
    const eventTypeId = await makeEventType(house, ann, { bookingFields });
    for (const answers of [undefined, {}, { company: null }, { company: "" }]) {
      const { status, body } = await book(house, eventTypeId, start, { bookingFieldsResponses: answers });
      expect([status, body.error.details.field]).toEqual([400, "company"]);
    }
    expect((await book(house, eventTypeId, start, { bookingFieldsResponses: { company: "Acme" } })).status).toBe(201);
    expect(await house.events()).toHaveLength(1);
  });

  test("201 keeps null as an empty answer, and answers to questions that nobody asked", async () => {
    const bookingFields = [{ type: "text", slug: "company", label: "Company", required: false }];
    const eventTypeId = await makeEventType(house, ann, { bookingFields });
    const answers = { company: null, shoeSize: 43 };
    const { body } = await book(house, eventTypeId, start, { bookingFieldsResponses: answers });
    expect(body.data.bookingFieldsResponses).toMatchObject({ company: "", shoeSize: 43 });
    expect(await house.events()).toHaveLength(1);
  });
});

describe("the attendee's number", () => {
  const attendee = { name: "Ph", timeZone: "Europe/Rome", phoneNumber: "+393331234567" };
  const asksForPhone = { type: "phone", slug: "attendeePhoneNumber", label: "Phone", required: true };

  test("400 without it where it is required, 201 with it", async () => {
    const eventTypeId = await makeEventType(house, ann, { bookingFields: [asksForPhone] });
    const without = await book(house, eventTypeId, start);
    expect([without.status, without.body.error.message]).toEqual([
      400,
      'Missing attendee phone number - it is required by the event type. Pass it as "attendee.phoneNumber" string in the request.',
    ]);
    const { body } = await book(house, eventTypeId, start, { attendee: { ...attendee, email: "ph@example.com" } });
    expect(body.data).toMatchObject({
      attendees: [{ email: "ph@example.com", phoneNumber: "+393331234567" }],
      bookingFieldsResponses: { attendeePhoneNumber: "+393331234567" },
    });
    expect(await house.events()).toHaveLength(1);
  });

  test("400 for a number alone, 201 where the form does not ask for an address", async () => {
    const eventTypeId = await makeEventType(house, ann);
    const refused = await book(house, eventTypeId, start, { attendee });
    expect([refused.status, refused.body.error.message]).toEqual([400, "responses - {email}error_required_field, "]);
    // Only event types of teams may ask for none, so the form is stored by hand.
    const fields = [
      { ...asksForPhone, isDefault: true },
      { type: "email", slug: "email", isDefault: true, required: false },
    ];
    const form = { booking_fields: jsonb(fields) };
    await house.store.db.updateTable("event_types").set(form).where("id", "=", eventTypeId).execute();
    const { status, body } = await book(house, eventTypeId, start, { attendee });
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.data.attendees).toMatchObject([
      { name: "Ph", email: "393331234567@sms.cal.com", phoneNumber: "+393331234567" },
    ]);
    const read = await house.get(`/v2/bookings/${body.data.uid}`, { version: newest.bookings });
    expect(read.body.data).toEqual(body.data);
    expect(await house.events()).toHaveLength(1);
  });
});
