import { z } from "zod";
import type { Dialect, Operation } from "../operation.js";
import { isVersioned, newestVersions } from "./versions.js";

type Json = Record<string, unknown>;
type AnyDialect = Dialect<unknown, unknown, unknown, unknown>;

/** The OpenAPI 3.1 document of a table of operations. */
export function describeOperations(operations: readonly Operation[], serverUrl: string): Json {
  const schemas: Json = {};
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const described = { [operation.method.toLowerCase()]: describeOperation(operation, schemas) };
    paths[operation.path] = { ...paths[operation.path], ...described };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Kalends",
      version: "2.0.0",
      description: "Scheduling infrastructure that speaks the Cal.com API v2.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: serverUrl }],
    paths,
    components: {
      schemas: sorted(schemas),
      securitySchemes: { apiKey: { type: "http", scheme: "bearer", description: "An API key, cal_live_…" } },
    },
  };
}

const sorted = (object: Json): Json => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

function describeOperation(operation: Operation, schemas: Json): Json {
  const dialects = [operation as unknown as AnyDialect, ...Object.values(operation.older ?? {})] as AnyDialect[];
  const bodies = dialects.flatMap((dialect) => (dialect.body ? [schemaOf(dialect.body, "input", schemas)] : []));
  const status = operation.status ?? (operation.method === "POST" ? 201 : 200);
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    "x-scope": operation.scope,
    security: security(operation),
    parameters: parameters(operation, dialects, schemas),
    ...(isVersioned(operation.path) && { "x-newest": describeNewest(operation, schemas) }),
    ...(bodies.length > 0 && {
      requestBody: { required: true, content: { "application/json": { schema: either(bodies) } } },
    }),
    responses: {
      [status]: {
        description: "Success",
        content: operation.isStream
          ? { "text/event-stream": { schema: { type: "string" } } }
          : { "application/json": { schema: answerSchema(operation, dialects, schemas) } },
      },
      "4XX": { description: "Refused", content: { "application/json": { schema: errorSchema } } },
    },
  };
}

/** The newest dialect alone, for clients, which need speak no other: elsewhere the document tells all of them at once. */
function describeNewest(operation: Operation, schemas: Json): Json {
  return {
    version: newestVersions[domainOf(operation)],
    query: propertiesOf(operation.query, "query", schemas).map(({ name }) => name),
    requiredQuery: propertiesOf(operation.query, "query", schemas).flatMap((one) => (one.required ? [one.name] : [])),
    ...(operation.body && { body: schemaOf(operation.body, "input", schemas) }),
    ...(operation.response && { data: schemaOf(operation.response, "output", schemas) }),
    isPaged: operation.pagination !== undefined,
  };
}

const domainOf = ({ path }: Operation): string => path.split("/")[2] ?? "";

function security({ auth }: Operation): Json[] {
  if (auth === "none") return [];
  return auth === "optional" ? [{}, { apiKey: [] }] : [{ apiKey: [] }];
}

function either(schemas: Json[]): Json {
  const different = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  return different.length === 1 ? (different[0] ?? {}) : { anyOf: different };
}

function parameters(operation: Operation, dialects: AnyDialect[], schemas: Json): Json[] {
  const found = new Map<string, Json>();
  const version = operation.older ? newestVersions[domainOf(operation)] : undefined;
  if (version) {
    const schema = { type: "string", default: version };
    found.set("cal-api-version", { name: "cal-api-version", in: "header", required: false, schema });
  }
  if (operation.method !== "GET") {
    found.set("Idempotency-Key", { name: "Idempotency-Key", in: "header", required: false, schema: idempotencyKey });
  }
  if (operation.canRehearse)
    found.set("dryRun", { name: "dryRun", in: "query", required: false, schema: { type: "boolean" } });
  for (const parameter of propertiesOf(operation.params, "path", schemas)) found.set(String(parameter.name), parameter);
  for (const dialect of dialects) {
    for (const parameter of propertiesOf(dialect.query, "query", schemas)) {
      // A parameter that only one dialect requires is optional for the operation as a whole.
      if (dialects.length > 1) parameter.required = false;
      if (!found.has(String(parameter.name))) found.set(String(parameter.name), parameter);
    }
  }
  return [...found.values()];
}

const idempotencyKey = { type: "string", minLength: 1, maxLength: 255 };

function propertiesOf(schema: z.ZodType | undefined, place: "path" | "query", schemas: Json): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input", schemas) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: property,
  }));
}

function answerSchema({ paginationResponse }: Operation, dialects: AnyDialect[], schemas: Json): Json {
  const data = dialects.flatMap((dialect) => (dialect.response ? [schemaOf(dialect.response, "output", schemas)] : []));
  const isPaged = dialects.some((dialect) => dialect.pagination);
  return {
    type: "object",
    required: ["status", ...(data.length > 0 ? ["data"] : []), ...(isPaged ? ["pagination"] : [])],
    properties: {
      status: { type: "string", enum: ["success", "error"] },
      ...(data.length > 0 && { data: either(data) }),
      ...(isPaged && { pagination: schemaOf(paginationResponse ?? paginationSchema, "output", schemas) }),
    },
  };
}

/** The sibling of `data` on paged lists. */
export const paginationSchema = z
  .object({
    totalItems: z.int(),
    remainingItems: z.int(),
    returnedItems: z.int(),
    itemsPerPage: z.int(),
    currentPage: z.int(),
    totalPages: z.int(),
    hasNextPage: z.boolean(),
    hasPreviousPage: z.boolean(),
  })
  .meta({ id: "Pagination" });

const errorSchema = {
  type: "object",
  required: ["status", "timestamp", "path", "error"],
  properties: {
    status: { type: "string", enum: ["error"] },
    timestamp: { type: "string", format: "date-time" },
    path: { type: "string" },
    message: { type: "string" },
    error: {
      type: "object",
      required: ["code", "message"],
      properties: { code: { type: "string" }, message: { type: "string" }, details: {} },
    },
  },
};

/** A zod schema as JSON Schema, its named parts moved to the document's components. */
function schemaOf(schema: z.ZodType, io: "input" | "output", schemas: Json): Json {
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = z.toJSONSchema(schema, { io, unrepresentable: "any", override }) as Json & {
    $defs?: Json;
  };
  for (const [name, definition] of Object.entries($defs)) schemas[name] = relink(definition) as Json;
  return relink(rest) as Json;
}

function override({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: Json }): void {
  const meta = z.globalRegistry.get(zodSchema) as { override?: Json } | undefined;
  if (meta?.override) {
    for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
    Object.assign(jsonSchema, meta.override);
  }
  // Formats say what a value is; the long patterns behind them only bloat the document and every SDK made from it.
  if (jsonSchema.format && jsonSchema.pattern) delete jsonSchema.pattern;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}

function relink(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relink);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "$ref" && typeof inner === "string" ? inner.replace("#/$defs/", "#/components/schemas/") : relink(inner),
    ]),
  );
}
