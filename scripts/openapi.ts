import { writeFileSync } from "node:fs";
import { printOpenApi } from "../server/http/print-openapi.js";

/** `npm run openapi`: prints the table of operations to docs/openapi.json. */
writeFileSync("docs/openapi.json", printOpenApi());
