import type { PrintedOperation } from "../../clients/mcp/src/operations.js";
import type { Annotations } from "../../clients/mcp/src/tool.js";
import {
  inlined,
  newestAnswer,
  newestBody,
  newestParameters,
  type OpenApiDocument,
  type OpenApiOperation,
  operationsOf,
  type Placed,
  type Schema,
} from "./openapi-document.js";

/** Every operation in its newest form as a tool with flat arguments. */
export const printOperations = (document: OpenApiDocument): PrintedOperation[] =>
  operationsOf(document).map((placed) => printOperation(placed, document));

/** Arguments have names, so a body that is a list gets one. */
const listName = "items";

function printOperation({ method, path, operation }: Placed, document: OpenApiDocument): PrintedOperation {
  const version = operation["x-newest"]?.version;
  const body = newestBody(operation, document);
  const isList = body?.type === "array";
  const parameters = newestParameters(operation);
  const places = [
    ...parameters.map(({ name, required, schema }) => ({ name, required, schema })),
    ...Object.entries(body?.properties ?? {}).map(([name, schema]) => {
      return { name, schema, required: body?.required?.includes(name) ?? false };
    }),
    ...(isList && body ? [{ name: listName, schema: body, required: true }] : []),
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
    ...(isList && { listName }),
    annotations: annotationsOf(method, path),
    input: inputOf(argumentsInOrder, document),
    output: outputOf(operation, document),
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

function outputOf(operation: OpenApiOperation, document: OpenApiDocument) {
  const { data, pagination } = newestAnswer(operation);
  const answer = { ...(data && { data }), ...(pagination && { pagination }) };
  return { type: "object" as const, properties: mapped(inlined(answer, document) as Record<string, Schema>, loosened) };
}

/**
 * The names and types of an answer and nothing that would make it invalid: clients check answers, and one of another
 * server that strays from the document in a detail must not be taken for a failure of what was done.
 */
function loosened({ type, properties, items, anyOf, oneOf, additionalProperties: others }: Schema): Schema {
  const choices = anyOf ?? oneOf;
  if (choices) return { anyOf: choices.map(loosened) };
  return {
    ...(type && { type: [...new Set([type, "null"].flat())] }),
    ...(properties && { properties: mapped(properties, loosened) }),
    ...(items && { items: loosened(items) }),
    ...(typeof others === "object" && { additionalProperties: loosened(others) }),
  };
}

const mapped = <From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));

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
