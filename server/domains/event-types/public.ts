import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import type { BookableEventType } from "./event-type.js";
import { findEventTypeBySlug, findOwners, listBookable } from "./queries.js";

export interface PublicName {
  username: string;
  eventSlug: string;
}

/** What a booking page shows; hidden event types have one too, they are only not listed. */
export async function getPublicEventType(
  ctx: Context,
  { username, eventSlug }: PublicName,
  { org, isTeamEvent }: { org?: string; isTeamEvent?: boolean },
): Promise<BookableEventType> {
  // There are no organizations and no teams yet, so nothing goes by their names.
  const isElsewhere = org !== undefined || isTeamEvent;
  const { bookable } = await findEventTypeBySlug(ctx.store.db, { username, slug: eventSlug });
  if (!bookable || isElsewhere) throw notFound(`Event type with slug ${eventSlug} of user ${username} not found`);
  return bookable;
}

/** What a person offers to everybody. */
export async function listPublicEventTypes(ctx: Context, username: string): Promise<BookableEventType[]> {
  const [owner] = await findOwners(ctx.store.db, [username]);
  if (!owner) throw notFound(`User with username "${username}" not found`);
  return listBookable(ctx.store.db, { ownerId: owner.id, viewerId: null, order: "asc" });
}
