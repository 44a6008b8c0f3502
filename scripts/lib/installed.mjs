import { inProject, readJson } from "./project.mjs";

/**
 * Does node_modules hold what package-lock.json asks for? `need` is "production" or "everything".
 *
 * npm writes its own record, node_modules/.package-lock.json, as the last act of every install, and `npm ci` deletes
 * it first. So the record is a stamp that half an install cannot leave, and that an install by hand leaves as well.
 */
export function isInstalled(need) {
  const wanted = readJson(inProject("package-lock.json"));
  const present = readJson(inProject("node_modules", ".package-lock.json"));
  return wanted === null || (present !== null && holds(present.packages, wanted.packages, need));
}

/** Is every package that this machine needs there, in the locked version? */
export function holds(present, wanted, need) {
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || !isNeeded(entry, need) || present[path]?.version === entry.version,
  );
}

function isNeeded(entry, need) {
  if (need === "production" && (entry.dev || entry.devOptional)) {
    return false;
  }
  return !entry.optional || isForThisMachine(entry);
}

/**
 * Binaries come as optional packages, one per platform. Asking for ours notices a node_modules that was copied from
 * another machine. A C library cannot be told cheaply, so packages that name one are not asked for.
 */
function isForThisMachine({ os, cpu, libc }) {
  const isOurs = os?.includes(process.platform) && cpu?.includes(process.arch);
  return isOurs === true && !libc;
}
