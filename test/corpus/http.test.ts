import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type TestUser, useHouse } from "../harness/house.js";
import { encodeSlots } from "./encode.js";

interface Scenario {
  id: string;
  kind: "personal" | "collective" | "roundRobin" | "dynamic";
  users: { as: string; timeZone: string }[];
  calls: { as?: string; by?: string; method: string; path: string; version?: string; body?: unknown }[];
  queries: { path: string; version: string; params: Record<string, unknown> }[];
  answers: { expected: Record<string, string> }[];
}

/** The kinds whose set-up needs no teams. */
const scenarios = readFileSync("test/corpus/slots.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Scenario)
  .filter(({ kind }) => kind === "personal" || kind === "dynamic");

const house = useHouse();

/** What the placeholders of a scenario stand for: users, and the data of earlier calls. */
type Names = Record<string, Record<string, unknown>>;

describe("the recorded slot answers, through the door", () => {
  test.each(scenarios)("$kind $id", async ({ users, calls, queries, answers }) => {
    house.at("2026-11-23T06:00:00Z");
    const names: Names = {};
    for (const { as, timeZone } of users) names[as] = { ...(await house.user({ timeZone })) };
    for (const call of calls) await play(call, names);
    await house.events();
    for (const [index, { path, version, params }] of queries.entries()) {
      const url = `${path}?${queryText(filled(params, names) as Record<string, unknown>)}`;
      let answer = await house.get(url, { version });
      const statements = await house.countStatements(async () => {
        answer = await house.get(url, { version });
      });
      expect(statements, url).toBe(1);
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(encodeSlots(answer.body.data, (uid) => nameOf(uid, names))).toEqual(answers[index]?.expected);
    }
  });
});

async function play({ as, by, method, path, version, body }: Scenario["calls"][number], names: Names): Promise<void> {
  const options = { version, as: by === undefined ? undefined : (names[by] as unknown as TestUser) };
  const answer = await house.request(method, String(filled(path, names)), filled(body, names), options);
  expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  if (as !== undefined) names[as] = answer.body.data;
}

/** A text that is a placeholder and nothing else becomes the value with its type. */
function filled(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(item, names));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, names)]));
  }
  if (typeof value !== "string") return value;
  const alone = /^\{\{(\w+)\.(\w+)\}\}$/.exec(value);
  if (alone) return named(alone, names);
  return value.replace(/\{\{(\w+)\.(\w+)\}\}/g, (...match) => String(named(match, names)));
}

const named = (match: readonly string[], names: Names): unknown => names[match[1] ?? ""]?.[match[2] ?? ""];

/** The call that first answered with this uid: a seated booking is named after its first seat. */
const nameOf = (uid: string, names: Names): string =>
  Object.entries(names).find(([, data]) => data.uid === uid)?.[0] ?? "?";

function queryText(params: Record<string, unknown>): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    [value].flat().map((item) => [name, String(item)] as [string, string]),
  );
  return new URLSearchParams(pairs).toString();
}
