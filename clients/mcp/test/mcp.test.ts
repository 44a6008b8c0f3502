import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import {
  call,
  freePort,
  processKey,
  type ServerProcess,
  startServer,
  temporaryFolder,
} from "../../../test/harness/server-process.js";
import { type Connected, connectTo, type ToolAnswer } from "./harness.js";

let server: ServerProcess;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  server = await startServer({ KALENDS_DATA_DIR: folder.path });
});

afterAll(async () => {
  await server.stop();
  await folder.remove();
});

const attendee = { name: "John Doe", email: "john@example.com", timeZone: "Asia/Kolkata" };
const dayMs = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);

/** Four characters a token, to the hundred. */
const tokensOf = (tools: unknown): number => Math.round(JSON.stringify(tools).length / 400) * 100;

/** What docs/mcp.md says of the default set and of all. */
const statedTokens = (which: number): number =>
  Number([...readFileSync("docs/mcp.md", "utf8").matchAll(/about (\d+),(\d{3})\b/g)][which]?.slice(1).join(""));

/** The starts that a refusal names. */
const timesIn = ({ text }: ToolAnswer): string[] => text.match(/\d{4}-\d\d-\d\dT[\d:]+(?:Z|[+-]\d\d:\d\d)/g) ?? [];

describe.each(["stdio", "http"] as const)("over %s", (kind) => {
  let mcp: Connected;
  beforeAll(async () => {
    mcp = await connectTo(kind, server.url, processKey);
  });
  afterAll(() => mcp.close());

  test("the tools are listed without a warning, in at most 6,000 tokens", async () => {
    const warn = vi.spyOn(console, "warn");
    const { tools } = await mcp.client.listTools();
    expect(warn).not.toHaveBeenCalled();
    expect(tokensOf(tools)).toBeLessThan(6000);
    expect(Math.abs(tokensOf(tools) / statedTokens(0) - 1)).toBeLessThan(0.1);
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false });
    for (const tool of tools) {
      expect([tool.title, tool.description, tool.annotations?.readOnlyHint].includes(undefined)).toBe(false);
      expect(() => [ajv.compile(tool.inputSchema), ajv.compile(tool.outputSchema ?? {})]).not.toThrow();
    }
    expect(tools.map(({ name }) => name)).toContain("find_times");
  });

  test("find times → hold → book → move → cancel", async () => {
    const { value: me } = await mcp.call("get_me");
    const { value: offered } = await mcp.call("list_event_types", { username: me.username });
    const eventTypeId: number = offered.eventTypes[0].id;
    const { value: found } = await mcp.call("find_times", {
      eventTypeId,
      from: inDays(2),
      to: inDays(9),
      timeZone: attendee.timeZone,
    });
    expect(found.times[0]).toMatch(/\+05:30$/);
    const [first, second] = found.times;

    const held = await mcp.call("hold_time", { eventTypeId, start: first, timeZone: attendee.timeZone });
    expect(held.value.start).toBe(first);
    const { value: meanwhile } = await mcp.call("find_times", {
      eventTypeId,
      from: inDays(2),
      timeZone: attendee.timeZone,
    });
    expect(meanwhile.times).not.toContain(first);

    const booked = await mcp.call("book", { eventTypeId, start: first, attendee, holdUid: held.value.holdUid });
    expect(booked.value).toMatchObject({
      status: "accepted",
      start: first,
      attendees: ["John Doe <john@example.com>"],
    });

    const moved = await mcp.call("reschedule_booking", { uid: booked.value.uid, start: second, reason: "later" });
    expect(moved.value).toMatchObject({ start: second, movedFrom: booked.value.uid });
    expect(moved.value.uid).not.toBe(booked.value.uid);
    const old = await mcp.call("get_booking", { uid: booked.value.uid });
    expect(old.value).toMatchObject({ status: "cancelled", movedTo: moved.value.uid });

    const listed = await mcp.call("list_bookings", { status: "upcoming", attendeeEmail: attendee.email });
    expect(listed.value.bookings.map(({ uid }: { uid: string }) => uid)).toContain(moved.value.uid);
    const cancelled = await mcp.call("cancel_booking", { uid: moved.value.uid, reason: "called off" });
    expect(cancelled.value).toMatchObject({ status: "cancelled", reason: "called off" });
  });

  test("a refused booking recovers by the times that the refusal names", async () => {
    const { value: found } = await mcp.call("find_times", { eventTypeId: 1, from: inDays(2), to: inDays(9) });
    const start = found.times[0];
    const winner = await mcp.call("book", { eventTypeId: 1, start, attendee });
    const refused = await mcp.call("book", { eventTypeId: 1, start, attendee });
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain("[rule: booking]");
    const [other] = timesIn(refused);
    const recovered = await mcp.call("book", { eventTypeId: 1, start: other, attendee });
    expect(recovered.value.start).toBe(other);

    const why = await mcp.call("why_not_offered", { eventTypeId: 1, start });
    expect(why.value).toMatchObject({ offered: false, reasons: [{ rule: "booking" }] });
    expect(why.value.nearest.length).toBeGreaterThan(0);
    for (const { uid } of [winner.value, recovered.value]) {
      expect(await mcp.call("cancel_booking", { uid, reason: "test" })).toMatchObject({ isError: false });
    }
    expect((await mcp.call("why_not_offered", { eventTypeId: 1, start })).value).toMatchObject({
      offered: true,
      reasons: [],
    });
  });

  test("a request that waits is found and declined", async () => {
    const made = await mcp.call("save_event_type", {
      title: "Interview",
      slug: `interview-${kind}`,
      lengthMinutes: 45,
      needsConfirmation: true,
    });
    const eventTypeId = made.value.id;
    const { value: found } = await mcp.call("find_times", { eventTypeId, from: inDays(10), limit: 1 });
    const asked = await mcp.call("book", { eventTypeId, start: found.times[0], attendee });
    expect(asked.value.status).toBe("pending");
    const { value: waiting } = await mcp.call("list_bookings", { status: "unconfirmed" });
    expect(waiting.bookings).toMatchObject([{ uid: asked.value.uid }]);
    const declined = await mcp.call("answer_booking_request", {
      uid: asked.value.uid,
      answer: "decline",
      reason: "no",
    });
    expect(declined.value.status).toBe("rejected");
    expect((await mcp.call("save_event_type", { eventTypeId, title: "Talk" })).value.title).toBe("Talk");
  });

  test("schedules and webhooks are made, changed and listed", async () => {
    const hours = [{ days: ["Monday"], startTime: "10:00", endTime: "12:00" }];
    const made = await mcp.call("save_schedule", { name: "Mornings", timeZone: "Europe/Rome", availability: hours });
    expect(made.value).toMatchObject({ name: "Mornings", isDefault: false, availability: hours, overrides: [] });
    const changed = await mcp.call("save_schedule", { scheduleId: made.value.id, name: "Early" });
    expect(changed.value).toMatchObject({ name: "Early", availability: hours });
    expect((await mcp.call("list_schedules")).value.schedules).toContainEqual(changed.value);

    const subscriberUrl = `https://example.com/${kind}`;
    const hook = await mcp.call("save_webhook", { subscriberUrl, triggers: ["BOOKING_CREATED"], secret: "s3cret" });
    expect(hook.value).toMatchObject({ subscriberUrl, active: true, hasSecret: true });
    expect(hook.text).not.toContain("s3cret");
    const webhookId = hook.value.id;
    expect((await mcp.call("save_webhook", { webhookId, active: false })).value.active).toBe(false);
    expect((await mcp.call("list_webhooks")).value.webhooks).toHaveLength(1);
    await mcp.call("delete_webhook", { webhookId });
    expect((await mcp.call("list_webhooks")).value.webhooks).toEqual([]);
  });

  test("faults are told with what to do", async () => {
    const told = async (name: string, args: object): Promise<string> => {
      const { isError, text } = await mcp.call(name, { ...args });
      expect(isError, text).toBe(true);
      return text;
    };
    expect(await told("book", { eventTypeId: 1, start: "2030-01-01T10:00", attendee })).toContain(
      "start: must be ISO 8601 with Z",
    );
    expect(await told("book", { start: "2030-01-01T10:00:00Z", attendee })).toContain("list_event_types tells both");
    expect(await told("find_times", { eventTypeId: 1, from: "2030-01-02", to: "2030-01-01" })).toContain(
      "to must be after from",
    );
    expect(await told("find_times", { eventTypeId: 1, from: inDays(1), timeZone: "Rome" })).toContain(
      "no IANA time zone",
    );
    expect(await told("get_booking", { uid: "nope" })).toMatch(/Refused \(404\).*\nCheck the id or uid/);
    expect(await told("save_webhook", { subscriberUrl: "https://example.com", triggers: ["NOPE"] })).toContain(
      "triggers",
    );
    expect(await told("book", { eventTypeId: 1, start: "2020-01-06T10:00:00Z", attendee })).toMatch(
      /past[\s\S]*can be booked now/,
    );
  });

  test("where a range has nothing, the first times after it are told", async () => {
    const sunday = inDays(7 - new Date().getUTCDay());
    const { value } = await mcp.call("find_times", { eventTypeId: 1, from: sunday, to: sunday });
    expect(value).toMatchObject({ times: [], more: 0 });
    expect(value.next).toHaveLength(5);
  });

  test("the skill's pages are resources, with the base URL filled in", async () => {
    const { resources } = await mcp.client.listResources();
    expect(resources.map(({ name }) => name)).toContain("references/bookings.md");
    const { contents } = await mcp.client.readResource({ uri: "skill://calcom-api/SKILL.md" });
    expect((contents[0] as { text: string }).text).toContain(`${server.url}/v2`);
    await expect(mcp.client.readResource({ uri: "skill://calcom-api/none.md" })).rejects.toThrow("no resource");
  });

  test("prompts: book, reschedule, triage", async () => {
    const { prompts } = await mcp.client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(["book", "reschedule", "triage"]);
    const given = { attendee: "John <john@example.com>", event: "intro" };
    const { messages } = await mcp.client.getPrompt({ name: "book", arguments: given });
    expect(JSON.stringify(messages)).toContain("John <john@example.com>");
    await expect(mcp.client.getPrompt({ name: "book" })).rejects.toThrow("needs: attendee, event");
  });

  describe("with every operation", () => {
    let all: Connected;
    beforeAll(async () => {
      all = await connectTo(kind, server.url, processKey, { all: true });
    });
    afterAll(() => all.close());

    test("each is a tool, read from the printed table", async () => {
      const { tools } = await all.client.listTools();
      const names = tools.map(({ name }) => name);
      expect(names).toEqual(
        expect.arrayContaining(["find_times", "createBooking", "listTimezones", "createMyOutOfOffice"]),
      );
      expect(new Set(names).size).toBe(names.length);
      expect(Math.abs(tokensOf(tools) / statedTokens(1) - 1)).toBeLessThan(0.1);
    });

    test("each tells the types of its answer, and what the server answers is of them", async () => {
      const { tools } = await all.client.listTools();
      const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false });
      for (const { inputSchema, outputSchema } of tools)
        expect(() => [ajv.compile(inputSchema), ajv.compile(outputSchema ?? {})]).not.toThrow();
      const silent = tools.filter(({ outputSchema }) => Object.keys(outputSchema?.properties ?? {}).length === 0);
      expect(silent.map(({ name }) => name).filter((name) => !/^(delete|request)/.test(name))).toEqual([
        "getRoutingTrace",
      ]);
      // The client holds each answer against the listed schema, and throws where it does not fit.
      const looks = tools.filter(({ annotations, inputSchema }) => annotations?.readOnlyHint && !inputSchema.required);
      expect(looks.length).toBeGreaterThan(15);
      const wanted: Record<string, object> = {
        getSlots: { eventTypeId: 1, start: inDays(2), end: inDays(3) },
        getAvailableSlots: { eventTypeId: 1, startTime: inDays(2), endTime: inDays(3) },
      };
      const refused: string[] = [];
      for (const { name } of looks) if ((await all.call(name, { ...wanted[name] })).isError) refused.push(name);
      expect(refused).toEqual([]);
    });

    test("a refused time is told with others, whichever tool it was asked with", async () => {
      const { value: found } = await all.call("find_times", { eventTypeId: 1, from: inDays(9) });
      const booking = { eventTypeId: 1, start: found.times[0], attendee };
      const { value: booked } = await all.call("createBooking", booking);
      for (const [name, args] of [
        ["createBooking", booking],
        ["reserveSlot", { eventTypeId: 1, slotStart: booking.start }],
      ] as const) {
        const refused = await all.call(name, args);
        expect([refused.isError, timesIn(refused).length], name).toEqual([true, 5]);
        expect(refused.text).toContain(`call ${name} again`);
      }
      const bookingUid = booked.data.uid;
      expect((await all.call("cancelBooking", { bookingUid, cancellationReason: "done" })).isError).toBe(false);
    });

    test("a body that is a list is the argument `items`", async () => {
      const recurrence = { interval: 1, occurrences: 4, frequency: "weekly" };
      const series = { title: "Series", slug: `series-${kind}`, lengthInMinutes: 30, recurrence };
      const eventTypeId = (await all.call("createEventType", series)).value.data.id;
      const [start] = (await all.call("find_times", { eventTypeId, from: inDays(9) })).value.times;
      const starts = [0, 7].map((days) => new Date(Date.parse(start) + days * dayMs).toISOString());
      const { name, email, timeZone } = attendee;
      const items = starts.map((start: string) => ({
        start,
        eventTypeId,
        timeZone,
        language: "en",
        metadata: {},
        responses: { name, email },
      }));
      const { value, text } = await all.call("createRecurringBooking", { items });
      expect(value?.data, text).toHaveLength(2);
      for (const { uid } of value.data)
        await all.call("cancelBooking", { bookingUid: uid, cancellationReason: "done" });
    });

    test("arguments go to path, query and body", async () => {
      const made = await all.call("createSchedule", { name: "All", timeZone: "UTC", isDefault: false });
      expect(made.value.data).toMatchObject({ name: "All" });
      const scheduleId = made.value.data.id;
      expect((await all.call("updateSchedule", { scheduleId, name: "None" })).value.data.name).toBe("None");
      expect((await all.call("deleteSchedule", { scheduleId })).isError).toBe(false);
      expect((await all.call("listWebhooks", { take: 1 })).value.data).toEqual([]);
      expect((await all.call("getSchedule", {})).text).toBe("Missing: scheduleId.");
      expect((await all.call("getSchedule", { scheduleId: 1, id: 2 })).text).toContain("Unknown: id.");
      expect((await all.call("updateSchedule", { scheduleId: 1, timeZone: "Nowhere" })).text).toContain("timeZone: ");
    });
  });
});

describe("who may", () => {
  test("stdio: a wrong key is a refusal that names the variable", async () => {
    const mcp = await connectTo("stdio", server.url, "cal_live_wrong");
    expect((await mcp.call("list_bookings")).text).toMatch(/Refused \(401\)[\s\S]*check CAL_API_KEY/);
    await mcp.close();
  });

  test("http: no key and a wrong key are 401, before MCP is spoken", async () => {
    await expect(connectTo("http", server.url, "cal_live_wrong")).rejects.toThrow("401");
    const body = { jsonrpc: "2.0", id: 1, method: "tools/list" };
    const response = await fetch(`${server.url}/mcp`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
    expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  });

  test("http: nothing to listen to and no session to end", async () => {
    const headers = { authorization: `Bearer ${processKey}` };
    for (const method of ["GET", "DELETE"]) {
      const response = await fetch(`${server.url}/mcp`, { method, headers });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    }
  });

  test("http: each caller has his own account", async () => {
    const body = { email: "ann@example.com", name: "Ann", timeZone: "Europe/Rome" };
    const { body: made } = await call(server, "POST", "/v2/admin/users", { key: processKey, body });
    const [ann, operator] = [
      await connectTo("http", server.url, made.data.apiKey),
      await connectTo("http", server.url, processKey),
    ];
    expect((await ann.call("get_me")).value.email).toBe("ann@example.com");
    expect((await operator.call("get_me")).value.email).not.toBe("ann@example.com");
    await Promise.all([ann.close(), operator.close()]);
  });
});

describe("when the server is gone", () => {
  const opened: Connected[] = [];
  afterEach(async () => void (await Promise.all(opened.map((mcp) => mcp.close()))));

  test("a tool says so, and whether anything may have happened", async () => {
    const mcp = await connectTo("stdio", `http://127.0.0.1:${await freePort()}`, processKey);
    opened.push(mcp);
    expect((await mcp.call("get_me")).text).toMatch(/not reached \(GET \/me: ECONNREFUSED\)\.\nNothing was changed/);
    const args = { eventTypeId: 1, start: "2030-01-07T10:00:00Z", attendee };
    expect((await mcp.call("book", args)).text).toContain("not reached (POST /bookings: ECONNREFUSED)");
  });
});
