import { readFileSync, writeFileSync } from "node:fs";
import { printOpenApi } from "../server/http/print-openapi.js";
import { withCompatibility } from "./compatibility.js";
import { printClients } from "./print-clients.js";

/** `npm run openapi`: prints the table of operations to docs/openapi.json, and what of the contract it covers to the README. */
writeFileSync("docs/openapi.json", printOpenApi());
writeFileSync("README.md", withCompatibility(readFileSync("README.md", "utf8")));
printClients();
