// The command line in clients/cli, built if need be. It reads the arguments of this process.
import { existsSync } from "node:fs";
import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { areClientsBuilt } = await import("./lib/clients.mjs");
const main = new URL("../clients/cli/dist/main.js", import.meta.url);
const hasSources = existsSync(new URL("../clients/cli/src", import.meta.url));

if (hasSources && !areClientsBuilt()) {
  const { prepare } = await import("./lib/prepare.mjs");
  const { runScript } = await import("./lib/run.mjs");
  await runScript(() => prepare({ clients: true }));
}
await import(main);
