import { camelCase, domainOf, methodNames, pascalCase } from "./names.mjs";
import { newestOnly } from "./newest.mjs";

/** Per domain: an interface of its methods for the compiler, and a table of rows for the program. */
export function printDomains(document) {
  const domains = Object.entries(operationsByDomain(newestOnly(document), document));
  const printed = domains.map(([domain, operations]) => printDomain(domain, operations));
  const properties = domains.map(([domain]) => `  readonly ${camelCase(domain)}: ${pascalCase(domain)};`);
  const bound = domains.map(([domain]) => `    this.${camelCase(domain)} = ${camelCase(domain)}(connection);`);
  return `${head}
${printed.join("\n")}
/** Every domain of the API. */
export class Domains {
${properties.join("\n")}

  constructor(connection: Connection) {
${bound.join("\n")}
  }
}
`;
}

const head = `// Printed from docs/openapi.json by clients/sdk/scripts/generate.mjs; not edited by hand.
import { bind, type Row } from "../bind.js";
import type { RequestOptions } from "../call.js";
import type { Connection } from "../connection.js";
import type { Listing } from "../pages.js";
import type { Body, Data, Item, One, Query } from "../types.js";
`;

function operationsByDomain(newest, document) {
  const found = {};
  for (const [path, methods] of Object.entries(newest.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const version = document.paths[path][method]["x-newest"]?.version;
      const facts = { ...operation, method: method.toUpperCase(), path, version, schemas: newest.components.schemas };
      found[domainOf(path)] = [...(found[domainOf(path)] ?? []), facts];
    }
  }
  return found;
}

function printDomain(domain, operations) {
  const names = methodNames(
    domain,
    operations.map(({ operationId }) => operationId),
  );
  const name = pascalCase(domain);
  return `export interface ${name} {
${operations.map((operation, index) => printMethod(operation, names[index])).join("\n")}
}

const ${camelCase(domain)}Rows = {
${operations.map((operation, index) => printRow(operation, names[index])).join("\n")}
} as const satisfies Record<keyof ${name}, Row>;

/** The methods of \`${domain}\` alone, for programs that must be small. */
export const ${camelCase(domain)} = (connection: Connection): ${name} => bind<${name}>(connection, ${camelCase(domain)}Rows);
`;
}

function printMethod(operation, name) {
  const { method, path, summary, version, operationId } = operation;
  const about = `${summary}. \`${method} ${path}\`${version ? `, version ${version}` : ""}`;
  const series = isOneOrMany(operation) ? `<Answer extends Data<"${operationId}"> = One<Data<"${operationId}">>>` : "";
  const answer = takes(operation) === "pages" ? `Listing<Item<"${operationId}">>` : `Promise<Data<"${operationId}">>`;
  const told = `${about}${series && "; say Answer where a list is what comes, as of a series"}`;
  const returned = series ? "Promise<Answer>" : answer;
  return `  /** ${told.replaceAll("*/", "")} */\n  ${name}${series}(${printArguments(operation).join(", ")}): ${returned};`;
}

function printArguments(operation) {
  const id = operation.operationId;
  const ids = operation.parameters.filter((one) => one.in === "path").map((one) => `${one.name}: ${typeOf(one)}`);
  const hasQuery = operation.parameters.some((one) => one.in === "query");
  const kind = takes(operation);
  const mark = isOptional(operation, kind) ? "?" : "";
  const input = { body: [`body${mark}: Body<"${id}">`], nothing: [] }[kind] ?? [`query${mark}: Query<"${id}">`];
  const options = kind === "body" && hasQuery ? `RequestOptions & { query?: Query<"${id}"> }` : "RequestOptions";
  return [...ids, ...input, `options?: ${options}`];
}

/** Answers with one thing mostly, and with a list of them where it is a series. */
function isOneOrMany({ responses }) {
  const choices = Object.values(responses)[0].content?.["application/json"]?.schema.properties?.data?.anyOf ?? [];
  const arrays = choices.filter(({ type }) => type === "array");
  return arrays.length > 0 && arrays.length < choices.length;
}

const typeOf = ({ schema }) => (["integer", "number"].includes(schema.type) ? "number" : "string");

const printRow = (operation, name) =>
  `  ${name}: ${JSON.stringify([operation.method, operation.path, takes(operation), ...(operation.version ? [operation.version] : [])])},`;

function takes({ requestBody, parameters, method }) {
  if (requestBody) return "body";
  const queries = parameters.filter((one) => one.in === "query").map((one) => one.name);
  if (method === "GET" && queries.includes("take") && queries.includes("skip")) return "pages";
  return queries.length > 0 ? "query" : "nothing";
}

function isOptional({ requestBody, parameters, schemas }, kind) {
  if (kind !== "body") return parameters.every((one) => one.in !== "query" || !one.required);
  return requiresNothing(requestBody.content["application/json"].schema, schemas);
}

function requiresNothing(schema, schemas) {
  if (schema.$ref) return requiresNothing(schemas[schema.$ref.split("/").at(-1)], schemas);
  const choices = schema.anyOf ?? schema.oneOf;
  return choices ? choices.some((one) => requiresNothing(one, schemas)) : (schema.required ?? []).length === 0;
}
