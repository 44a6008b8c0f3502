import { describeOperations } from "./openapi.js";
import { operations } from "./routes.js";

/** The text of `docs/openapi.json`. */
export const printOpenApi = (): string =>
  `${JSON.stringify(describeOperations(operations, "http://localhost:3000"), null, 1)}\n`;
