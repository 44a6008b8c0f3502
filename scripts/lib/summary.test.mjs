import { expect, test } from "vitest";
import { countTests, summarise } from "./summary.mjs";

const lint = { name: "lint", isOk: true, seconds: 1 };
const tests = { name: "tests", isOk: true, seconds: 2, counts: { passed: 3, failed: 0, skipped: 1 } };

function lastLine(steps) {
  const { text, isGreen } = summarise(steps);
  return [text.split("\n").at(-1), isGreen];
}

test.each([
  ["all is well", [lint, tests, tests], "6 passed, 0 failed, 2 skipped", true],
  [
    "a failed test",
    [lint, { ...tests, isOk: false, counts: { passed: 2, failed: 1, skipped: 0 } }],
    "2 passed, 1 failed",
    false,
  ],
  ["failed lint is a failure", [{ ...lint, isOk: false }, tests], "3 passed, 1 failed, 1 skipped", false],
  ["vitest failed without a failed test", [{ ...tests, isOk: false }], "3 passed, 1 failed, 1 skipped", false],
  ["no test at all is not success", [lint], "0 passed, 0 failed", false],
])("%s", (_story, steps, line, isGreen) => {
  expect(lastLine(steps)).toEqual([line, isGreen]);
});

test("a file that could not be loaded counts as one failure", () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{ status: "failed" }] },
      { status: "passed", assertionResults: [{ status: "passed" }] },
    ],
  };
  expect(countTests(report)).toEqual({ passed: 4, failed: 2, skipped: 3 });
});
