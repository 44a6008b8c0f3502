import { inProject, readJson } from "./project.mjs";

// NOTE: loaded before anything else and by any Node, so it keeps to syntax and modules that old ones know.

/** Ends the process with one sentence if this Node is older than package.json asks for. */
export function requireNode() {
  const wanted = readJson(inProject("package.json")).engines.node.replace(">=", "");
  if (isOlder(process.versions.node, wanted)) {
    console.error(`Kalends needs Node.js ${wanted} or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
}

/** isOlder("20.9.1", "20.19") is true: parts are compared as numbers. */
export function isOlder(version, wanted) {
  const has = version.split(".").map(Number);
  const needs = wanted.split(".").map(Number);
  const differs = needs.findIndex((part, index) => part !== has[index]);
  return differs !== -1 && has[differs] < needs[differs];
}
