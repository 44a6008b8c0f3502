import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import { type BookableEventType, findEventType, findEventTypeBySlug } from "../event-types/index.js";
import { findLinkedId } from "../private-links/index.js";
import type { NewBooking } from "./contract.js";

/** The event type that a request names, by its id or by slugs; 404 says which part of the name is unknown. */
export async function resolveEventType(ctx: Context, input: NewBooking): Promise<BookableEventType> {
  const { eventTypeId, eventTypeSlug, username, teamSlug, organizationSlug, privateLinkId } = input;
  if (eventTypeId !== undefined) return byId(ctx, eventTypeId);
  if (eventTypeSlug === undefined) return byLink(ctx, privateLinkId ?? "");
  if (username === undefined) throw notFound(`Team with slug ${teamSlug} not found`);
  // There are no organizations yet, so nobody has a username within one.
  if (organizationSlug !== undefined) throw notFound(`User with username ${username} not found`);
  const { hasUser, bookable } = await findEventTypeBySlug(ctx.store.db, { username, slug: eventTypeSlug });
  if (!hasUser) throw notFound(`User with username ${username} not found`);
  if (!bookable) throw notFound(`Event type with slug ${eventTypeSlug} belonging to user ${username} not found.`);
  return bookable;
}

async function byId(ctx: Context, id: number): Promise<BookableEventType> {
  const found = await findEventType(ctx.store.db, id);
  if (!found) throw notFound(`Event type with id ${id} not found.`);
  return found;
}

/** Whoever was sent a private link knows nothing else. */
async function byLink(ctx: Context, linkId: string): Promise<BookableEventType> {
  const id = await findLinkedId(ctx.store.db, linkId);
  if (id === null) throw notFound(`Private link ${linkId} not found.`);
  return byId(ctx, id);
}
