import { existsSync, readFileSync } from "node:fs";

/** The version of this program, by the nearest package.json above: the build lies one folder deeper than the source. */
export const programVersion: string = readVersion(new URL("./", import.meta.url));

function readVersion(folder: URL): string {
  const file = new URL("package.json", folder);
  if (existsSync(file)) return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
  const parent = new URL("../", folder);
  return parent.href === folder.href ? "0.0.0" : readVersion(parent);
}
