import { finished, Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../context.js";
import type { Dialect, Input, Operation, OperationSpec } from "../operation.js";
import { writtenText } from "../wire.js";
import type { Answer } from "./answer.js";
import { isDryRun, rehearse, type Tell } from "./dry-run.js";
import { answerOnce, answerToLapsed, isToBeDoneOnce } from "./idempotency.js";
import { parse } from "./validation.js";
import { dialectOf, isVersioned, newest, versionHeaders } from "./versions.js";

type AnyDialect = Dialect<unknown, unknown, unknown, unknown>;
type AnyOperation = Operation &
  AnyDialect &
  Pick<OperationSpec<unknown, unknown, unknown, unknown>, "beside" | "headers" | "settle">;

type AnyRow = AnyOperation & { isStream?: boolean } & {
  guard?: (ctx: Context, params: unknown) => Promise<unknown>;
  run: (ctx: Context, input: Input) => Promise<unknown>;
};

export interface ServeOptions {
  /** Checks each answer against its schema: on in tests, off in production, where it would cost a fifth of the speed. */
  checksAnswers: boolean;
  /** Who hears of events, for dry runs. */
  tell: Tell;
}

/** The one way from a request to its answer: dialect → parse → verb → view. */
export async function serve(
  operation: Operation,
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServeOptions,
): Promise<void> {
  // `op` has folded the types of each row away; from here on a row's own schemas vouch for what its verb is given.
  const row = operation as unknown as AnyRow;
  const dialect = dialectFor(row, request, reply);
  const wire = await read(row, dialect, ctx, request);
  if (row.isStream) {
    const gone = new AbortController();
    finished(reply.raw, () => gone.abort());
    const events = (await row.run(ctx, { ...wire, gone: gone.signal })) as AsyncIterable<string>;
    return sendStream(reply, request.method === "HEAD" ? [] : events);
  }
  const work = (inside: Context): Promise<Answer> => answerOf(row, dialect, wire, inside, options);
  let answer: Answer;
  if (isDryRun(row, request, wire.body)) answer = await rehearse(ctx, request, options.tell, work);
  else if (isToBeDoneOnce(request)) answer = await answerOnce(ctx, request, row, work);
  else {
    answer = await work(ctx);
    await answer.settle?.();
  }
  request.bookingUid = bookingIn(request, answer);
  await send(reply, answer);
}

/** Of callers who get one answer nobody asks whether they are still there. */
const staying = new AbortController().signal;

/** What was sent, parsed. What is wrong with it is told only to those who may go where it was sent. */
async function read(row: AnyRow, dialect: AnyDialect, ctx: Context, request: FastifyRequest): Promise<Input> {
  const params = row.params ? parse(row.params, request.params) : {};
  try {
    return {
      params,
      query: dialect.query ? parse(dialect.query, request.query) : {},
      body: dialect.body ? parse(dialect.body, request.body ?? {}) : {},
      cookies: request.headers.cookie ? cookiesOf(request.headers.cookie) : {},
      headers: request.headers as Record<string, string>,
      gone: staying,
    };
  } catch (error) {
    await row.guard?.(ctx, params);
    throw error;
  }
}

/** Which booking the request was about, for the log: the one in its path, or the one that it made. */
function bookingIn({ params }: FastifyRequest, { body }: Answer): string | undefined {
  const { bookingUid } = params as { bookingUid?: string };
  if (bookingUid !== undefined) return bookingUid;
  const { data } = body as { data?: { uid?: unknown; attendees?: unknown } };
  return data?.attendees !== undefined && typeof data.uid === "string" ? data.uid : undefined;
}

/** The kept answer to a caller whose credential has ended by what he asked for, or the refusal of it. */
export async function repeatOrRefuse(
  operation: Operation,
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const kept = await answerToLapsed(ctx, request, operation);
  if (!kept) throw request.lapsed;
  await send(reply, kept);
}

/** Server-sent events; the row of them ends with the client, whose going ends the iteration. */
async function sendStream(reply: FastifyReply, events: AsyncIterable<string> | string[]): Promise<void> {
  // A server that stops ends its streams, and shall not wait for connections on which nothing more is asked.
  const headers = { "cache-control": "no-store", connection: "close" };
  reply.headers({ "content-type": "text/event-stream; charset=utf-8", ...headers });
  await reply.send(Readable.from(events));
}

async function send(reply: FastifyReply, { status, headers, body }: Answer): Promise<void> {
  reply.code(status);
  if (headers) reply.headers(headers);
  if (typeof body === "string") reply.type("application/json; charset=utf-8");
  await reply.send(body);
}

async function answerOf(
  row: AnyRow,
  dialect: AnyDialect,
  wire: Input,
  ctx: Context,
  options: ServeOptions,
): Promise<Answer> {
  const input = { ...wire, ...dialect.read?.(wire as never) };
  const value = await row.run(ctx, input);
  const data = await dialect.view(value, ctx, wire as never);
  const text = writtenText(data);
  if (options.checksAnswers && dialect.response) {
    parse(dialect.response, JSON.parse(text ?? JSON.stringify(data ?? null)));
  }
  const siblings = { pagination: dialect.pagination?.(value), ...row.beside?.(value, ctx) };
  const { settle } = row;
  return {
    settle: settle && (() => settle(ctx, value)),
    status: dialect.status ?? row.status ?? (row.method === "POST" ? 201 : 200),
    headers: row.headers?.(value),
    body: text === undefined ? { status: "success", data, ...siblings } : jsonAround(text, siblings),
  };
}

function jsonAround(data: string, siblings: object): string {
  const others = JSON.stringify(siblings).slice(1, -1);
  return `{"status":"success","data":${data}${others && `,${others}`}}`;
}

function dialectFor(operation: AnyOperation, request: FastifyRequest, reply: FastifyReply): AnyDialect {
  if (!isVersioned(operation.path)) return operation;
  const header = request.headers["cal-api-version"];
  const asked = {
    method: operation.method,
    path: operation.path,
    header: typeof header === "string" ? header.trim() : undefined,
    query: request.query as Record<string, unknown>,
    body: request.body,
  };
  const name = dialectOf(asked);
  // An operation that differs in no other version is the same in all of them.
  const older = operation.older?.[name] as AnyDialect | undefined;
  reply.headers(versionHeaders(asked, older ? name : newest));
  return older ?? operation;
}

function cookiesOf(header: string): Record<string, string> {
  const pairs = header.split(";").map((pair) => pair.trim().split("="));
  return Object.fromEntries(pairs.map(([name = "", ...value]) => [name, value.join("=")]));
}
