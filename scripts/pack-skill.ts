import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { filesBelow } from "../test/laws/sources.js";
import { zipOf } from "./clients/zip.js";

/** `npm run skill:pack`: the skill as one file to install, dist/calcom-api.zip. */
const files = filesBelow("skill", ".md").map((path) => ({
  name: relative("skill", path).replaceAll("\\", "/"),
  content: readFileSync(path),
}));
mkdirSync("dist", { recursive: true });
writeFileSync("dist/calcom-api.zip", zipOf(files));
process.stdout.write(`dist/calcom-api.zip: ${files.length} files\n`);
