import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProject, readJson } from "./project.mjs";

const stampFile = inProject("dist", ".stamp");
const mainFile = inProject("dist", "server", "main.js");

// What the build reads besides server/; the last one is the recipe itself.
const otherInputs = ["tsconfig.json", "tsconfig.build.json", "package-lock.json", "scripts/lib/build.mjs"];

/** Is dist/ what a build of today's sources would give? Costs one stat per source file when nothing was touched. */
export function isBuilt() {
  if (!existsSync(mainFile)) {
    return false;
  }
  // A deployment may carry dist/ alone; there is nothing to be newer than it.
  if (!existsSync(inProject("server"))) {
    return true;
  }
  const stamp = readJson(stampFile);
  return stamp !== null && (stamp.touched === touched() || isUnchanged(stamp));
}

/** What to remember about the sources that a build is about to read. */
export function sourceStamp() {
  return { touched: touched(), content: contentOf(sources()) };
}

/** Remembers the sources of a finished build; only now does dist/ count as built. */
export function writeStamp(stamp) {
  writeFileSync(stampFile, JSON.stringify(stamp));
}

/** A hash of what the prepared database depends on: the schema, its tools and the engine. */
export function storeContent() {
  return contentOf(sources().filter((path) => path.startsWith(join("server", "store")) || path.endsWith("-lock.json")));
}

/** Copying and checking out change dates, not content: the stamp learns the new dates instead of a rebuild. */
function isUnchanged(stamp) {
  const now = sourceStamp();
  if (now.content !== stamp.content) {
    return false;
  }
  try {
    writeStamp({ ...stamp, ...now });
  } catch {
    // A read-only dist/ is as good as built; the next start reads the sources again.
  }
  return true;
}

function touched() {
  const hash = createHash("sha1");
  for (const path of sources()) {
    const { size, mtimeMs } = statSync(inProject(path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function contentOf(paths) {
  const hash = createHash("sha1");
  for (const path of paths) {
    const content = readFileSync(inProject(path));
    hash.update(`${path} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

function sources() {
  const inServer = readdirSync(inProject("server"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(inProject("").length));
  return [...inServer.sort(), ...otherInputs.filter((path) => existsSync(inProject(path)))];
}
