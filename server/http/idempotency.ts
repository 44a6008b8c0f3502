import { createHash } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Context } from "../context.js";
import { dayMs } from "../core/time/index.js";
import { conflict, invalid, Refusal } from "../errors.js";
import { hashApiKey } from "../ids.js";
import type { Operation } from "../operation.js";
import { storeWithin } from "../store/within.js";
import type { Answer } from "./answer.js";
import { networkOf } from "./network.js";
import { type Claim, claimKey, findAnswer, type KeptAnswer, keepAnswer, releaseKey } from "./queries.js";
import { seal, unseal } from "./seal.js";

const keptMs = dayMs;

/** Whether the request asks to be done once: its header, on an operation that changes something. */
export const isToBeDoneOnce = (request: FastifyRequest): boolean =>
  request.headers["idempotency-key"] !== undefined && request.method !== "GET" && request.method !== "HEAD";

type Row = Pick<Operation, "auth" | "showsSecret">;

/**
 * Does the work of a request once per caller and key, or tells again what was answered. The answer is kept in the transaction
 * of the work: there is no moment at which only one of them exists. A request that is refused leaves the key free.
 */
export async function answerOnce(
  ctx: Context,
  request: FastifyRequest,
  row: Row,
  work: (ctx: Context) => Promise<Answer>,
): Promise<Answer> {
  const claim = claimOf(ctx, request, row);
  const done = await ctx.store.transaction(async (tx) => {
    const now = ctx.now();
    if (!(await claimKey(tx, claim, now, now + keptMs))) return { kept: await findAnswer(tx, claim.id, now) };
    try {
      const answer = await work({ ...ctx, store: storeWithin(ctx.store, tx) });
      await keepAnswer(tx, claim.id, written(answer, row, request));
      return { answer };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // What the verb had committed before it refused stays, as it does without a key: a wrong code counts as a try. After
      // an error of the database itself there is nothing left to free, for all of it is rolled back.
      await releaseKey(tx, claim.id).catch(() => {});
      return { refusal: error };
    }
  });
  if (done.refusal) throw done.refusal;
  if (done.answer) {
    await settle(ctx, claim, done.answer);
    return done.answer;
  }
  // It was forgotten between the claim and the look.
  if (!done.kept) throw new Refusal("unavailable", "This Idempotency-Key expires just now. Please try again.");
  return replay(done.kept, claim, request);
}

/** The world outside is asked when the transaction is over; if it refuses, the key is free again. */
async function settle(ctx: Context, { id }: Claim, answer: Answer): Promise<void> {
  try {
    await answer.settle?.();
  } catch (error) {
    await releaseKey(ctx.store.db, id);
    throw error;
  }
}

/**
 * What was answered under the caller's key before his credential ended, or null. Only replacing a credential ends it by its own
 * effect: whoever lost that answer would be locked out.
 */
export async function answerToLapsed(ctx: Context, request: FastifyRequest, row: Row): Promise<Answer | null> {
  const claim = claimOf(ctx, request, row);
  const kept = await findAnswer(ctx.store.db, claim.id, ctx.now());
  return kept && replay(kept, claim, request);
}

function claimOf(ctx: Context, request: FastifyRequest, row: Row): Claim {
  const { method, url, headers } = request;
  const id = digest(callerOf(ctx, request, row), keyIn(request));
  return { id, fingerprint: digest(method, url, String(headers["cal-api-version"] ?? ""), bodyText(request)) };
}

/** A text that the client makes up, such as a UUID. */
function keyIn({ headers }: FastifyRequest): string {
  const key = headers["idempotency-key"];
  if (typeof key === "string" && /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw invalid("Idempotency-Key must have 1 to 255 visible ASCII characters without spaces.");
}

/** Whose keys they are: the account's, whichever credential it shows; an anonymous caller's are those of his address. */
function callerOf({ actor }: Context, request: FastifyRequest, { auth }: Row): string {
  if (auth === "api-key") return `key ${hashApiKey(credentialIn(request))}`;
  switch (actor.kind) {
    case "user":
      return `user ${actor.user.id}`;
    case "anonymous":
      return `address ${networkOf(request.ip)}`;
    case "clock":
      return "clock";
  }
}

const digest = (...parts: string[]): string => createHash("sha256").update(parts.join("\n")).digest("base64url");

/** The body without regard to the order of its properties, which some clients change between two tries. */
const bodyText = ({ body }: FastifyRequest): string =>
  JSON.stringify(body ?? null, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

function written(
  { status, headers, body }: Answer,
  row: Row,
  request: FastifyRequest,
): Omit<KeptAnswer, "fingerprint"> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const isSealed = row.showsSecret === true;
  return { status, headers: headers ?? null, body: isSealed ? seal(text, secretIn(request)) : text, isSealed };
}

function replay(kept: KeptAnswer, { fingerprint }: Claim, request: FastifyRequest): Answer {
  if (kept.fingerprint !== fingerprint) {
    throw new Refusal("unprocessable", "This Idempotency-Key was used with a different request.");
  }
  const text = kept.isSealed ? unseal(kept.body, secretIn(request)) : kept.body;
  if (text === null) {
    throw conflict(
      "This was done already; its answer holds a secret, which only the credential of the first request may see.",
    );
  }
  const headers = { ...kept.headers, "Idempotency-Replayed": "true" };
  return { status: kept.status, headers, body: JSON.parse(text) };
}

/** What opens a sealed answer: the credential, and the body, which carries it where the header does not. */
const secretIn = (request: FastifyRequest): string => `${credentialIn(request)}\n${bodyText(request)}`;

const credentialIn = ({ headers }: FastifyRequest): string =>
  (headers.authorization ?? String(headers["x-cal-secret-key"] ?? "")).replace(/^Bearer /, "");
