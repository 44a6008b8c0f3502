import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  newestBody,
  newestParameters,
  type OpenApiDocument,
  operationsOf,
  resolved,
  type Schema,
} from "./openapi-document.js";

const folder = "skill/calcom-api";

/** Every page of the skill with its tables as they should be. */
export const skillPagesWithTables = (document: OpenApiDocument): [path: string, text: string][] =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => {
      const path = join(folder, name);
      return [path, withTables(readFileSync(path, "utf8"), document)];
    });

/**
 * A page whose marked tables are printed anew: `<!-- fields createBooking -->`, `<!-- parameters getSlots -->` or
 * `<!-- triggers -->`, up to the mark with a slash. The last column is written by hand and kept row by row.
 */
export const withTables = (page: string, document: OpenApiDocument): string =>
  page.replace(
    /(<!-- (fields|parameters|triggers)(?: (\w+))? -->\n)([\s\S]*?)(<!-- \/\2 -->)/g,
    (_, begin: string, kind: string, id: string | undefined, before: string, end: string) => {
      const rows = kind === "triggers" ? triggerRows(document) : fieldRows(document, kind, id ?? "");
      return `${begin}${printTable(rows, meaningsIn(before))}${end}`;
    },
  );

function printTable([head = [], ...rows]: string[][], meanings: Map<string, string>): string {
  const lines = [
    [...head, "meaning"],
    [...head.map(() => "---"), "---"],
    ...rows.map((row) => [...row, meanings.get(row[0] ?? "") ?? ""]),
  ];
  return `\n${lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("")}\n`;
}

const meaningsIn = (table: string): Map<string, string> =>
  new Map(
    [...table.matchAll(/^\| (`[^|]+`) \|(?:.*\|)? (.*) \|$/gm)].map(([, name = "", meaning = ""]) => [name, meaning]),
  );

function triggerRows(document: OpenApiDocument): string[][] {
  const triggers = document.components.schemas.CreateWebhookInputDto?.properties?.triggers?.items?.enum ?? [];
  return [["trigger"], ...triggers.map((trigger) => [`\`${trigger}\``])];
}

function fieldRows(document: OpenApiDocument, kind: string, id: string): string[][] {
  const operation = operationsOf(document).find((placed) => placed.operation.operationId === id)?.operation;
  if (!operation) throw new Error(`The skill names an operation that does not exist: ${id}`);
  const body = newestBody(operation, document);
  const fields =
    kind === "parameters"
      ? newestParameters(operation).filter((parameter) => parameter.in === "query")
      : Object.entries(body?.properties ?? {}).map(([name, schema]) => {
          return { name, schema, required: body?.required?.includes(name) ?? false };
        });
  const rows = fields.map(({ name, schema, required }) => [
    `\`${name}\``,
    `${typeText(schema, document)}${required ? ", required" : ""}`,
  ]);
  return [[kind === "parameters" ? "parameter" : "field", "type"], ...rows];
}

/** A type in a few words: `integer ≥ 1`, `"a" or "b"`, `list of string`. */
function typeText(schema: Schema, document: OpenApiDocument): string {
  const { type, anyOf, oneOf, items, minimum, const: only, enum: values } = resolved(schema, document);
  if (only !== undefined) return `\`${only}\``;
  if (values) return values.length > 8 ? "one of a list" : values.map((value) => `\`${value}\``).join(", ");
  const choices = anyOf ?? oneOf;
  if (choices) return [...new Set(choices.map((choice) => typeText(choice, document)))].join(" or ");
  if (type === "array") return `list of ${items ? typeText(items, document) : "anything"}`;
  const named = Array.isArray(type) ? type.join(" or ") : (type ?? "anything");
  return minimum === undefined || minimum <= 0 ? named : `${named} ≥ ${minimum}`;
}
