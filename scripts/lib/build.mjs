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

/** Bundles server/ into dist/server and prepares the embedded database. A failed build leaves the previous one alone. */
export async function build(run) {
  const stamp = { ...sourceStamp(), store: storeContent() };
  const hasDump = existsSync(dump) && readJson(stampFile)?.store === stamp.store;
  rmSync(nextServer, { recursive: true, force: true });
  await bundle();
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

/** The server, and the two programs beside it that work on the embedded store. */
const programs = ["main.ts", "store/dump.ts", "store/backup.ts"];

// Loaded when they are first needed, which may be never, or kept whole because of the files that they bring.
const leftWhole = [
  "@electric-sql/pglite",
  "@fastify/swagger-ui",
  "libphonenumber-js",
  "nodemailer",
  "pg-native",
  "pino",
  "prom-client",
  "undici",
];

/**
 * Some thousand modules, ours and those of packages, as a few files: loading them one by one was half of the time of a start and a
 * fifth of its memory. Types are checked by `npm run check`.
 */
async function bundle() {
  const esbuild = await import("esbuild");
  await esbuild.build({
    entryPoints: programs.map((name) => inProject("server", name)),
    outdir: nextServer,
    entryNames: "[name]",
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: leftWhole,
    sourcemap: true,
    sourcesContent: false,
    logLevel: "error",
    // Packages in the older module format ask for Node's own modules by a function that ES modules do not have.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  });
}

function copyMigrations() {
  const from = inProject("server", "store", "migrations");
  // Beside the bundle, as in the sources they are beside the module that reads them.
  const to = join(nextServer, "migrations");
  if (existsSync(from)) {
    mkdirSync(to, { recursive: true });
    for (const name of readdirSync(from).filter((file) => file.endsWith(".sql"))) {
      copyFileSync(join(from, name), join(to, name));
    }
  }
}

/** Creating a database cluster takes seconds, so it is done once here and unpacked at the first start. */
async function prepareDatabase(run) {
  const program = join(nextServer, "dump.js");
  if (!existsSync(program)) {
    return false;
  }
  await run([program, nextDump], { failure: "Preparing the embedded database failed" });
  return true;
}
