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

/** Each generated folder, and the generator that prints it: plain JavaScript of the clients, without types. */
const generated = [
  ["clients/sdk/src/generated", "../../clients/sdk/scripts/print-sources.mjs"],
  ["clients/cli/src/generated", "../../clients/cli/scripts/print-sources.mjs"],
];

test.each(generated)(
  "%s is what the table of operations prints (npm run clients:generate)",
  async (folder, generator) => {
    const { printSources } = await import(generator ?? "");
    const printed = Object.entries<string>(await printSources(JSON.parse(printOpenApi())));
    const stale = printed.filter(([name, text]) => readFileSync(`${folder}/${name}`, "utf8") !== text);
    expect(stale.map(([name]) => name)).toEqual([]);
  },
);
