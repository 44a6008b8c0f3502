import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { sourceStamp, storeContent, writeStamp } from "./built.mjs";
import { inProject, readJson } from "./project.mjs";

const dist = inProject("dist");
const stampFile = join(dist, ".stamp");
const server = join(dist, "server");
const dump = join(dist, "embedded.tar.gz");

// Beside its final place and equally deep, so that relative paths in the program mean the same.
const nextServer = join(dist, "server.next");
const nextDump = join(dist, "embedded.next.tar.gz");

/** Compiles server/ to dist/server and prepares the embedded database. A failed build leaves the previous one alone. */
export async function build(run) {
  const stamp = { ...sourceStamp(), store: storeContent() };
  const hasDump = existsSync(dump) && readJson(stampFile)?.store === stamp.store;
  rmSync(nextServer, { recursive: true, force: true });
  await compile(run);
  copyMigrations();
  const hasNextDump = !hasDump && (await prepareDatabase(run));
  // From here to the new stamp dist/ counts as stale, so that an interruption is repaired by the next start.
  rmSync(stampFile, { force: true });
  rmSync(server, { recursive: true, force: true });
  renameSync(nextServer, server);
  if (hasNextDump) {
    renameSync(nextDump, dump);
  }
  writeStamp(stamp);
}

async function compile(run) {
  const tsc = inProject("node_modules", "typescript", "bin", "tsc");
  await run([tsc, "-p", inProject("tsconfig.build.json"), "--outDir", nextServer], {
    failure: "Compiling server/ failed",
  });
}

function copyMigrations() {
  const from = inProject("server", "store", "migrations");
  const to = join(nextServer, "store", "migrations");
  if (existsSync(from)) {
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from).filter((file) => file.endsWith(".sql"))) {
      copyFileSync(join(from, name), join(to, name));
    }
  }
}

/** Creating a database cluster takes seconds, so it is done once here and unpacked at the first start. */
async function prepareDatabase(run) {
  const program = join(nextServer, "store", "dump.js");
  if (!existsSync(program)) {
    return false;
  }
  await run([program, nextDump], { failure: "Preparing the embedded database failed" });
  return true;
}
