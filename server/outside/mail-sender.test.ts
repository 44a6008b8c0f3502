import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type MailServer, startMailServer } from "../../test/harness/mail-server.js";
import { freePort } from "../../test/harness/server-process.js";
import { createMailSender } from "./mail-sender.js";
import type { OutgoingMail } from "./ports.js";

let server: MailServer;

beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.close());

const from = "Ann's calendar <calendar@example.com>";
const hello: OutgoingMail = {
  id: 7,
  createdAt: Date.parse("2026-11-23T06:00:00Z"),
  to: { name: "Gil Guest", email: "gil@example.com" },
  replyTo: null,
  subject: "Hello",
  html: "<p>Hello</p>",
  text: "Hello",
  calendar: null,
};

const send = (fields: Partial<OutgoingMail> = {}, smtpUrl = server.url) =>
  createMailSender({ smtpUrl, from })(async () => ({ ...hello, ...fields }));

describe("a mail", () => {
  test("arrives with its parts, from the configured sender, to the one person", async () => {
    const subject = "已确认：30 分钟会议 – Café";
    expect(await send({ subject, replyTo: { name: "Ann", email: "ann@example.com" } })).toEqual({ kind: "accepted" });
    expect(server.received).toMatchObject([
      {
        recipients: ["gil@example.com"],
        from: { name: "Ann's calendar", address: "calendar@example.com" },
        to: [{ name: "Gil Guest", address: "gil@example.com" }],
        replyTo: [{ name: "Ann", address: "ann@example.com" }],
        subject,
        html: "<p>Hello</p>\n",
        text: "Hello\n",
        messageId: "<kalends-7-1795413600000@example.com>",
        date: "2026-11-23T06:00:00.000Z",
      },
    ]);
    expect(server.received[0]?.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
  });

  test("carries an invitation where calendar programs look for it", async () => {
    const content = "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n";
    await send({ calendar: { method: "CANCEL", content } });
    const [mail] = server.received;
    expect(mail?.raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=CANCEL/i);
    const files = mail?.attachments.map(({ mimeType, filename, method }) => [mimeType, filename, method]);
    expect(files).toContainEqual(["application/ics", "invite.ics", undefined]);
    expect(files?.some(([mimeType]) => mimeType === "text/calendar")).toBe(true);
  });

  test.each([
    { subject: "Hi\r\nBcc: eve@example.com" },
    { to: { name: "Gil\r\nBcc: eve@example.com", email: "gil@example.com" } },
    { to: { name: 'Gil" <eve@example.com>, "', email: "gil@example.com" } },
    { replyTo: { name: "x\nBcc: eve@example.com", email: "ann@example.com" } },
  ])("gets no second recipient or header by %j", async (fields) => {
    await send(fields);
    const [mail] = server.received;
    expect(mail?.recipients).toEqual(["gil@example.com"]);
    expect(mail?.headers.filter(({ key }) => key === "bcc" || key === "cc")).toEqual([]);
    expect(mail?.to?.map(({ address }) => address)).toEqual(["gil@example.com"]);
  });
});

describe("an answer", () => {
  test.each([
    ["RCPT", 450, "deferred"],
    ["DATA", 451, "deferred"],
    ["RCPT", 550, "refused"],
    ["DATA", 554, "refused"],
  ] as const)("of the server to %s, %i: the mail is %s", async (at, status, kind) => {
    server.answers.push({ at, status });
    expect(await send()).toEqual({ kind, message: expect.stringContaining(String(status)) });
    expect(server.received).toEqual([]);
  });

  test("to a wrong password is for the operator: the mails wait, and nothing of it is told", async () => {
    const locked = await startMailServer({ password: "right" });
    const outcome = await send({}, locked.url.replace("//", "//ann:wrong-secret@"));
    expect(outcome).toMatchObject({ kind: "deferred", message: expect.stringContaining("EAUTH") });
    expect(JSON.stringify(outcome)).not.toMatch(/secret|ann/);
    expect(await send({}, locked.url.replace("//", "//ann:right@"))).toEqual({ kind: "accepted" });
    await locked.close();
  });

  test("that never comes costs one try of each connection, not of each mail", async () => {
    let connections = 0;
    const silent = createServer(() => connections++).listen(0, "127.0.0.1");
    await once(silent, "listening");
    const { port } = silent.address() as { port: number };
    const patient = createMailSender({ smtpUrl: `smtp://127.0.0.1:${port}`, from, connectTimeoutMs: 300 });
    const outcomes = await Promise.all(Array.from({ length: 30 }, (_, id) => patient(async () => ({ ...hello, id }))));
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(["deferred"]));
    expect(connections).toBeLessThanOrEqual(5);
    silent.close();
  });

  test("to what was sent or taken back before its turn is not asked for", async () => {
    let isQueued = true;
    const sender = createMailSender({ smtpUrl: server.url, from });
    const load = async () => {
      const mail = isQueued ? hello : null;
      isQueued = false;
      return mail;
    };
    const kinds = (await Promise.all(Array.from({ length: 12 }, () => sender(load)))).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "accepted")).toHaveLength(1);
    expect(kinds.filter((kind) => kind === "not-wanted")).toHaveLength(11);
    expect(server.received).toHaveLength(1);
  });

  test("that nobody gives is waited for", async () => {
    const port = await freePort();
    expect(await send({}, `smtp://127.0.0.1:${port}`)).toMatchObject({
      kind: "deferred",
      message: expect.stringMatching(/ECONN|ESOCKET/),
    });
  });
});
