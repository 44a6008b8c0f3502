import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { examplesOf, type Known, tryExample } from "../harness/examples.js";
import { book } from "../harness/fixtures.js";
import { type House, useHouse } from "../harness/house.js";
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

test("the page in Chinese keeps step: the same blocks, links, and as many sections, points and rows", () => {
  const shapeOf = (name: string) => {
    const text = readFileSync(`${folder}/${name}`, "utf8");
    const prose = text.replace(/^```[\s\S]*?^```$/gm, "");
    const count = (pattern: RegExp): number => [...prose.matchAll(pattern)].length;
    return {
      blocks: text.match(/^```[\s\S]*?^```$/gm),
      links: [...prose.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link),
      sections: count(/^#+ /gm),
      points: count(/^(- |\d+\. )/gm),
      rows: count(/^\|/gm),
    };
  };
  expect(shapeOf("SKILL.zh-CN.md")).toEqual(shapeOf("SKILL.md"));
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
