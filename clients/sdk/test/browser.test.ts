import { createHmac } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { processKey, type ServerProcess, startServer, temporaryFolder } from "../../../test/harness/server-process.js";
import type * as sdk from "../src/index.js";
import { startWire, type Wire } from "./wire.js";

/** The built ES modules in a page of another origin, without a bundler. The machine's own browser, if it has one. */
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const executablePath = (process.env.PATH ?? "")
  .split(delimiter)
  .flatMap((folder) => names.map((name) => join(folder, name)))
  .find(existsSync);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: ServerProcess;
let wire: Wire;
let site: Awaited<ReturnType<typeof serveSdk>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (!executablePath) return;
  folder = await temporaryFolder();
  // With its limits, for a page has to be able to read how long to wait.
  server = await startServer({ KALENDS_DATA_DIR: folder.path, KALENDS_RATE_LIMIT: "on" });
  wire = await startWire(server.url, ({ method }, before) =>
    method === "POST" && before === 0 ? { kind: "lost" } : undefined,
  );
  site = await serveSdk();
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  page = await browser.newPage();
  await page.goto(site.url);
});

afterAll(async () => {
  if (!executablePath) return;
  await browser.close();
  site.close();
  await wire.close();
  expect(await server.stop()).toBe(0);
  await folder.remove();
});

/** `test`, told as skipped where there is no browser. */
const testInBrowser = (name: string, work: () => Promise<void>): void =>
  test(name, async ({ skip }) => {
    skip(!executablePath, `none of ${names.join(", ")} is on the PATH`);
    await work();
  });

/** What the page has loaded. */
interface Loaded {
  sdk: typeof sdk;
}

const monday = nextMonday();
const attendee = { name: "John", email: "john@example.com", timeZone: "UTC" };
const booking = (time: string) => ({ start: `${monday}T${time}:00Z`, eventTypeId: 1, attendee });

testInBrowser("a page finds a time and books it, without sending headers that other servers refuse", async () => {
  const seen: string[] = [];
  page.on("request", (request) => seen.push(...Object.keys(request.headers())));
  const [offered, booked] = await page.evaluate(
    async ({ url, body, day }) => {
      const { Kalends } = (globalThis as unknown as Loaded).sdk;
      const kalends = new Kalends({ baseUrl: url });
      const slots = await kalends.slots.list({ eventTypeId: 1, start: day, end: day });
      return [Object.keys(slots), await kalends.bookings.create(body)];
    },
    { url: server.url, body: booking("10:00"), day: monday },
  );
  expect(offered).toEqual([monday]);
  expect(booked).toMatchObject({ status: "accepted", start: `${monday}T10:00:00.000Z` });
  expect(seen).toContain("cal-api-version");
  expect(seen).not.toContain("idempotency-key");
});

testInBrowser("with keys switched on, what was lost on the way is sent again and booked once", async () => {
  const booked = await page.evaluate(
    async ({ url, body, apiKey }) => {
      const { Kalends } = (globalThis as unknown as Loaded).sdk;
      const kalends = new Kalends({ baseUrl: url, apiKey, idempotencyKeys: "auto", retryDelayMs: 10 });
      const { uid } = await kalends.bookings.create(body);
      const there = await kalends.bookings.list({ afterStart: body.start });
      return { uid, there: there.data.map((one) => one.uid) };
    },
    { url: wire.url, apiKey: processKey, body: booking("11:00") },
  );
  expect(wire.seen.filter((one) => one === "POST /v2/bookings")).toHaveLength(2);
  expect(booked.there).toEqual([booked.uid]);
});

testInBrowser("a refusal is typed, and tells the page its request id and how long to wait", async () => {
  const [taken, limited] = await page.evaluate(
    async ({ url, body }) => {
      const { ApiError, Kalends } = (globalThis as unknown as Loaded).sdk;
      const kalends = new Kalends({ baseUrl: url, maxRetries: 0 });
      const facts = (error: unknown) =>
        error instanceof ApiError
          ? { status: error.status, requestId: error.requestId, retryAfterSeconds: error.retryAfterSeconds }
          : { message: String(error) };
      const refused = await kalends.bookings.create(body).then(() => ({}), facts);
      for (;;) {
        const answered = await kalends.slots
          .list({ eventTypeId: 1, start: "2030-01-01", end: "2030-01-01" })
          .then(() => null, facts);
        if (answered) return [refused, answered];
      }
    },
    { url: server.url, body: booking("10:00") },
  );
  expect(taken).toMatchObject({ status: 400, requestId: expect.any(String) });
  expect(limited).toMatchObject({ status: 429, retryAfterSeconds: expect.any(Number) });
});

testInBrowser("a delivery is verified by the browser's own cryptography", async () => {
  const signature = createHmac("sha256", "secret").update("{}").digest("hex");
  const verified = await page.evaluate(async (header) => {
    const { verifyWebhook } = (globalThis as unknown as Loaded).sdk;
    return [await verifyWebhook("{}", header, "secret"), await verifyWebhook("{ }", header, "secret")];
  }, signature);
  expect(verified).toEqual([true, false]);
});

async function serveSdk(): Promise<{ url: string; close(): void }> {
  const files = createServer(async (request, response) => {
    const isPage = request.url === "/";
    response.setHeader("content-type", isPage ? "text/html" : "text/javascript");
    if (isPage) response.end('<script type="module">import * as sdk from "/index.js"; globalThis.sdk = sdk</script>');
    else response.end(await readFile(join("clients/sdk/dist/esm", request.url ?? "")).catch(() => ""));
  });
  await new Promise<void>((resolve) => files.listen(0, "127.0.0.1", resolve));
  const { port } = files.address() as { port: number };
  return { url: `http://localhost:${port}/`, close: () => void files.close() };
}

function nextMonday(): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + 14 - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
