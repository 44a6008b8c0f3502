/** The parts of docs/openapi.json that the clients are printed from. */
export interface OpenApiDocument {
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Record<string, Schema> };
}

export interface OpenApiOperation {
  operationId: string;
  tags: string[];
  summary: string;
  parameters: { name: string; in: "path" | "query" | "header"; required: boolean; schema: Schema }[];
  requestBody?: { content: { "application/json": { schema: Schema } } };
}

export interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  minimum?: number;
  maximum?: number;
  default?: unknown;
  examples?: unknown[];
  description?: string;
  $ref?: string;
  [name: string]: unknown;
}

/** One operation with its place. */
export interface Placed {
  method: string;
  path: string;
  operation: OpenApiOperation;
}

export const operationsOf = ({ paths }: OpenApiDocument): Placed[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

/** The `cal-api-version` of the newest form, where the header makes a difference. */
export const versionOf = ({ parameters }: OpenApiOperation): string | undefined =>
  parameters.find(({ name }) => name === "cal-api-version")?.schema.default as string | undefined;

/** The body of the newest form: the first, where an operation has one for each dialect. */
export function newestBody(operation: OpenApiOperation, document: OpenApiDocument): Schema | null {
  const schema = operation.requestBody?.content["application/json"].schema;
  if (!schema) return null;
  const newest = versionOf(operation) && schema.anyOf ? schema.anyOf[0] : schema;
  return resolved(newest ?? schema, document);
}

/** A schema without references at its top. */
export function resolved(schema: Schema, document: OpenApiDocument): Schema {
  const name = schema.$ref?.split("/").at(-1);
  const target = name === undefined ? undefined : document.components.schemas[name];
  return target ? resolved(target, document) : schema;
}

/** A schema with every reference replaced by what it stands for; schemas that hold themselves become any value. */
export function inlined(value: unknown, document: OpenApiDocument, within: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item) => inlined(item, document, within));
  if (typeof value !== "object" || value === null) return value;
  const { $ref } = value as Schema;
  if ($ref === undefined) {
    const entries = Object.entries(value).map(([key, inner]) => [key, inlined(inner, document, within)]);
    return Object.fromEntries(entries);
  }
  const name = $ref.split("/").at(-1) ?? "";
  return within.includes(name) ? {} : inlined(document.components.schemas[name], document, [...within, name]);
}
