import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** An absolute path inside the clone, whatever folder the command was called from. */
export function inProject(...parts) {
  return join(root, ...parts);
}

/** The parsed file, or null if there is none (or only half of one). */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}
