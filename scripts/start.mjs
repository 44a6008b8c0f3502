// `npm start`: installs what is missing, builds what is stale, and becomes the server.
import { requireNode } from "./lib/node-version.mjs";
import { stopWithNpm } from "./lib/npm-parent.mjs";

requireNode();
stopWithNpm();
const { isBuilt } = await import("./lib/built.mjs");
const { isInstalled } = await import("./lib/installed.mjs");

if (!(isBuilt() && isInstalled("production"))) {
  const { prepare } = await import("./lib/prepare.mjs");
  const { runScript } = await import("./lib/run.mjs");
  await runScript(() => prepare());
}

// Imported instead of spawned: signals reach the server itself, and no child can be left over.
await import("../dist/server/main.js");
