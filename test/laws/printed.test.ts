import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { printedFiles } from "../../scripts/print-clients.js";

test.each([...printedFiles()])("%s is what the table of operations prints (npm run openapi)", (path, text) => {
  expect(readFileSync(path, "utf8") === text).toBe(true);
});
