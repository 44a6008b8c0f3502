import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./project.mjs";
import { isCurrent, sourcesBelow, stampOf, writeStamp } from "./stamp.mjs";

/** In the order of need: the others are built on the SDK. */
const clients = ["sdk", "cli", "mcp"].filter((name) => existsSync(recipeOf(name)));

/** Are the clients what a build of today's sources would give? The server needs none of them. */
export function areClientsBuilt() {
  // A deployment may carry none of them, or only what was built.
  return clients.length === 0 || (areWhole() && isCurrent(stampFile(), sources()));
}

/** Builds every client by its own recipe. */
export async function buildClients(run) {
  const stamp = stampOf(sources());
  for (const name of clients) {
    await run([recipeOf(name)], { failure: `Building clients/${name} failed` });
  }
  writeStamp(stampFile(), stamp);
}

function recipeOf(name) {
  return inProject("clients", name, "scripts", "build.mjs");
}

// In what is built last, which an interrupted build leaves without it.
function stampFile() {
  return inProject("clients", clients.at(-1) ?? "sdk", "dist", ".stamp");
}

function areWhole() {
  return clients.every((name) => existsSync(inProject("clients", name, "dist")));
}

function sources() {
  return clients.flatMap(sourcesOf).sort();
}

function sourcesOf(name) {
  const folder = join("clients", name);
  const below = ["src", "scripts"].map((part) => join(folder, part)).filter((path) => existsSync(inProject(path)));
  const beside = readdirSync(inProject(folder)).filter((file) => file.endsWith(".json"));
  return [...below.flatMap(sourcesBelow), ...beside.map((file) => join(folder, file))];
}
