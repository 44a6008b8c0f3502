import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./project.mjs";

/** In the order of need: the others are built on the SDK. */
const clients = ["sdk", "cli", "mcp"].filter((name) => existsSync(recipeOf(name)));

/** Are the clients what a build of today's sources would give? The server needs none of them. */
export function areClientsBuilt() {
  // A deployment may carry none of them, or only what was built.
  return clients.length === 0 || stampOf() === builtStamp();
}

/** Builds every client by its own recipe. */
export async function buildClients(run) {
  const stamp = stampOf();
  for (const name of clients) {
    await run([recipeOf(name)], { failure: `Building clients/${name} failed` });
  }
  writeFileSync(stampFile(), stamp);
}

function recipeOf(name) {
  return inProject("clients", name, "scripts", "build.mjs");
}

// In what is built last, which an interrupted build leaves without it.
function stampFile() {
  return inProject("clients", clients.at(-1) ?? "sdk", "dist", ".stamp");
}

function builtStamp() {
  const isWhole = clients.every((name) => existsSync(inProject("clients", name, "dist")));
  return isWhole && existsSync(stampFile()) ? readFileSync(stampFile(), "utf8") : null;
}

function stampOf() {
  const hash = createHash("sha1");
  for (const path of clients.flatMap(sourcesOf).sort()) {
    hash.update(`${path}\n`).update(readFileSync(inProject(path)));
  }
  return hash.digest("hex");
}

function sourcesOf(name) {
  const folder = join("clients", name);
  const below = ["src", "scripts"].flatMap((part) => filesBelow(join(folder, part)));
  const beside = readdirSync(inProject(folder)).filter((file) => file.endsWith(".json"));
  return [...below.filter((path) => !path.endsWith(".test.ts")), ...beside.map((file) => join(folder, file))];
}

function filesBelow(folder) {
  if (!existsSync(inProject(folder))) {
    return [];
  }
  return readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(inProject("").length));
}
