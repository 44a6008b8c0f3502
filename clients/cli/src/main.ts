#!/usr/bin/env node
import { CommanderError } from "commander";
import { exitCodeOf, exitCodes } from "./exit-codes.js";
import { printError } from "./output/errors.js";
import { buildProgram } from "./program.js";

const args = process.argv.slice(2);

// A reader such as `head` that has seen enough is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? exitCodes.done : exitCodes.failed);
});

try {
  await buildProgram(args).parseAsync(args, { from: "user" });
} catch (error) {
  if (error instanceof CommanderError) {
    // Help and the version are told by an exception too.
    process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  } else {
    printError(error, args.includes("--json"));
    process.exitCode = exitCodeOf(error);
  }
}
