// Prints the CLI's table of commands from docs/openapi.json.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { printSources } from "./print-sources.mjs";

const document = JSON.parse(readFileSync(new URL("../../../docs/openapi.json", import.meta.url), "utf8"));
const folder = new URL("../src/generated/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(printSources(document))) writeFileSync(new URL(name, folder), text);
