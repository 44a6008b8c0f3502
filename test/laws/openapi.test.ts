import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { withCompatibility } from "../../scripts/compatibility.js";
import { printOpenApi } from "../../server/http/print-openapi.js";

test("docs/openapi.json is what the table of operations prints (npm run openapi)", () => {
  expect(readFileSync("docs/openapi.json", "utf8") === printOpenApi()).toBe(true);
});

test("the table of the README is what the comparison with the contract says (npm run openapi)", () => {
  const readme = readFileSync("README.md", "utf8");
  expect(readme).toBe(withCompatibility(readme));
});

test("no operation requires what the contract does not", () => {
  const report = execFileSync("node", ["test/contract/check.mjs", "docs/openapi.json", "--missing"], {
    encoding: "utf8",
  });
  const faults = report.split("\n").filter((line) => line.includes("which the contract does not"));
  expect(faults).toEqual([]);
});
