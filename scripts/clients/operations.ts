import type { PrintedOperation } from "../../clients/mcp/src/operations.js";
import type { Annotations } from "../../clients/mcp/src/tool.js";
import {
  inlined,
  newestBody,
  newestParameters,
  type OpenApiDocument,
  operationsOf,
  type Placed,
  type Schema,
} from "./openapi-document.js";

/** Every operation in its newest form as a tool with flat arguments. */
export const printOperations = (document: OpenApiDocument): PrintedOperation[] =>
  operationsOf(document).map((placed) => printOperation(placed, document));

function printOperation({ method, path, operation }: Placed, document: OpenApiDocument): PrintedOperation {
  const version = operation["x-newest"]?.version;
  const body = newestBody(operation, document);
  const parameters = newestParameters(operation);
  const places = [
    ...parameters.map(({ name, required, schema }) => ({ name, required, schema })),
    ...Object.entries(body?.properties ?? {}).map(([name, schema]) => {
      return { name, schema, required: body?.required?.includes(name) ?? false };
    }),
  ];
  // A name that stands in the path and in the body is one argument that goes to both.
  const byName = new Map(places.reverse().map((argument) => [argument.name, argument]));
  const argumentsInOrder = [...byName.values()].reverse();
  return {
    id: operation.operationId,
    title: operation.summary,
    method: method as PrintedOperation["method"],
    path: path.replace(/^\/v2/, ""),
    ...(version && { version }),
    pathNames: parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name),
    queryNames: parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name),
    bodyNames: Object.keys(body?.properties ?? {}),
    annotations: annotationsOf(method, path),
    input: inputOf(argumentsInOrder, document),
  };
}

function inputOf(args: { name: string; required: boolean; schema: Schema }[], document: OpenApiDocument) {
  const required = args.filter((argument) => argument.required).map(({ name }) => name);
  return {
    type: "object" as const,
    properties: Object.fromEntries(args.map(({ name, schema }) => [name, inlined(schema, document)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** What the method promises (RFC 9110, 9.2); a POST that ends or replaces something is destructive all the same. */
function annotationsOf(method: string, path: string): Annotations {
  const isRead = method === "GET";
  const ends = /\/(cancel|decline|reschedule|refresh|reassign(\/\{\w+\})?)$/.test(path);
  return {
    readOnlyHint: isRead,
    ...(!isRead && { destructiveHint: method !== "POST" || ends, idempotentHint: method !== "POST" }),
    openWorldHint: true,
  };
}
