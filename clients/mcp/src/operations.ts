import { readFileSync } from "node:fs";
import { type Api, recordOf } from "./api.js";
import type { Annotations } from "./tool.js";

/** One operation of the API as `scripts/print-clients.ts` prints it from the OpenAPI document. */
export interface PrintedOperation {
  id: string;
  title: string;
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Below the base URL, with its parameters: `/bookings/{bookingUid}`. */
  path: string;
  version?: string;
  pathNames: string[];
  queryNames: string[];
  bodyNames: string[];
  /** The argument that is the whole body, where that is a list. */
  listName?: string;
  annotations: Annotations;
  input: { type: "object"; [name: string]: unknown };
  /** Of the answer's `data` and `pagination`, names and types alone. */
  output: { type: "object"; [name: string]: unknown };
}

let printed: readonly PrintedOperation[] | undefined;

/** Every operation, read when the first one is wanted: the default tools need none of it. */
export function allOperations(): readonly PrintedOperation[] {
  printed ??= JSON.parse(readFileSync(new URL("./generated/operations.json", import.meta.url), "utf8"));
  return printed ?? [];
}

/** Sends an operation's flat arguments each to its place. */
export async function callOperation(api: Api, operation: PrintedOperation, args: unknown): Promise<object> {
  const given = recordOf(args);
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given[name] ?? "")));
  const { data, pagination } = await api({
    method: operation.method,
    path,
    version: operation.version,
    query: pick(given, operation.queryNames),
    body: bodyOf(operation, given),
  });
  return { ...(data !== undefined && { data }), ...(pagination && { pagination }) };
}

function bodyOf({ bodyNames, listName }: PrintedOperation, given: Record<string, unknown>): unknown {
  if (listName) return given[listName];
  return bodyNames.length > 0 ? pick(given, bodyNames) : undefined;
}

/** What is missing or unknown among the arguments, as a sentence; the values are the server's to judge. */
export function faultOf({ input }: PrintedOperation, args: unknown): string | null {
  const given = Object.keys(recordOf(args));
  const known = Object.keys(recordOf(input.properties));
  const unknown = given.filter((name) => !known.includes(name));
  if (unknown.length > 0) return `Unknown: ${unknown.join(", ")}. Known: ${known.join(", ") || "none"}.`;
  const missing = ((input.required as string[] | undefined) ?? []).filter((name) => !given.includes(name));
  return missing.length > 0 ? `Missing: ${missing.join(", ")}.` : null;
}

const pick = (given: Record<string, unknown>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));
