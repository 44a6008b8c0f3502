import { existsSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./project.mjs";
import * as stamps from "./stamp.mjs";

const stampFile = inProject("dist", ".stamp");
const mainFile = inProject("dist", "server", "main.js");

// What the build reads besides server/; the last one is the recipe itself.
const otherInputs = ["tsconfig.json", "package-lock.json", "scripts/lib/build.mjs"];

/** Is dist/ what a build of today's sources would give? */
export function isBuilt() {
  if (!existsSync(mainFile)) {
    return false;
  }
  // A deployment may carry dist/ alone; there is nothing to be newer than it.
  return !existsSync(inProject("server")) || stamps.isCurrent(stampFile, sources());
}

/** What to remember about the sources that a build is about to read. */
export function sourceStamp() {
  return stamps.stampOf(sources());
}

/** Remembers the sources of a finished build; only now does dist/ count as built. */
export function writeStamp(stamp) {
  stamps.writeStamp(stampFile, stamp);
}

/** A hash of what the prepared database depends on: the schema, its tools and the engine. */
export function storeContent() {
  const isOfStore = (path) => path.startsWith(join("server", "store")) || path.endsWith("-lock.json");
  return stamps.contentOf(sources().filter(isOfStore));
}

function sources() {
  return [...stamps.sourcesBelow("server"), ...otherInputs.filter((path) => existsSync(inProject(path)))];
}
