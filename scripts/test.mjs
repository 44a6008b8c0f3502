// `npm test`: types, lint, and the tests on both stores. Arguments go to vitest: `npm test -- races` filters files.
import { requireNode } from "./lib/node-version.mjs";
import { stopWithNpm } from "./lib/npm-parent.mjs";

requireNode();
stopWithNpm();
const { prepare } = await import("./lib/prepare.mjs");
const { runScript } = await import("./lib/run.mjs");
const { runChecks } = await import("./lib/checks.mjs");

await runScript(async () => {
  await prepare({ dev: true, clients: true });
  process.exitCode = await runChecks(process.argv.slice(2));
});
