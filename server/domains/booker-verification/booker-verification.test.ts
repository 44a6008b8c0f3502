import { describe, expect, test } from "vitest";
import { mailedCode, wrongCode } from "../../../test/harness/codes.js";
import { book, guest, makeEventType, newest } from "../../../test/harness/fixtures.js";
import { operatorKey, type TestUser, useHouse } from "../../../test/harness/house.js";
import type { Context } from "../../context.js";
import { proveBooker } from "./prove.js";

const house = useHouse();
const start = "2026-12-01T10:00:00Z";

const verifying = (owner: TestUser) => makeEventType(house, owner, { requiresBookerEmailVerification: true });

const requestCode = (eventTypeId: number, email = guest.email) =>
  house.post(`/v2/event-types/${eventTypeId}/email-verification-code/request`, { email });

async function codeFor(eventTypeId: number, email = guest.email): Promise<string> {
  expect((await requestCode(eventTypeId, email)).status).toBe(200);
  return mailedCode(house, email);
}

const told = async () => (await house.events()).map(({ kind }) => kind);

describe("POST /v2/event-types/{eventTypeId}/email-verification-code/request", () => {
  test("200 mails a booker without a key his code, in five statements", async () => {
    const id = await verifying(await house.user());
    let answer = await requestCode(id);
    const statements = await house.countStatements(async () => {
      answer = await requestCode(id);
    });
    expect([answer.status, answer.body, statements]).toEqual([200, { status: "success" }, 5]);
    const { body } = await house.get("/v2/admin/outbox", { as: operatorKey });
    expect(body.data[0]).toMatchObject({ to: { email: guest.email }, subject: "Your verification code", userId: null });
  });

  test("400 where the event type asks for none, and for what is no address; nobody is written to", async () => {
    const ann = await house.user();
    expect((await requestCode(await makeEventType(house, ann))).status).toBe(400);
    expect((await requestCode(await verifying(ann), "nope")).status).toBe(400);
    expect((await house.get("/v2/admin/outbox", { as: operatorKey })).body.data).toEqual([]);
  });

  test("404 for an unknown event type", async () => {
    expect((await requestCode(999_999)).status).toBe(404);
  });
});

describe("bookings of event types with requiresBookerEmailVerification", () => {
  test("201 with the code, which is spent with the booking", async () => {
    const id = await verifying(await house.user());
    const emailVerificationCode = await codeFor(id);
    expect((await book(house, id, start, { emailVerificationCode })).status).toBe(201);
    expect(await told()).toEqual(["booking.created"]);
    const again = await book(house, id, "2026-12-01T11:00:00Z", { emailVerificationCode });
    expect([again.status, again.body.error.message]).toEqual([400, "invalid_verification_code"]);
  });

  test("400 without a code, for the owner too", async () => {
    const ann = await house.user();
    const id = await verifying(ann);
    const answers = [
      await book(house, id, start),
      await book(house, id, start, {}, ann),
      await book(house, id, start, { emailVerificationCode: "" }),
    ];
    for (const { status, body } of answers) {
      expect([status, body.error.message]).toEqual([400, "email_verification_required"]);
    }
  });

  test("400 for a wrong code, and for one that was sent to another address", async () => {
    const id = await verifying(await house.user());
    const code = await codeFor(id);
    const others = await codeFor(id, "other@example.com");
    for (const emailVerificationCode of [wrongCode(code), others === code ? wrongCode(code) : others, "x"]) {
      const { status, body } = await book(house, id, start, { emailVerificationCode });
      expect([status, body.error.message]).toEqual([400, "invalid_verification_code"]);
    }
  });

  test("201 after a refusal for another reason, which leaves the code as it was", async () => {
    const id = await verifying(await house.user());
    const emailVerificationCode = await codeFor(id);
    expect((await book(house, id, "2026-12-01T03:00:00Z", { emailVerificationCode })).status).toBe(400);
    const attendee = { ...guest, email: "GIL@example.com" };
    expect((await book(house, id, start, { attendee, emailVerificationCode })).status).toBe(201);
    expect(await told()).toEqual(["booking.created"]);
  });

  test("201 after many refusals for other reasons, which cost no try, with a key for repeats or without", async () => {
    const id = await verifying(await house.user());
    const emailVerificationCode = await codeFor(id);
    const taken = { start: "2026-12-01T03:00:00Z", eventTypeId: id, attendee: guest, emailVerificationCode };
    for (let i = 0; i < 8; i++) {
      const headers: Record<string, string> = i % 2 ? { "idempotency-key": `try-${i}` } : {};
      const answer = await house.post("/v2/bookings", taken, { version: newest.bookings, headers });
      expect(answer.body.error.details.rule).toBe("schedule");
    }
    expect((await book(house, id, start, { emailVerificationCode })).status).toBe(201);
    expect(await told()).toEqual(["booking.created"]);
  });

  test("400 for the right code after five wrong ones, whatever a refused booking gave back before", async () => {
    const id = await verifying(await house.user());
    const code = await codeFor(id);
    expect((await book(house, id, "2026-12-01T03:00:00Z", { emailVerificationCode: code })).status).toBe(400);
    for (let i = 0; i < 5; i++)
      await book(house, id, "2026-12-01T03:00:00Z", { emailVerificationCode: wrongCode(code) });
    const { status, body } = await book(house, id, start, { emailVerificationCode: code });
    expect([status, body.error.message]).toEqual([400, "invalid_verification_code"]);
  });

  test("201 in the oldest dialect too", async () => {
    const id = await verifying(await house.user());
    const { name, email, timeZone } = guest;
    const body = { start, eventTypeId: id, timeZone, language: "en", metadata: {}, responses: { name, email } };
    const options = { version: "2024-04-15" };
    expect((await house.post("/v2/bookings", body, options)).body.error.message).toBe("email_verification_required");
    const emailVerificationCode = await codeFor(id);
    expect((await house.post("/v2/bookings", { ...body, emailVerificationCode }, options)).status).toBe(201);
    expect(await told()).toEqual(["booking.created"]);
  });

  test("201 for a whole series with one code, 400 without", async () => {
    const recurrence = { interval: 1, occurrences: 3, frequency: "weekly" };
    const id = await makeEventType(house, await house.user(), { requiresBookerEmailVerification: true, recurrence });
    expect((await book(house, id, start)).body.error.message).toBe("email_verification_required");
    const emailVerificationCode = await codeFor(id);
    const { status, body } = await book(house, id, start, { emailVerificationCode });
    expect([status, body.data.length]).toEqual([201, 3]);
    expect(await told()).toEqual(["booking.created", "booking.created", "booking.created"]);
  });

  test("one code does not prove the several bookers of a series", async () => {
    const id = await verifying(await house.user());
    const emailVerificationCode = await codeFor(id);
    const ctx: Context = { ...house.contextOfDoor(), actor: { kind: "anonymous" } };
    const occurrence = (email: string) => ({ attendee: { email }, emailVerificationCode });
    const prove = (...emails: string[]) =>
      proveBooker(ctx, { requiresEmailVerification: true }, emails.map(occurrence));
    expect(await prove(guest.email, "other@example.com")).toEqual({ kind: "missing" });
    expect(await prove(guest.email, "GIL@example.com")).toMatchObject({ kind: "right" });
  });

  test("201 for a move without a code: the booker has proved himself already", async () => {
    const id = await verifying(await house.user());
    const { body } = await book(house, id, start, { emailVerificationCode: await codeFor(id) });
    const moved = { start: "2026-12-01T12:00:00Z" };
    const path = `/v2/bookings/${body.data.uid}/reschedule`;
    expect((await house.post(path, moved, { version: newest.bookings })).status).toBe(201);
    expect(await told()).toEqual(["booking.created", "booking.rescheduled"]);
  });

  test("the setting is shown, changed, and public", async () => {
    const ann = await house.user();
    const id = await verifying(ann);
    const options = { as: ann, version: newest.eventTypes };
    const path = `/v2/event-types/${id}`;
    expect((await house.get(path, options)).body.data.requiresBookerEmailVerification).toBe(true);
    const { body } = await house.patch(path, { requiresBookerEmailVerification: false }, options);
    expect(body.data.requiresBookerEmailVerification).toBe(false);
    expect((await book(house, id, start)).status).toBe(201);
    expect(await told()).toEqual(["booking.created"]);
  });
});
