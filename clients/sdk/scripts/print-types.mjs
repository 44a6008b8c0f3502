import openapiTS, { astToString } from "openapi-typescript";
import { newestOnly } from "./newest.mjs";

/** The types of everything on the wire, in the newest dialect of each operation. */
export async function printTypes(document) {
  const ast = await openapiTS(newestOnly(document), {
    // A field with a default may be left out, which is the point of a default.
    defaultNonNullable: false,
    alphabetize: true,
  });
  return `// Printed from docs/openapi.json by clients/sdk/scripts/generate.mjs; not edited by hand.\n${astToString(ast)}`;
}
