import { domainOf, methodNames } from "../../sdk/scripts/names.mjs";
import { newestOnly } from "../../sdk/scripts/newest.mjs";

/** The table of commands: a group per domain, a command per operation, an option per field. */
export function printCommands(document) {
  const groups = new Map();
  const newest = newestOnly(document);
  for (const [path, methods] of Object.entries(newest.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const version = document.paths[path][method]["x-newest"]?.version;
      const facts = { ...operation, method: method.toUpperCase(), path, version, schemas: newest.components.schemas };
      groups.set(domainOf(path), [...(groups.get(domainOf(path)) ?? []), facts]);
    }
  }
  const printed = [...groups].map(([group, operations]) => printGroup(group, operations));
  return `// Printed from docs/openapi.json by clients/cli/scripts/generate.mjs; not edited by hand.
import type { CommandRow } from "../command-row.js";

export const commands: Record<string, CommandRow[]> = {
${printed.join("\n")}
};
`;
}

function printGroup(group, operations) {
  const ids = operations.map(({ operationId }) => operationId);
  const names = methodNames(group, ids).map(kebabCase);
  const rows = operations.map((operation, index) => `    ${JSON.stringify(rowOf(operation, names[index]))},`);
  return `  ${JSON.stringify(group)}: [\n${rows.join("\n")}\n  ],`;
}

function rowOf({ method, path, summary, version, operationId, parameters, requestBody, schemas, security }, name) {
  const queries = parameters.filter((one) => one.in === "query" && !isOldName(operationId, one.name));
  const body = requestBody && resolve(requestBody.content["application/json"].schema, schemas);
  const options = [
    ...queries.map((one) => optionOf("query", one.name, one.schema, one.required, schemas)),
    ...(body ? bodyOptions(body, schemas) : []),
  ];
  const hasPages = ["take", "skip"].every((paging) => queries.some((one) => one.name === paging));
  return {
    name,
    id: operationId,
    about: summary,
    method,
    path,
    ...(version && { version }),
    ...(security?.length === 0 || security?.some((one) => Object.keys(one).length === 0) ? { isOpen: true } : {}),
    ...(method === "GET" && hasPages && { isPaged: true }),
    ...(body && { hasBody: true }),
    options: withFlags(options, operationId),
  };
}

/** Names that an older form of the same operation uses for what has a newer one. */
const oldNames = {
  getSlots: ["startTime", "endTime", "slotFormat", "rescheduleUid", "orgSlug", "usernameList", "usernameList[]"],
};

const isOldName = (operationId, name) => (oldNames[operationId] ?? []).includes(name) || name.endsWith("[]");

function bodyOptions(body, schemas) {
  return Object.entries(propertiesOf(body, schemas)).flatMap(([name, schema]) => {
    const isRequired = body.required?.includes(name) ?? false;
    const inner = resolve(withoutNull(schema), schemas);
    if (inner.type !== "object" || !inner.properties) return [optionOf("body", name, schema, isRequired, schemas)];
    return Object.entries(inner.properties).map(([part, partSchema]) =>
      optionOf("body", `${name}.${part}`, partSchema, isRequired && inner.required?.includes(part), schemas),
    );
  });
}

/** Of a choice of shapes: the fields of all of them. */
function propertiesOf(schema, schemas) {
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (!choices) return schema.properties ?? {};
  return Object.assign({}, ...choices.map((one) => propertiesOf(resolve(one, schemas), schemas)));
}

function optionOf(place, name, schema, isRequired, schemas) {
  const inner = resolve(withoutNull(schema), schemas);
  const items = inner.type === "array" ? resolve(inner.items ?? {}, schemas) : null;
  const choices = (inner.enum ?? items?.enum)?.filter((one) => one !== null);
  return {
    in: place,
    name,
    kind: kindOf(inner, items, place),
    ...(isRequired && { isRequired: true }),
    ...(choices && { choices }),
    ...aboutOf(inner),
  };
}

function aboutOf({ description, examples, format }) {
  const example = examples?.[0] ?? { "date-time": "2026-12-01T09:00:00Z", date: "2026-12-01" }[format];
  const about = description ?? (example && `such as ${example}`);
  return about && { about };
}

function kindOf(schema, items, place) {
  if (items)
    return place === "query" || ["string", "number", "integer"].includes(items.type) ? listKind(items) : "json";
  if (schema.type === "string") return "text";
  if (schema.type === "number" || schema.type === "integer") return "number";
  return schema.type === "boolean" ? "boolean" : "json";
}

const listKind = ({ type }) => (type === "number" || type === "integer" ? "numbers" : "texts");

function withoutNull(schema) {
  if (Array.isArray(schema.type)) return { ...schema, type: schema.type.find((one) => one !== "null") };
  const choices = (schema.anyOf ?? schema.oneOf ?? []).filter((one) => one.type !== "null");
  return choices.length === 1 ? choices[0] : schema;
}

function resolve(schema, schemas) {
  return schema.$ref ? resolve(schemas[schema.$ref.split("/").at(-1)], schemas) : schema;
}

/** Shorter or plainer words for some fields; the field's own name is understood as well. */
const plainNames = { getSlots: { start: "from", end: "to" }, listBookings: { afterStart: "from", beforeEnd: "to" } };

/** What every command understands already. */
const reserved = ["json", "quiet", "url", "data", "all", "timeout", "help", "version", "color", "api-version"];

function withFlags(options, operationId) {
  const taken = new Set(options.map(({ name }) => flagOf(name)));
  return options.map((option) => {
    const own = flagOf(option.name);
    const plain = plainNames[operationId]?.[option.name] ?? (own.endsWith("-id") ? own.slice(0, -3) : undefined);
    const isFree = plain !== undefined && !taken.has(plain) && !reserved.includes(plain);
    return { ...option, flags: isFree ? [plain, own] : [own] };
  });
}

function flagOf(name) {
  const flag = kebabCase(name.replaceAll(/[.[\]_]+/g, "-")).replace(/^-+|-+$/g, "");
  return reserved.includes(flag) ? `field-${flag}` : flag;
}

function kebabCase(text) {
  return text.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}
