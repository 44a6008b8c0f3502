// Prints the SDK's types and its table of operations from docs/openapi.json.
import { readFileSync, writeFileSync } from "node:fs";
import { printSources } from "./print-sources.mjs";

const document = JSON.parse(readFileSync(new URL("../../../docs/openapi.json", import.meta.url), "utf8"));
for (const [name, text] of Object.entries(await printSources(document))) {
  writeFileSync(new URL(`../src/generated/${name}`, import.meta.url), text);
}
