import { expect, test } from "vitest";
import { programSources, type Source } from "./sources.js";

const sources = programSources();
const isCore = ({ path }: Source): boolean => path.startsWith("server/core/");

/** Packages that only calculate. */
const purePackages = ["ipaddr.js"];

test.each([
  ["async code", /\b(async|await|Promise|setTimeout|setInterval|queueMicrotask)\b/],
  ["the clock", /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\b/],
  ["randomness", /\bMath\.random\b|\bcrypto\b/],
  ["the process", /(?<![.\w])process\b|\bglobalThis\b|\brequire\(/],
  ["the network", /\b(fetch|XMLHttpRequest|WebSocket)\b/],
])("server/core is free of %s", (_, forbidden) => {
  expect(findings(sources.filter(isCore), forbidden)).toEqual([]);
});

test("server/core imports no package that does more than calculate", () => {
  const found = sources
    .filter(isCore)
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ isPackage, target }) => isPackage && !purePackages.includes(target))
        .map(({ target }) => `${path} → ${target}`),
    );
  expect(found).toEqual([]);
});

test("SQL stands in queries.ts and server/store only", () => {
  const mayHold = /^server\/store\/|\/queries(\.ts$|\/)/;
  const others = sources.filter(({ path }) => !mayHold.test(path));
  const builders =
    /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|selectNoFrom)\(|\bsql(<[^`]*>)?`|from "kysely/;
  expect(findings(others, builders)).toEqual([]);
});

test("status numbers stand in server/http, contracts, dialects and tables of operations only", () => {
  const mayHold = /^server\/http\/|\/(contract|routes)(\.ts$|\/)|\/versions\//;
  const others = sources.filter(({ path }) => !mayHold.test(path));
  expect(findings(others, /\b(status|statusCode)\s*:\s*[1-5]\d\d\b|\.(code|status)\(\s*[1-5]\d\d\b/)).toEqual([]);
});

/** Where code has what it should not, with the line. */
function findings(among: readonly Source[], forbidden: RegExp): string[] {
  return among.flatMap(({ path, code }) => {
    const found = forbidden.exec(code);
    return found ? [`${path} holds "${found[0].trim()}"`] : [];
  });
}
