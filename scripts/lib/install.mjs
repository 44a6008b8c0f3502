import { existsSync, realpathSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { StepFailed } from "./run.mjs";

// Install scripts stay off: none of ours is needed (the test harness sets up the PostgreSQL binaries itself), what is
// installed does not depend on npm's approval list, and no package runs code merely by being downloaded.
const calm = ["--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"];

/** Installs the locked packages; `need` is "production" (npm's own default counts) or "everything". */
export async function install(need, run) {
  const include = need === "everything" ? ["--include=dev", "--include=optional"] : [];
  await run([npm(), "ci", ...include, ...calm], { failure: "Installing the packages with `npm ci` failed" });
}

/** npm as a script for this Node: the one that called us, else the one beside this Node, else the one on the PATH. */
function npm() {
  const caller = process.env.npm_execpath ?? "";
  const beside = dirname(process.execPath);
  const onPath = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "npm"));
  const places = [
    caller,
    join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
    ...onPath,
  ];
  // `npm` on the PATH is usually a link to the script; another package manager may have called us.
  const scripts = places.filter((place) => existsSync(place)).map((place) => realpathSync(place));
  const found = scripts.find((script) => basename(script) === "npm-cli.js");
  if (found === undefined) {
    throw new StepFailed("Packages are missing and npm was not found: run `npm ci`.");
  }
  return found;
}
