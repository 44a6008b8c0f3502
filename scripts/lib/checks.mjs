import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inProject, readJson } from "./project.mjs";
import { runLoudly } from "./run.mjs";
import { countTests, summarise } from "./summary.mjs";

const tsc = inProject("node_modules", "typescript", "bin", "tsc");
const biome = inProject("node_modules", "@biomejs", "biome", "bin", "biome");
const vitest = inProject("node_modules", "vitest", "vitest.mjs");

/** Runs every step, even after a failure, prints the summary and returns the exit code. */
export async function runChecks(filters) {
  process.chdir(inProject());
  const results = [
    await step("types", () => tool([tsc, "--noEmit"])),
    await step("lint and format", () => tool([biome, "ci", "."])),
    await step("tests, embedded store", () => tests("embedded", filters)),
    await step("tests, PostgreSQL", () => tests("postgres", filters)),
  ];
  const { text, isGreen } = summarise(results);
  console.log(text);
  return isGreen ? 0 : 1;
}

async function step(name, work) {
  console.log(`\n=== ${name} ===\n`);
  const begunMs = performance.now();
  const outcome = await work();
  return { name, seconds: (performance.now() - begunMs) / 1000, ...outcome };
}

async function tool(args) {
  return { isOk: (await runLoudly(args, { env: cleanEnvironment() })) === 0 };
}

async function tests(store, filters) {
  const folder = mkdtempSync(join(tmpdir(), "kalends-tests-"));
  const file = join(folder, "results.json");
  try {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    // A filter may well match files of one pass only; that nothing matched at all is noticed in the summary.
    const args = filters.length > 0 ? ["--passWithNoTests", ...filters] : [];
    const whole = filters.length === 0 ? { KALENDS_TEST_WHOLE: "yes" } : {};
    const env = { ...cleanEnvironment(), ...whole, KALENDS_TEST_STORE: store };
    const code = await runLoudly([vitest, "run", ...reporters, ...args], { env });
    return { isOk: code === 0, counts: countTests(readJson(file)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tests mean the same everywhere, and touch no database that the caller's shell happens to point to. */
function cleanEnvironment() {
  const configures = /^(DATABASE_URL|HOST|PORT|NODE_ENV|PG[A-Z]+|KALENDS_(?!TEST_).*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !configures.test(name)));
}
