import type { FastifyRequest } from "fastify";
import type { Context } from "../context.js";
import { invalid } from "../errors.js";
import type { Operation } from "../operation.js";
import { undone } from "../store/within.js";
import type { Answer } from "./answer.js";
import { lastEventId, listConsequences, listOwnEvents } from "./queries.js";

/** Tells the listeners of an event, as the clock would. */
export type Tell = (ctx: Context, eventId: number) => Promise<void>;

/** Whether the request only asks what would happen. An operation that cannot say refuses, rather than do it. */
export function isDryRun(
  { canRehearse }: Pick<Operation, "canRehearse">,
  { method, query, body }: FastifyRequest,
  parsed: unknown,
): boolean {
  const dryRun = (query as { dryRun?: unknown }).dryRun ?? (canRehearse ? askedInBody(parsed) : undefined);
  if (dryRun === undefined || dryRun === "false" || method === "GET") return false;
  if (dryRun !== "true") throw invalid("dryRun must be true or false.");
  if (!canRehearse) throw invalid("dryRun is not supported by this operation.");
  // What a rehearsal counts is undone, so with it a code could be guessed for ever.
  if ((body as { emailVerificationCode?: unknown } | undefined)?.emailVerificationCode !== undefined) {
    throw invalid("A dry run judges no code: leave emailVerificationCode out.");
  }
  return true;
}

/** The oldest dialect asks in the body of a booking; where no schema knows the word it means nothing. */
const askedInBody = (parsed: unknown): string | undefined =>
  (parsed as { _isDryRun?: unknown })._isDryRun === true ? "true" : undefined;

/**
 * Does everything that the request asks for, listeners included, in a transaction that is rolled back: what is told is what
 * would have happened, by the same code. Jobs would only begin after the commit that never comes.
 */
export async function rehearse(
  ctx: Context,
  request: FastifyRequest,
  tell: Tell,
  work: (ctx: Context) => Promise<Answer>,
): Promise<Answer> {
  return undone(ctx.store, async (store) => {
    const inside: Context = { ...ctx, store, log: mute };
    const before = await lastEventId(store.db);
    const answer = await work(inside);
    const events = await listOwnEvents(store.db, before);
    for (const { id } of events) await tell(inside, id);
    const consequences = await listConsequences(
      store.db,
      events.map(({ id }) => id),
    );
    const isHost = ctx.actor.kind === "user" && events.every(({ userId }) => isOwn(ctx, userId));
    const told = isHost ? consequences : withoutPeople(consequences);
    const kinds = events.map(({ kind }) => kind);
    return { ...answer, body: { ...unnamed(answer.body, request), dryRun: { events: kinds, ...told } } };
  });
}

const silent = (): void => {};
const mute: Context["log"] = { debug: silent, info: silent, warn: silent, error: silent };

const isOwn = ({ actor }: Context, userId: number | null): boolean =>
  actor.kind === "user" && (actor.user.isOperator || actor.user.id === userId);

type Consequences = Awaited<ReturnType<typeof listConsequences>>;

/** Where a host's webhooks go, and who else is written to, is told to the host alone; others learn what kinds there are. */
function withoutPeople({ mails, webhooks, calendarWrites }: Consequences) {
  return {
    mails: mails.map(({ kind }) => ({ kind })),
    webhooks: [...new Set(webhooks.map(({ trigger }) => trigger))].map((trigger) => ({ trigger })),
    calendarWrites,
  };
}

/** Names that a booking would have had are nobody's: they are told as `dry-run`, and its number as 0. */
function unnamed(body: Answer["body"], { params }: FastifyRequest): object {
  const { data, ...rest } = (typeof body === "string" ? JSON.parse(body) : body) as { data?: unknown };
  const known = (params as { bookingUid?: string }).bookingUid;
  const one = (item: unknown): unknown => {
    const { uid, seatUid } = (item ?? {}) as { uid?: unknown; seatUid?: unknown };
    if (typeof uid !== "string" || uid === known) return item;
    const names = [uid, seatUid].filter((name) => typeof name === "string");
    const text = names.reduce((done, name) => done.replaceAll(name, "dry-run"), JSON.stringify(item));
    return { ...JSON.parse(text), id: 0 };
  };
  return { ...rest, data: Array.isArray(data) ? data.map(one) : one(data) };
}
