import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { corrections } from "./accepted-differences.js";
import { type AnswerSeen, checkAnswer } from "./contract.js";

/** Fails the test whose answer the contract does not allow. Notes for the whole run which differences are still needed. */
export function holdAgainstContract(answer: AnswerSeen): void {
  const { faults, used } = checkAnswer(answer);
  const file = process.env.KALENDS_TEST_USES;
  if (file && used.length > 0) appendFileSync(file, used.map(({ at }) => `${at}\n`).join(""));
  if (faults.length > 0) throw new Error(`The answer is not as the contract says.\n${faults.slice(0, 12).join("\n")}`);
}

/** The places of accepted differences that no answer of the run needed. */
export function staleCorrections(): string[] {
  const file = process.env.KALENDS_TEST_USES ?? "";
  const used = new Set(existsSync(file) ? readFileSync(file, "utf8").split("\n") : []);
  return corrections.map(({ at }) => at).filter((at) => !used.has(at));
}
