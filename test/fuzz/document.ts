import { printOpenApi } from "../../server/http/print-openapi.js";

/** What the fuzz reads of a JSON schema. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  default?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  propertyNames?: Schema;
  additionalProperties?: Schema | boolean;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  schema: Schema;
}

/** An operation as the document tells it. */
export interface Described {
  id: string;
  method: string;
  path: string;
  parameters: Parameter[];
  body: Schema | null;
}

interface Written {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses?: Record<string, { content?: Record<string, unknown> }>;
}

interface OpenApi {
  paths: Record<string, Record<string, Written>>;
  components: { schemas: Record<string, Schema> };
}

/** Our own OpenAPI document, as it is printed to `docs/openapi.json`. */
const document = JSON.parse(printOpenApi()) as OpenApi;

export const described: readonly Described[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, written]) => !isStream(written))
    .map(([method, written]) => ({
      id: written.operationId,
      method: method.toUpperCase(),
      path,
      parameters: written.parameters ?? [],
      body: written.requestBody?.content["application/json"]?.schema ?? null,
    })),
);

/** An answer that ends only when its reader goes cannot be waited for. */
function isStream({ responses }: Written): boolean {
  return responses?.["200"]?.content?.["text/event-stream"] !== undefined;
}

/** The schema itself, where it only points to one. */
export function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split("/").at(-1);
  return name ? resolved(document.components.schemas[name] ?? {}) : schema;
}
