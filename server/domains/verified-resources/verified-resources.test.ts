import { describe, expect, test } from "vitest";
import { mailedCode, wrongCode } from "../../../test/harness/codes.js";
import { operatorKey, type TestUser, useHouse } from "../../../test/harness/house.js";
import type { OutgoingSms } from "../../outside/ports.js";

const house = useHouse();
const base = "/v2/verified-resources";
const email = "desk@example.com";
const phone = "+14155552671";

const requestEmail = (as: TestUser, address = email) =>
  house.post(`${base}/emails/verification-code/request`, { email: address }, { as });
const verifyEmail = (as: TestUser, code: string, address = email) =>
  house.post(`${base}/emails/verification-code/verify`, { email: address, code }, { as });
const requestPhone = (as: TestUser, number = phone) =>
  house.post(`${base}/phones/verification-code/request`, { phone: number }, { as });
const verifyPhone = (as: TestUser, code: string, number = phone) =>
  house.post(`${base}/phones/verification-code/verify`, { phone: number, code }, { as });

/** An address verified; its id. */
async function verifiedEmail(as: TestUser, address = email): Promise<number> {
  await requestEmail(as, address);
  const { status, body } = await verifyEmail(as, await mailedCode(house, address), address);
  expect(status).toBe(200);
  return body.data.id;
}

/** Plays the gateway; the messages it takes. */
function playSms(isTaken = true): OutgoingSms[] {
  const messages: OutgoingSms[] = [];
  house.sms = async (message) => {
    messages.push(message);
    return isTaken;
  };
  return messages;
}

const codeIn = (messages: OutgoingSms[]): string => /\d{6}/.exec(messages.at(-1)?.text ?? "")?.[0] ?? "";

async function verifiedPhone(as: TestUser): Promise<number> {
  const messages = playSms();
  await requestPhone(as);
  const { status, body } = await verifyPhone(as, codeIn(messages));
  expect(status).toBe(200);
  return body.data.id;
}

describe("POST /v2/verified-resources/emails/verification-code/request", () => {
  test("200 mails a code to the address, in five statements, and stores what lets nobody pass", async () => {
    const ann = await house.user({ name: "Ann" });
    let answer = await requestEmail(ann);
    expect([answer.status, answer.body]).toEqual([200, { status: "success" }]);
    const { body } = await house.get("/v2/admin/outbox", { as: operatorKey });
    expect(body.data).toMatchObject([
      { to: { name: "Ann", email }, subject: "Your verification code", userId: ann.id },
    ]);
    const code = await mailedCode(house, email);
    const rows = await house.store.db.selectFrom("verification_codes").selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(code);
    expect(rows[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
    const statements = await house.countStatements(async () => {
      answer = await requestEmail(ann);
    });
    expect([answer.status, statements]).toEqual([200, 5]);
  });

  test("200 sends a code again where the address is verified already, or a code is under way: the last one counts", async () => {
    const ann = await house.user();
    await verifiedEmail(ann);
    await requestEmail(ann);
    const first = await mailedCode(house, email);
    expect((await requestEmail(ann)).status).toBe(200);
    const second = await mailedCode(house, email);
    if (first !== second) expect((await verifyEmail(ann, first)).status).toBe(400);
    expect((await verifyEmail(ann, second)).status).toBe(200);
  });

  test("429 for the eleventh code to an address within the hour, others are not held up", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    for (let i = 0; i < 10; i++) expect((await requestEmail(ann)).status).toBe(200);
    const refused = await requestEmail(ann);
    expect([refused.status, refused.body.error.code]).toEqual([429, "ThrottlerException"]);
    expect((await requestEmail(ann, "other@example.com")).status).toBe(200);
    expect((await requestEmail(ben)).status).toBe(200);
    house.at("2026-11-23T07:00:00Z");
    expect((await requestEmail(ann)).status).toBe(200);
  });

  test.each([[{ email: "nope" }], [{}], [{ email: `${"a".repeat(250)}@example.com` }]])("400 for %j", async (body) => {
    const ann = await house.user();
    const answer = await house.post(`${base}/emails/verification-code/request`, body, { as: ann });
    expect([answer.status, answer.body.error.details.errors[0].property]).toEqual([400, "email"]);
    expect((await house.get("/v2/admin/outbox", { as: operatorKey })).body.data).toEqual([]);
  });

  test("401 without a key", async () => {
    expect((await house.post(`${base}/emails/verification-code/request`, { email })).status).toBe(401);
  });
});

describe("POST /v2/verified-resources/emails/verification-code/verify", () => {
  test("200 notes the address as verified, in seven statements, once however often and however it is written", async () => {
    const ann = await house.user();
    await requestEmail(ann);
    const code = await mailedCode(house, email);
    let answer = await verifyEmail(ann, wrongCode(code));
    const statements = await house.countStatements(async () => {
      answer = await verifyEmail(ann, code);
    });
    const { id } = answer.body.data;
    expect(answer.body).toEqual({ status: "success", data: { id, userId: ann.id, teamId: null, email } });
    expect(statements).toBe(7);
    expect(await verifiedEmail(ann, "DESK@example.com")).toBe(id);
    const list = await house.get(`${base}/emails`, { as: ann });
    expect(list.body.data).toEqual([answer.body.data]);
  });

  test("400 for a wrong code, a spent one, one of somebody else, one for another address, and one that is too old", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    await requestEmail(ann);
    const code = await mailedCode(house, email);
    const wrong = await verifyEmail(ann, wrongCode(code));
    expect([wrong.status, wrong.body.error.message]).toEqual([
      400,
      "Could not verify email: the code is wrong or no longer valid.",
    ]);
    expect((await verifyEmail(ben, code)).status).toBe(400);
    expect((await verifyEmail(ann, code, "other@example.com")).status).toBe(400);
    expect((await verifyEmail(ann, code)).status).toBe(200);
    expect((await verifyEmail(ann, code)).status).toBe(400);
    await requestEmail(ann);
    house.at("2026-11-23T06:15:00Z");
    expect((await verifyEmail(ann, await mailedCode(house, email))).status).toBe(400);
  });

  test("400 for the right code too, after five wrong ones; a thousand at once are no more", async () => {
    const ann = await house.user();
    await requestEmail(ann);
    const code = await mailedCode(house, email);
    const tries = await Promise.all(Array.from({ length: 8 }, () => verifyEmail(ann, wrongCode(code))));
    expect(tries.map(({ status }) => status)).toEqual(Array(8).fill(400));
    expect((await verifyEmail(ann, code)).status).toBe(400);
  });

  test("200 for exactly one of two who spend a code at once", async () => {
    const ann = await house.user();
    await requestEmail(ann);
    const code = await mailedCode(house, email);
    const answers = await Promise.all([verifyEmail(ann, code), verifyEmail(ann, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test.each([[{ email }], [{ email: "nope", code: "123456" }], [{ email, code: "" }], [{ email, code: 123456 }]])(
    "400 for %j, and the code is not repeated",
    async (body) => {
      const ann = await house.user();
      const answer = await house.post(`${base}/emails/verification-code/verify`, body, { as: ann });
      expect(answer.status).toBe(400);
      expect(JSON.stringify(answer.body)).not.toContain("123456");
    },
  );

  test("401 without a key", async () => {
    expect((await house.post(`${base}/emails/verification-code/verify`, { email, code: "123456" })).status).toBe(401);
  });
});

describe("POST /v2/verified-resources/phones/verification-code/request", () => {
  test("200 sends a code through the gateway, blanks in the number or not", async () => {
    const ann = await house.user();
    const messages = playSms();
    const answer = await requestPhone(ann, "+1 415 555 2671");
    expect([answer.status, answer.body]).toEqual([200, { status: "success" }]);
    expect(messages).toEqual([{ to: phone, text: expect.stringMatching(/^\d{6} is your verification code\.$/) }]);
    const rows = await house.store.db.selectFrom("verification_codes").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(codeIn(messages));
  });

  test("400 where no gateway is set up, and where it does not take the message", async () => {
    const ann = await house.user();
    const message = "Could not send verification code to this phone number.";
    for (const isTaken of [undefined, false]) {
      if (isTaken !== undefined) playSms(isTaken);
      const answer = await requestPhone(ann);
      expect([answer.status, answer.body.error.message]).toEqual([400, message]);
    }
  });

  test("200 once under an Idempotency-Key, and sent after the commit; if it cannot be sent, the key is free", async () => {
    const ann = await house.user();
    const send = () =>
      house.post(
        `${base}/phones/verification-code/request`,
        { phone },
        { as: ann, headers: { "idempotency-key": "k" } },
      );
    playSms(false);
    expect((await send()).status).toBe(400);
    const messages: OutgoingSms[] = [];
    house.sms = async (message) => {
      messages.push(message);
      // What another connection sees of the code; the embedded store has one, which is then free.
      const rows = await house.store.db.selectFrom("verification_codes").selectAll().execute();
      return rows.length === 1;
    };
    const answers = [await send(), await send()];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(2).fill([200, { status: "success" }]));
    expect(messages).toHaveLength(1);
    expect((await verifyPhone(ann, codeIn(messages))).status).toBe(200);
  });

  test.each(["123", "4155552671", "+1415", ""])("400 for %j", async (number) => {
    const ann = await house.user();
    const answer = await requestPhone(ann, number);
    expect([answer.status, answer.body.error.details.errors[0].property]).toEqual([400, "phone"]);
  });

  test("401 without a key", async () => {
    expect((await house.post(`${base}/phones/verification-code/request`, { phone })).status).toBe(401);
  });
});

describe("POST /v2/verified-resources/phones/verification-code/verify", () => {
  test("200 notes the number as verified, once", async () => {
    const ann = await house.user();
    const id = await verifiedPhone(ann);
    expect(await verifiedPhone(ann)).toBe(id);
    const { body } = await house.get(`${base}/phones`, { as: ann });
    expect(body.data).toEqual([{ id, userId: ann.id, teamId: null, phoneNumber: phone }]);
  });

  test("400 for a wrong code, and for one of somebody else", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const messages = playSms();
    await requestPhone(ann);
    const wrong = await verifyPhone(ann, wrongCode(codeIn(messages)));
    expect([wrong.status, wrong.body.error.message]).toEqual([400, "Could not verify phone number."]);
    expect((await verifyPhone(ben, codeIn(messages))).status).toBe(400);
  });

  test("401 without a key", async () => {
    const body = { phone, code: "123456" };
    expect((await house.post(`${base}/phones/verification-code/verify`, body)).status).toBe(401);
  });
});

describe("GET /v2/verified-resources/emails", () => {
  test("200 lists the caller's own in their order, a page at a time, in two statements", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    for (const address of ["a@example.com", "b@example.com", "c@example.com"]) await verifiedEmail(ann, address);
    await verifiedEmail(ben);
    const emails = async (query: string) =>
      (await house.get(`${base}/emails${query}`, { as: ann })).body.data.map((one: { email: string }) => one.email);
    expect(await emails("")).toEqual(["a@example.com", "b@example.com", "c@example.com"]);
    expect(await emails("?take=1&skip=1")).toEqual(["b@example.com"]);
    expect(await house.countStatements(() => emails(""))).toBe(2);
  });

  test.each(["take=0", "take=251", "skip=-1"])("400 for %s", async (query) => {
    expect((await house.get(`${base}/emails?${query}`, { as: await house.user() })).status).toBe(400);
  });

  test("401 without a key", async () => {
    expect((await house.get(`${base}/emails`)).status).toBe(401);
  });
});

describe("GET /v2/verified-resources/phones", () => {
  test("200 lists the caller's own", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const id = await verifiedPhone(ann);
    expect((await house.get(`${base}/phones`, { as: ann })).body.data).toMatchObject([{ id, phoneNumber: phone }]);
    expect((await house.get(`${base}/phones`, { as: ben })).body.data).toEqual([]);
  });

  test("401 without a key", async () => {
    expect((await house.get(`${base}/phones`)).status).toBe(401);
  });
});

describe("GET /v2/verified-resources/emails/{id}", () => {
  test("200 shows it; 404 for one of somebody else, an unknown one; 400 for what is no id", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const id = await verifiedEmail(ann);
    const answer = await house.get(`${base}/emails/${id}`, { as: ann });
    expect(answer.body.data).toEqual({ id, userId: ann.id, teamId: null, email });
    expect((await house.get(`${base}/emails/${id}`, { as: ben })).status).toBe(404);
    expect((await house.get(`${base}/emails/999999`, { as: ann })).status).toBe(404);
    expect((await house.get(`${base}/emails/x`, { as: ann })).status).toBe(400);
  });

  test("401 without a key", async () => {
    expect((await house.get(`${base}/emails/1`)).status).toBe(401);
  });
});

describe("GET /v2/verified-resources/phones/{id}", () => {
  test("200 shows it; 404 for one of somebody else", async () => {
    const [ann, ben] = [await house.user(), await house.user()];
    const id = await verifiedPhone(ann);
    expect((await house.get(`${base}/phones/${id}`, { as: ann })).body.data.phoneNumber).toBe(phone);
    expect((await house.get(`${base}/phones/${id}`, { as: ben })).status).toBe(404);
  });

  test("401 without a key", async () => {
    expect((await house.get(`${base}/phones/1`)).status).toBe(401);
  });
});
