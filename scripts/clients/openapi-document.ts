/** The parts of docs/openapi.json that the clients are printed from. */
export interface OpenApiDocument {
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Record<string, Schema> };
}

export interface OpenApiOperation {
  operationId: string;
  tags: string[];
  summary: string;
  parameters: Parameter[];
  requestBody?: { content: { "application/json": { schema: Schema } } };
  responses: Record<string, { content?: Record<string, { schema?: Schema }> }>;
  /** The newest form alone, where there are several. */
  "x-newest"?: { version: string; query: string[]; requiredQuery: string[]; body?: Schema; data?: Schema };
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  schema: Schema;
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
  additionalProperties?: boolean | Schema;
  $ref?: string;
  [name: string]: unknown;
}

/** One operation with its place. */
export interface Placed {
  method: string;
  path: string;
  operation: OpenApiOperation;
}

/** Every operation that answers; a stream, which has no end, is nothing to call as a tool. */
export const operationsOf = ({ paths }: OpenApiDocument): Placed[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { responses }]) => !isStream(responses))
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

const isStream = (responses: OpenApiOperation["responses"]): boolean =>
  Object.values(responses).some(({ content }) => content?.["text/event-stream"] !== undefined);

/** The parameters of the newest form, without headers. */
export function newestParameters({ parameters, "x-newest": newest }: OpenApiOperation): Parameter[] {
  const isOfOlder = ({ name, in: place }: Parameter): boolean => place === "query" && !newest?.query.includes(name);
  const own = parameters.filter((parameter) => parameter.in !== "header" && !(newest && isOfOlder(parameter)));
  return own.map((parameter) =>
    newest && parameter.in === "query"
      ? { ...parameter, required: newest.requiredQuery.includes(parameter.name) }
      : parameter,
  );
}

/** The body of the newest form. */
export function newestBody(operation: OpenApiOperation, document: OpenApiDocument): Schema | null {
  const newest = operation["x-newest"];
  const schema = newest ? newest.body : operation.requestBody?.content["application/json"].schema;
  return schema ? resolved(schema, document) : null;
}

/** What stands beside `status` in the answer of the newest form: `data`, and of lists `pagination`. */
export function newestAnswer(operation: OpenApiOperation): Record<string, Schema> {
  const [success] = Object.values(operation.responses);
  const { status: _, ...properties } = success?.content?.["application/json"]?.schema?.properties ?? {};
  const { data } = operation["x-newest"] ?? {};
  return { ...properties, ...(data && { data }) };
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
