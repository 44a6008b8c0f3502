import { ApiError, ConnectionError, KalendsError } from "@kalends/sdk";
import pc from "picocolors";
import { UsageError } from "../exit-codes.js";
import { cellOf, isRecord } from "./values.js";

/** Tells what went wrong and what to try next, on stderr. */
export function printError(error: unknown, isJson: boolean): void {
  const text = isJson
    ? JSON.stringify({ error: factsOf(error) }, null, 2)
    : [headOf(error), ...hintsOf(error)].join("\n");
  process.stderr.write(`${text}\n`);
}

function factsOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof KalendsError)) return { code: "FAILED", message: (error as Error).message };
  const { message, code, status, details, requestId, mayHaveTakenEffect } = error;
  return { code, message, status, details, requestId, mayHaveTakenEffect };
}

function headOf(error: unknown): string {
  const { message } = error as Error;
  if (!(error instanceof ApiError)) return `${pc.red("Error:")} ${cellOf(message)}`;
  const problems = problemsOf(error.details);
  return [`${pc.red(`Refused (${error.status} ${error.code}):`)} ${cellOf(message)}`, ...problems].join("\n");
}

/** The wrong fields of a body or query, one line each. */
function problemsOf(details: unknown): string[] {
  const nodes = isRecord(details) && Array.isArray(details.errors) ? details.errors : [];
  return nodes.flatMap((node) => problemsBelow(node, ""));
}

function problemsBelow(node: unknown, above: string): string[] {
  if (!isRecord(node)) return [];
  const path = above + String(node.property);
  const own = isRecord(node.constraints)
    ? Object.values(node.constraints).map((text) => `  ${path}: ${cellOf(text)}`)
    : [];
  const below = Array.isArray(node.children) ? node.children.flatMap((child) => problemsBelow(child, `${path}.`)) : [];
  return [...own, ...below];
}

function hintsOf(error: unknown): string[] {
  if (error instanceof UsageError) return error.hint ? [error.hint] : [];
  if (error instanceof ConnectionError) return ["Is the server running there? kalends doctor looks closer."];
  if (!(error instanceof ApiError)) return [];
  const { alternatives } = isRecord(error.details) ? error.details : {};
  return [
    ...(Array.isArray(alternatives) && alternatives.length > 0
      ? [`Free instead: ${alternatives.map(cellOf).join(", ")}`]
      : []),
    ...(error.status === 401 ? ["Set CAL_API_KEY, or run kalends login."] : []),
    ...(error.retryAfterSeconds ? [`Try again in ${Math.ceil(error.retryAfterSeconds)} s.`] : []),
    ...(error.requestId && error.status >= 500 ? [`Tell the operator: request ${error.requestId}.`] : []),
  ];
}
