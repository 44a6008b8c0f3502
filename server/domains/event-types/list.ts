import type { Context } from "../../context.js";
import { callerOf } from "../users/index.js";
import type { ListEventTypesQuery } from "./contract.js";
import type { EventTypeList } from "./event-type.js";
import { findOwners, listBookable } from "./queries.js";

/** The event types of a user name, of nobody in particular the caller's own. Anybody may ask. */
export async function listEventTypes(ctx: Context, query: ListEventTypesQuery): Promise<EventTypeList> {
  const caller = query.isPrivate || ctx.actor.kind === "user" ? callerOf(ctx) : null;
  const { username, usernames, orgId, orgSlug } = query;
  // There are no organizations yet, so nobody has a user name within one.
  if (orgId !== undefined || orgSlug !== undefined) return nothing;
  if (username === undefined && usernames) return dynamicList(ctx, usernames);
  if (username === undefined && !caller) return nothing;
  const bookables = await listBookable(ctx.store.db, {
    ...(username === undefined ? { ownerId: caller?.id } : { username }),
    slug: query.eventSlug,
    viewerId: caller?.id ?? null,
    order: query.sortCreatedAt ?? "asc",
    take: query.take,
    skip: query.skip,
  });
  return { kind: "stored", bookables, viewer: caller };
}

const nothing: EventTypeList = { kind: "stored", bookables: [], viewer: null };

/** A meeting with somebody who does not exist is not offered. */
async function dynamicList(ctx: Context, usernames: readonly string[]): Promise<EventTypeList> {
  const names = [...new Set(usernames)];
  const people = await findOwners(ctx.store.db, names);
  return people.length === names.length ? { kind: "dynamic", people } : nothing;
}
