import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { mailedCode } from "../harness/codes.js";
import { examplesOf, type Known, tryExample } from "../harness/examples.js";
import { book, makeEventType } from "../harness/fixtures.js";
import { type House, operatorKey, type TestUser, useHouse } from "../harness/house.js";
import { filesBelow } from "../laws/sources.js";

/** What a page takes for granted, and what its placeholders stand for. The clock stands at 2026-11-23T06:00:00Z. */
const seeds: Record<string, (house: House) => Promise<Known>> = {
  "README.md": async () => ({ cal_live_76e841062e0cbefdaeea3576c71b0a2c: operatorKey }),
  "docs/accounts.md": async () => ({ "<operator key>": operatorKey }),
  "docs/bookings.md": async (house) => {
    const recurrence = { interval: 1, occurrences: 4, frequency: "weekly" };
    const ann = await makeAnn(house);
    await makeEventType(house, ann, { recurrence });
    return keyOf(ann);
  },
  "docs/events.md": async (house) => {
    const known = keyOf(await makeAnn(house, { bookedAt: "2026-12-01T09:00:00Z" }));
    await house.runJobs();
    return known;
  },
  "docs/event-types.md": async (house) => keyOf(await makeAnn(house)),
  "docs/idempotency.md": async (house) => keyOf(await makeAnn(house, {})),
  "docs/mail.md": async (house) => {
    await makeAnn(house, { bookedAt: "2026-12-01T08:30:00Z" });
    await house.runJobs();
    return { "<operator key>": operatorKey };
  },
  "docs/operations.md": async () => ({}),
  "docs/schedules.md": async (house) => keyOf(await makeAnn(house)),
  "docs/slots.md": async (house) => keyOf(await makeAnn(house, { bookedAt: "2026-12-01T08:30:00Z" })),
  "docs/verified-resources.md": async (house) => {
    const ann = await makeAnn(house);
    await makeEventType(house, ann, { requiresBookerEmailVerification: true });
    return keyOf(ann);
  },
  "docs/versions.md": async (house) => keyOf(await makeAnn(house)),
  "docs/webhooks.md": async (house) => keyOf(await makeAnn(house, {})),
};

/** What a page learns while it is read: the code that it shows stands for the one that was mailed last. */
const learns: Record<string, (house: House) => Promise<Known>> = {
  "docs/verified-resources.md": async (house) => ({ "482913": await mailedCode(house) }),
};

const keyOf = ({ apiKey }: TestUser): Known => ({ "cal_live_…": apiKey });

/** User 2, for the operator is the first; with event type 2, and a booking of it. */
async function makeAnn(house: House, has?: { bookedAt?: string }): Promise<TestUser> {
  const ann = await house.user({ name: "Ann", email: "ann@example.com", timeZone: "Europe/Rome" });
  const eventTypeId = has && (await makeEventType(house, ann));
  if (eventTypeId && has.bookedAt) expect((await book(house, eventTypeId, has.bookedAt)).status).toBe(201);
  return ann;
}

const house = useHouse();
const pages = ["README.md", ...filesBelow("docs", ".md")]
  .map((path) => ({ path, examples: examplesOf(readFileSync(path, "utf8")) }))
  .filter(({ examples }) => examples.length > 0);

// The tests of the operations ask for the events; here they only have to be taken away.
afterEach(() => house.events());

test.each(pages)("every HTTP example of $path is true", async ({ path, examples }) => {
  const seed = seeds[path];
  if (!seed) throw new Error(`${path} has examples, but no row in the table of seeds`);
  let known = await seed(house);
  for (const example of examples) {
    try {
      known = { ...(await tryExample(house, example, known)), ...(await learns[path]?.(house)) };
    } catch (error) {
      throw Object.assign(error as Error, { message: `${path}:${example.line} ${(error as Error).message}` });
    }
  }
});
