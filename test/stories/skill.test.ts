import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import { examplesOf, expectShown, type Known, tryExample } from "../harness/examples.js";
import { book } from "../harness/fixtures.js";
import { type House, useHouse } from "../harness/house.js";
import { call, processKey, type ServerProcess, startServer, temporaryFolder } from "../harness/server-process.js";
import { filesBelow } from "../laws/sources.js";

const folder = "skill/calcom-api";
const pages = filesBelow(folder, ".md").map((path) => ({ path, text: readFileSync(path, "utf8") }));

describe("the pages", () => {
  test.each(pages)("$path fits into a context window", ({ path, text }) => {
    expect(text.split("\n").length - 1).toBeLessThanOrEqual(path.includes("references/") ? 350 : 200);
  });

  test("the front matter tells what the skill is and which variables it needs", () => {
    for (const { text } of pages.filter(({ path }) => !path.includes("references/"))) {
      const front = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? "";
      for (const field of ["id", "name", "category", "description"])
        expect(front).toMatch(new RegExp(`^${field}: \\S`, "m"));
      const variables = [...front.matchAll(/- name: (\w+)\n {4}required: (true|false)/g)].map(([, name, flag]) => [
        name,
        flag,
      ]);
      expect(variables).toEqual([
        ["CAL_API_KEY", "true"],
        ["CAL_CLIENT_ID", "false"],
        ["CAL_SECRET_KEY", "false"],
        ["CAL_WEBHOOK_SECRET", "false"],
      ]);
    }
  });
});

describe("the HTTP blocks, one by one, against the server", () => {
  const house = useHouse();
  afterEach(() => house.events());

  test.each(pages.filter(({ text }) => examplesOf(text).length > 0))(
    "$path",
    async ({ path, text }) => {
      let known = await makeAnn(house, path);
      for (const example of examplesOf(text)) {
        try {
          known = await tryExample(house, example, known);
        } catch (error) {
          throw Object.assign(error as Error, { message: `${path}:${example.line} ${(error as Error).message}` });
        }
      }
    },
    120_000,
  );

  test("what is marked `http hosted` is not built here: once it is, the mark has to go", async () => {
    const blocks = pages.flatMap(({ text }) => [...text.matchAll(/^```http hosted\n(\w+) (\S+)/gm)]);
    expect(blocks.length).toBeGreaterThan(0);
    for (const [, method = "", path = ""] of blocks)
      expect((await house.request(method, path, undefined)).status).toBe(404);
  });
});

/** User 2 with event type 2, as the pages have it; where one is shown as already there, a booking of it. */
async function makeAnn(house: House, path: string): Promise<Known> {
  const ann = await house.user({ name: "Ann", email: "ann@example.com", timeZone: "Europe/Rome" });
  const body = { title: "Intro", slug: "intro", lengthInMinutes: 30 };
  await house.post("/v2/event-types", body, { as: ann, version: "2024-06-14" });
  const known: Known = { "cal_live_…": ann.apiKey };
  if (!path.endsWith("calendars.md")) return known;
  const booked = await book(house, 2, "2026-12-01T08:30:00Z");
  return { ...known, KoULg3ezGzyu9m7SeDyftM: booked.body.data.uid };
}

describe("the code samples, as programs of their own against a server process", () => {
  const withSamples = pages
    .map(({ path, text }) => ({ path, samples: samplesOf(text) }))
    .filter(({ samples }) => samples.length > 0);

  test.each(withSamples)(
    "$path",
    async ({ path, samples }) => {
      const data = await temporaryFolder();
      const server = await startServer({ KALENDS_DATA_DIR: data.path });
      try {
        const env = await environmentOf(server);
        const known: Known = {};
        for (const sample of samples) {
          const printed = await run(sample, env);
          if (sample.shows === "json") expectShown(inTheFuture(sample.answer), JSON.parse(printed), known);
          else expect(printed, `${path}:${sample.line}`).toBe(sample.answer);
        }
      } finally {
        await server.stop();
        await data.remove();
      }
    },
    120_000,
  );
});

interface Sample {
  line: number;
  language: string;
  code: string;
  shows: string;
  answer: string;
}

/** Every block of code with the block of output after it, which it must have. */
function samplesOf(page: string): Sample[] {
  const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap(({ 1: language = "", 2: code = "", index }, at) => {
    if (!["bash", "js"].includes(language)) return [];
    const [, shows = "", answer = ""] = blocks[at + 1] ?? [];
    return [{ line: page.slice(0, index).split("\n").length, language, code, shows, answer }];
  });
}

async function environmentOf(server: ServerProcess): Promise<Record<string, string>> {
  const ann = { email: "ann@example.com", name: "Ann", username: "ann", timeZone: "Europe/Rome" };
  const made = await call(server, "POST", "/v2/admin/users", { key: processKey, body: ann });
  const key: string = made.body.data.apiKey;
  const body = { title: "Intro", slug: "intro", lengthInMinutes: 30 };
  const headers = { "cal-api-version": "2024-06-14" };
  expect((await call(server, "POST", "/v2/event-types", { key, body, headers })).body.data.id).toBe(2);
  return { CAL_API_URL: `${server.url}/v2`, CAL_API_KEY: key, CAL_WEBHOOK_SECRET: "a long random text" };
}

async function run({ language, code }: Sample, env: Record<string, string>): Promise<string> {
  const [program, args] = language === "js" ? [process.execPath, ["--input-type=module", "-e"]] : ["bash", ["-euc"]];
  const options = { env: { PATH: process.env.PATH, ...env } };
  return (await promisify(execFile)(program, [...args, inTheFuture(code)], options)).stdout;
}

/** A process has the real clock, so the dates of the pages, a week in winter, are moved on by whole years of weeks. */
function inTheFuture(text: string): string {
  const [weekMs, shown] = [7 * 86_400_000, Date.parse("2026-11-30T00:00:00Z")];
  const winterWeeks = [0, 52, 104, 156, 208, 261, 313, 365, 417, 470, 522];
  const weeks = winterWeeks.find((count) => shown + count * weekMs > Date.now() + weekMs / 7) ?? 522;
  return text.replace(/\b2026-(11|12)-\d\d\b/g, (date) =>
    new Date(Date.parse(date) + weeks * weekMs).toISOString().slice(0, 10),
  );
}
