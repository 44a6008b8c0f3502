import { describe, expect, test } from "vitest";
import { operatorKey, useHouse } from "../../../test/harness/house.js";
import { dayMs, hourMs, minuteMs } from "../../core/time/index.js";
import type { MailOutcome, OutgoingMail } from "../../outside/ports.js";
import { at, jsonb } from "../../store/sql.js";
import { type NewMail, queueMail } from "./index.js";

const house = useHouse();

const hello: Omit<NewMail, "createdAt"> = {
  kind: "test.hello",
  to: { name: "Gil", email: "gil@example.com" },
  subject: "Hello",
  html: "<p>Hello</p>",
  text: "Hello",
};

const queue = (fields: Partial<NewMail> = {}): Promise<void> =>
  house.store.transaction((tx) => queueMail(tx, { ...hello, createdAt: house.now, ...fields }));

const outbox = async (query = "") => (await house.get(`/v2/admin/outbox${query}`, { as: operatorKey })).body;
const jobs = () => house.store.db.selectFrom("jobs").select(["kind", "dead_at"]).execute();

const addJob = (kind: string, payload: object) =>
  house.store.db
    .insertInto("jobs")
    .values({ kind, payload: jsonb(payload), run_at: at(house.now) })
    .execute();

/** A mail server that answers as it is told, and what it was given. */
function answering(...answers: MailOutcome[]): OutgoingMail[] {
  const taken: OutgoingMail[] = [];
  house.mail = async (load) => {
    const mail = await load();
    if (!mail) return { kind: "not-wanted" };
    taken.push(mail);
    return answers[taken.length - 1] ?? { kind: "accepted" };
  };
  return taken;
}

describe("GET /v2/admin/outbox", () => {
  test("200 shows a mail that could not be sent for want of a mail server", async () => {
    const ann = await house.user();
    await queue({ userId: ann.id });
    await house.runJobs();
    expect(await outbox()).toEqual({
      status: "success",
      data: [
        {
          id: 1,
          kind: "test.hello",
          status: "kept",
          to: { name: "Gil", email: "gil@example.com" },
          replyTo: null,
          subject: "Hello",
          html: "<p>Hello</p>",
          text: "Hello",
          calendar: null,
          userId: ann.id,
          attempts: 0,
          lastError: null,
          createdAt: "2026-11-23T06:00:00.000Z",
          finishedAt: "2026-11-23T06:00:00.000Z",
        },
      ],
      pagination: { nextCursor: null, hasMore: false },
    });
    expect(await jobs()).toEqual([]);
  });

  test("200 in pages, the newest first", async () => {
    for (const subject of ["1", "2", "3", "4", "5"]) await queue({ subject });
    const subjects: string[][] = [];
    let query = "?limit=2";
    for (;;) {
      const { data, pagination } = await outbox(query);
      subjects.push(data.map((mail: { subject: string }) => mail.subject));
      if (!pagination.hasMore) break;
      query = `?limit=2&cursor=${pagination.nextCursor}`;
    }
    expect(subjects).toEqual([["5", "4"], ["3", "2"], ["1"]]);
  });

  test("403 for anybody but the operator", async () => {
    const ann = await house.user();
    await queue({ userId: ann.id });
    expect((await house.get("/v2/admin/outbox", { as: ann })).status).toBe(403);
  });

  test.each(["limit=0", "limit=101", "limit=x", "cursor=x", "cursor=1e3"])("400 for %s", async (query) => {
    expect((await house.get(`/v2/admin/outbox?${query}`, { as: operatorKey })).status).toBe(400);
  });
});

describe("a queued mail", () => {
  test("comes to be with the transaction that wrote it, or not at all", async () => {
    const failing = house.store.transaction(async (tx) => {
      await queueMail(tx, { ...hello, createdAt: house.now });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect([(await outbox()).data, await jobs()]).toEqual([[], []]);
  });

  test("is sent once, with its calendar part, and leaves nothing to do", async () => {
    const taken = answering();
    await queue({ calendar: { method: "REQUEST", content: "BEGIN:VCALENDAR" } });
    await house.runJobs();
    expect(taken).toMatchObject([{ id: 1, to: hello.to, calendar: { method: "REQUEST" } }]);
    expect((await outbox()).data).toMatchObject([{ status: "sent", attempts: 1, lastError: null }]);
    expect(await jobs()).toEqual([]);
  });

  test("costs two statements to send", async () => {
    answering();
    await queue();
    const statements = await house.countStatements(() => house.runJobs());
    const idle = await house.countStatements(() => house.runJobs());
    // Claim, load, note; three looks that find nothing, of which one reports it as done.
    expect(statements - idle).toBe(3 + 3);
  });

  test("that is deferred is tried again, and sent once", async () => {
    const taken = answering({ kind: "deferred", message: "451 later" });
    await queue();
    await house.runJobs();
    expect((await outbox()).data).toMatchObject([{ status: "queued", attempts: 1, lastError: "451 later" }]);
    house.now += minuteMs;
    await house.runJobs();
    house.now += dayMs;
    await house.runJobs();
    expect(taken.map(({ id }) => id)).toEqual([1, 1]);
    expect((await outbox()).data).toMatchObject([{ status: "sent", attempts: 2, lastError: null }]);
  });

  test("that is refused for good fails at once", async () => {
    const taken = answering({ kind: "refused", message: "550 nobody here" });
    await queue();
    await house.runJobs();
    house.now += dayMs;
    await house.runJobs();
    expect(taken).toHaveLength(1);
    expect((await outbox()).data).toMatchObject([{ status: "failed", attempts: 1, lastError: "550 nobody here" }]);
    expect(await jobs()).toEqual([]);
  });

  test("that is deferred to the end fails after six tries", async () => {
    const taken = answering(...Array.from({ length: 9 }, () => ({ kind: "deferred", message: "ETIMEDOUT" }) as const));
    await queue();
    for (let hour = 0; hour < 60; hour++) {
      await house.runJobs();
      house.now += hourMs;
    }
    expect(taken).toHaveLength(6);
    expect((await outbox()).data).toMatchObject([{ status: "failed", attempts: 6, finishedAt: expect.any(String) }]);
    expect(await jobs()).toEqual([{ kind: "mail.send", dead_at: expect.any(Number) }]);
  });

  test("that was sent before the process died is not sent by its second job", async () => {
    const taken = answering();
    await queue();
    await house.runJobs();
    await addJob("mail.send", { mailId: 1 });
    await house.runJobs();
    expect(taken).toHaveLength(1);
  });

  test("goes with its account", async () => {
    const ann = await house.user();
    await queue({ userId: ann.id });
    await house.store.db.deleteFrom("users").where("id", "=", ann.id).execute();
    await house.runJobs();
    expect((await outbox()).data).toEqual([]);
  });

  test("has one line for a subject and one for a name, whatever strangers put there", async () => {
    await queue({
      subject: "Lunch\r\nBcc: everybody@example.com\u2028x",
      to: { name: "Gil\nX-Evil: 1\u202E", email: "gil@example.com" },
    });
    expect((await outbox()).data).toMatchObject([
      { subject: "Lunch Bcc: everybody@example.com x", to: { name: "Gil X-Evil: 1" } },
    ]);
  });

  test("loses what no text can hold", async () => {
    await queue({ subject: "a\0b\uD800c", html: "<p>\0\uD83D\uDE00\uD83D</p>", text: "\uDE00x" });
    expect((await outbox()).data).toMatchObject([{ subject: "a b c", html: "<p>\u{1F600}</p>", text: "x" }]);
  });

  test.each(["gil@example.com, eve@example.com", "gil@example.com\r\nBcc: e@e.com", "<gil@example.com>", "gil"])(
    "for %j is refused",
    async (email) => {
      await expect(queue({ to: { email } })).rejects.toThrow("not an address");
    },
  );
});

describe("the outbox", () => {
  test("forgets what was finished 30 days ago", async () => {
    answering({ kind: "accepted" }, { kind: "deferred", message: "later" });
    await queue({ subject: "sent" });
    await queue({ subject: "still tried" });
    await house.runJobs();
    const subjects = async () => (await outbox()).data.map((mail: { subject: string }) => mail.subject);
    house.now += 30 * dayMs;
    await house.doChores();
    expect(await subjects()).toEqual(["still tried", "sent"]);
    house.now += 1;
    await house.doChores();
    expect(await subjects()).toEqual(["still tried"]);
  });
});
