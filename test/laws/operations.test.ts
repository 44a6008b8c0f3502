import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { operations } from "../../server/http/routes.js";
import { noData, type Operation } from "../../server/operation.js";
import { filesBelow } from "./sources.js";

const titleOf = ({ method, path }: Operation): string => `${method} ${path}`;
const pathIdsOf = ({ path }: Operation): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");

interface ContractOperation {
  requestBody?: unknown;
  parameters?: { in: string; name: string }[];
}

const contract = JSON.parse(readFileSync("test/contract/api-v2.json", "utf8")) as {
  paths: Record<string, Record<string, ContractOperation>>;
};

/** What the contract says of an operation, or undefined for our own ones. Names of path parameters do not matter. */
function inContract({ method, path }: Operation): ContractOperation | undefined {
  const anonymous = (text: string): string => text.replace(/\{\w+\}/g, "{}");
  const found = Object.entries(contract.paths).find(([candidate]) => anonymous(candidate) === anonymous(path));
  return found?.[1][method.toLowerCase()];
}

test("ids and paths of operations are unique", () => {
  const twice = (names: string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);
  expect(twice(operations.map(({ id }) => id))).toEqual([]);
  expect(twice(operations.map(titleOf))).toEqual([]);
});

test("every operation says who may call it: auth and scope", () => {
  expect(titlesWhere((row) => !row.auth || !row.scope || !row.tag || !row.summary)).toEqual([]);
});

test("the ids of every path are checked by a params schema", () => {
  const faults = titlesWhere((row) => {
    const { shape = {} } = (row.params ?? {}) as unknown as Partial<z.ZodObject>;
    return pathIdsOf(row).some((name) => !(name in shape));
  });
  expect(faults).toEqual([]);
});

test("every body is checked by a schema", () => {
  const hasBody = (row: Operation): boolean => {
    const known = inContract(row);
    return known ? known.requestBody !== undefined : ["POST", "PATCH", "PUT"].includes(row.method);
  };
  expect(titlesWhere((row) => hasBody(row) && !row.body)).toEqual([]);
});

test("every query is checked by a schema", () => {
  const hasQuery = (row: Operation): boolean => (inContract(row)?.parameters ?? []).some((one) => one.in === "query");
  expect(titlesWhere((row) => hasQuery(row) && !row.query)).toEqual([]);
});

test("who may not go where a path leads hears that, whatever is wrong with the query or the body", () => {
  const isGuarded = (row: Operation): boolean => pathIdsOf(row).length === 0 || row.guard !== undefined;
  expect(titlesWhere((row) => Boolean(row.query || row.body) && !isGuarded(row))).toEqual([]);
});

test("every answer has a view, and a schema unless there is no data", () => {
  expect(titlesWhere(({ view, response }) => !view || (view !== noData && !response))).toEqual([]);
});

describe("tests of the operations", () => {
  const tests = [...filesBelow("server", ".test.ts"), ...filesBelow("test", ".test.ts")].map((path) =>
    readFileSync(path, "utf8"),
  );

  test('every operation has its describe("METHOD /v2/path")', () => {
    expect(titlesWhere((row) => describesOf(row).length === 0)).toEqual([]);
  });

  test("every operation with an id in its path is tried with the id of another", () => {
    // Without credentials nobody is a stranger.
    const withIds = (row: Operation): boolean => pathIdsOf(row).length > 0 && row.auth !== "none";
    expect(titlesWhere((row) => withIds(row) && !describesOf(row).some(hasStranger))).toEqual([]);
  });

  /** The blocks of this operation, each up to the next block of its file. */
  function describesOf(row: Operation): string[] {
    const opening = `describe("${titleOf(row)}"`;
    return tests.flatMap((text) =>
      text
        .split(opening)
        .slice(1)
        .map((block) => block.split(/\n\s*describe(?:\.\w+)*\(/)[0] ?? ""),
    );
  }

  const hasStranger = (block: string): boolean =>
    /["'`][1-5]\d\d [^"'`\n]*\b(another|stranger|somebody else)/.test(block);
});

function titlesWhere(isFault: (row: Operation) => boolean): string[] {
  return operations.filter(isFault).map(titleOf);
}
