#!/usr/bin/env node
import { existsSync } from "node:fs";

// The built program; `npm start` builds it.
const store = new URL("../dist/server/backup.js", import.meta.url);
const directory = process.env.KALENDS_DATA_DIR || ".kalends";
const [command, file] = process.argv.slice(2);

const usage = `kalends backup FILE     write the data of the embedded store in ${directory} to FILE (stop the server first)
kalends restore FILE    make the embedded store in ${directory} from FILE
`;

// The server's own commands are here; every other one is a client's, and that is another program.
const commands = {
  serve: () => import("../scripts/start.mjs"),
  backup: async () => (await import(store.href)).backUp(directory, file),
  restore: async () => (await import(store.href)).restore(file, directory),
};

try {
  const run = commands[command];
  if (!run) {
    await import("../scripts/cli.mjs");
  } else if (command !== "serve" && (!file || file.startsWith("-"))) {
    process.stderr.write(usage);
    process.exitCode = 2;
  } else if (command !== "serve" && !existsSync(store)) {
    throw new Error("Kalends is not built yet: run npm start once.");
  } else {
    await run();
    if (command !== "serve") process.stdout.write(`${command} done: ${file}\n`);
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
