// `npm start`: installs what is missing, builds what is stale, and becomes the server. The clients too: /mcp is one of them.
import { requireNode } from "./lib/node-version.mjs";
import { stopWithNpm } from "./lib/npm-parent.mjs";

requireNode();
stopWithNpm();
const { isBuilt } = await import("./lib/built.mjs");
const { areClientsBuilt } = await import("./lib/clients.mjs");
const { isInstalled } = await import("./lib/installed.mjs");

if (!(isBuilt() && areClientsBuilt() && isInstalled("production"))) {
  const { prepare } = await import("./lib/prepare.mjs");
  const { runScript } = await import("./lib/run.mjs");
  await runScript(() => prepare({ clients: true }));
}

// Imported instead of spawned: signals reach the server itself, and no child can be left over.
await import("../dist/server/main.js");
