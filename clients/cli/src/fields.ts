import { readFileSync } from "node:fs";
import type { CommandRow, OptionRow } from "./command-row.js";
import { UsageError } from "./exit-codes.js";

type Fields = Record<string, unknown>;

/** What a command sends: its options, over the JSON of `--data`. */
export function readFields(row: CommandRow, given: (flag: string) => unknown, data?: string) {
  const body: Fields = data === undefined ? {} : readData(data);
  const query: Fields = {};
  for (const option of row.options) {
    const value = option.flags.map(given).find((one) => one !== undefined);
    if (value !== undefined)
      place(option.in === "body" ? body : query, option.name.split("."), wireValue(option, value));
  }
  refuseMissing(row, query, body);
  return { query, ...(row.hasBody && { body }) };
}

/** JSON, a file (`@booking.json`) or standard input (`-`). */
function readData(text: string): Fields {
  const source =
    text === "-" ? readFileSync(0, "utf8") : text.startsWith("@") ? readFileSync(text.slice(1), "utf8") : text;
  const value = jsonOf(source);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw new UsageError(
    "--data must be a JSON object.",
    `An example: --data '{"title":"Intro"}', --data @file.json, or --data - for standard input.`,
  );
}

/** The value as it goes on the wire; numbers and choices were checked when the command line was read. */
function wireValue({ kind }: OptionRow, given: unknown): unknown {
  if (kind === "boolean") return given === true || given === "true";
  if (typeof given !== "string") return given;
  if (kind === "texts" || kind === "numbers") {
    const parts = given.startsWith("[") ? (jsonOf(given) as unknown[]) : given.split(",").map((part) => part.trim());
    return kind === "numbers" && Array.isArray(parts) ? parts.map(Number) : parts;
  }
  // A field that takes an object often takes a plain word too.
  return kind === "json" ? (jsonOf(given) ?? given) : given;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function place(target: Fields, [name = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    target[name] = value;
  } else {
    const inner = (target[name] ?? {}) as Fields;
    target[name] = inner;
    place(inner, rest, value);
  }
}

function refuseMissing({ options }: CommandRow, query: Fields, body: Fields): void {
  const missing = options.filter(
    ({ isRequired, in: where, name }) => isRequired && !has(where === "body" ? body : query, name),
  );
  if (missing.length === 0) return;
  const flags = missing.map(({ flags: [flag] }) => `--${flag}`).join(", ");
  const isInBody = missing.some((option) => option.in === "body");
  throw new UsageError(`Missing: ${flags}`, isInBody ? "Give them as options, or as JSON with --data." : undefined);
}

const has = (fields: Fields, path: string): boolean =>
  path.split(".").reduce<unknown>((value, name) => (value as Fields | undefined)?.[name], fields) !== undefined;
