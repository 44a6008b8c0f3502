// `npm run build`: builds dist/ and the clients in any case, after installing what is missing.
import { requireNode } from "./lib/node-version.mjs";

requireNode();
const { prepare } = await import("./lib/prepare.mjs");
const { runScript } = await import("./lib/run.mjs");

await runScript(() => prepare({ dev: true, rebuild: true, clients: true }));
