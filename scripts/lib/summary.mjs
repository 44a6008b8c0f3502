const none = { passed: 0, failed: 0, skipped: 0 };

/** Counts of one vitest JSON report. A file that failed before its tests were known counts as one failure. */
export function countTests(report) {
  if (report === null) {
    return none;
  }
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The table of steps and, as its last line, "N passed, N failed". Tests alone are counted, except that a step which
 * failed without a failed test counts as one failure: the last line never reads "0 failed" on a red run.
 */
export function summarise(steps) {
  const rows = steps.map((step) => ({ ...step, counts: step.counts && withFailure(step) }));
  const total = rows.reduce((sum, row) => add(sum, row.counts ?? (row.isOk ? none : { ...none, failed: 1 })), none);
  const isEmpty = rows.every(({ counts = none }) => counts.passed + counts.failed + counts.skipped === 0);
  const isGreen = total.failed === 0 && !isEmpty;
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
  const lines = ["", header, ...rows.map(rowOf), ""];
  if (isEmpty) {
    lines.push("No test matched.");
  }
  lines.push(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return { text: lines.join("\n"), isGreen };
}

function withFailure({ isOk, counts }) {
  return !isOk && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function add(left, right) {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  };
}

const header = line("step", "result", "passed", "failed", "skipped", "seconds");

function rowOf({ name, isOk, counts, seconds }) {
  const numbers = counts ? [counts.passed, counts.failed, counts.skipped] : ["-", "-", "-"];
  return line(name, isOk ? "ok" : "FAILED", ...numbers, seconds.toFixed(1));
}

function line(name, result, ...numbers) {
  return [name.padEnd(24), result.padEnd(8), ...numbers.map((value) => String(value).padStart(8))].join("");
}
