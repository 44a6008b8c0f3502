import { printDomains } from "./print-domains.mjs";
import { printTypes } from "./print-types.mjs";

/** The files of src/generated/ for an OpenAPI document. */
export async function printSources(document) {
  return { "openapi.ts": await printTypes(document), "domains.ts": printDomains(document) };
}
