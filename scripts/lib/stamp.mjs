import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inProject, readJson } from "./project.mjs";

/** What to remember about files that a build is about to read; paths are those inside the project. */
export function stampOf(paths) {
  return { touched: touchedOf(paths), content: contentOf(paths) };
}

export function writeStamp(file, stamp) {
  writeFileSync(file, JSON.stringify(stamp));
}

/** Does a stamp tell of these files as they are? Costs one stat per file when nothing was touched. */
export function isCurrent(file, paths) {
  const stamp = readJson(file);
  return stamp !== null && (stamp.touched === touchedOf(paths) || isUnchanged(file, stamp, paths));
}

/** Copying and checking out change dates, not content: the stamp learns the new dates instead of a rebuild. */
function isUnchanged(file, stamp, paths) {
  const now = stampOf(paths);
  if (now.content !== stamp.content) {
    return false;
  }
  try {
    writeStamp(file, { ...stamp, ...now });
  } catch {
    // A read-only dist/ is as good as built; the next start reads the sources again.
  }
  return true;
}

function touchedOf(paths) {
  const hash = createHash("sha1");
  for (const path of paths) {
    const { size, mtimeMs } = statSync(inProject(path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

export function contentOf(paths) {
  const hash = createHash("sha1");
  for (const path of paths) {
    const content = readFileSync(inProject(path));
    hash.update(`${path} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** The files of a folder and those below it, without tests, sorted. */
export function sourcesBelow(folder) {
  return readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(inProject("").length))
    .sort();
}
