import { printCommands } from "./print-commands.mjs";

/** The files of src/generated/ for an OpenAPI document. */
export function printSources(document) {
  return { "commands.ts": printCommands(document) };
}
