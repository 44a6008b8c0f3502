import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { printOpenApi } from "../../server/http/print-openapi.js";
import { filesBelow } from "./sources.js";

const sources = filesBelow("clients", ".ts").filter((path) => !/\/(node_modules|dist)\//.test(path));

test("clients import nothing from the server; their tests may use the harness", () => {
  const found = sources.filter((path) => {
    const isTest = /\.test\.ts$|^clients\/[^/]+\/test\//.test(path);
    const forbidden = isTest ? /from "(\.\.\/)+server\// : /from "(\.\.\/)+(server|test|scripts)\//;
    return forbidden.test(readFileSync(path, "utf8"));
  });
  expect(found).toEqual([]);
});

test("the generated sources of the SDK are what the table of operations prints (npm run clients:generate)", async () => {
  const printed = Object.entries(await printSources(JSON.parse(printOpenApi())));
  const isStale = ([name, text]: [string, string]): boolean =>
    readFileSync(`clients/sdk/src/generated/${name}`, "utf8") !== text;
  expect(printed.filter(isStale).map(([name]) => name)).toEqual([]);
});

/** The SDK's own generator, which is plain JavaScript and has no types. */
async function printSources(document: unknown): Promise<Record<string, string>> {
  const generator: string = "../../clients/sdk/scripts/print-sources.mjs";
  return (await import(generator)).printSources(document);
}
