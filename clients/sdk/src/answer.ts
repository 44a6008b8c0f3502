import { faultCode, type Outcome } from "./attempt.js";
import type { Call } from "./call.js";
import {
  ApiError,
  ConnectionError,
  type FailureFacts,
  type KalendsError,
  MalformedAnswerError,
  TimeoutError,
} from "./errors.js";
import { isUnclear, retryAfterSeconds } from "./retry.js";

/** A whole answer, for what stands beside its data. */
export interface Answer<Data = unknown> {
  data: Data;
  status: number;
  headers: Headers;
  requestId: string | undefined;
  /** The parsed body: `status`, `data`, `pagination` and what else there is. */
  body: Record<string, unknown>;
}

/** Reads an outcome: the answer, or the error that it means. */
export function readOutcome(outcome: Outcome, call: Call, attempts: number): Answer | KalendsError {
  const facts = { method: call.method, path: call.path, attempts, mayHaveTakenEffect: isUnclear(call.method, outcome) };
  if (outcome.kind === "lost") return lostError(outcome, facts);
  const { status, headers, text } = outcome;
  const requestId = headers.get("x-request-id") ?? undefined;
  const body = text === "" ? {} : parsed(text);
  if (status < 200 || status > 299) return refusal(outcome, body, { ...facts, requestId });
  if (!isRecord(body)) return malformed(text, { ...facts, status, requestId });
  // Some answers of the hosted service carry their refusal in a 200.
  if (body.status === "error") return refusal(outcome, body, { ...facts, requestId });
  return { data: body.data, status, headers, requestId, body };
}

type Common = Pick<FailureFacts, "method" | "path" | "attempts" | "mayHaveTakenEffect" | "requestId">;

function lostError(outcome: Outcome & { kind: "lost" }, facts: Common): KalendsError {
  const { cause, why } = outcome;
  const where = `${facts.method} ${facts.path}`;
  const warning = facts.mayHaveTakenEffect ? " It may have been done all the same: look before you try again." : "";
  if (why === "timeout")
    return new TimeoutError(`No answer to ${where} in time.${warning}`, { ...facts, code: "TIMEOUT", cause });
  const fault = faultCode(cause) ?? deepestMessage(cause);
  const what = why === "unsent" ? "The server was not reached" : "The connection ended before the answer came";
  return new ConnectionError(`${what} (${where}: ${fault}).${warning}`, { ...facts, code: "CONNECTION_FAILED", cause });
}

/** `fetch` itself says only that it failed. */
function deepestMessage(fault: unknown): string {
  const { message, cause } = (fault ?? {}) as { message?: string; cause?: unknown };
  return cause ? deepestMessage(cause) : (message ?? "no reason given");
}

function refusal(outcome: Outcome & { kind: "answered" }, body: unknown, facts: Common): ApiError {
  const { status, headers, text } = outcome;
  const told = isRecord(body) && isRecord(body.error) ? body.error : {};
  const message = firstText(told.message, isRecord(body) && body.message) ?? messageWithoutBody(outcome);
  return new ApiError(message, {
    ...facts,
    status,
    code: firstText(told.code) ?? `HTTP_${status}`,
    details: told.details ?? (isRecord(body) ? body : text.slice(0, 1000) || undefined),
    retryAfterSeconds: retryAfterSeconds(headers),
  });
}

function messageWithoutBody({ status, headers }: { status: number; headers: Headers }): string {
  const target = headers.get("location");
  if (target || status === 0)
    return `The server redirects to ${target ?? "another address"}: use that as the base URL.`;
  return `The server answered with status ${status} and no explanation.`;
}

function malformed(text: string, facts: Common & { status: number }): MalformedAnswerError {
  const mayHaveTakenEffect = facts.method !== "GET";
  const beginning = text.trim().slice(0, 80);
  return new MalformedAnswerError(
    `The answer to ${facts.method} ${facts.path} is no JSON object, but begins "${beginning}". Is the base URL right?`,
    { ...facts, mayHaveTakenEffect, code: "MALFORMED_ANSWER", details: text.slice(0, 1000) },
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const firstText = (...values: unknown[]): string | undefined =>
  values.find((value): value is string => typeof value === "string" && value !== "");
