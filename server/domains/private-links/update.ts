import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import { getOwnEventType } from "../event-types/index.js";
import type { PrivateLinkInput } from "./contract.js";
import type { AddressedLink } from "./private-link.js";
import { findLink, updateLink } from "./queries.js";
import { limitOf } from "./rules.js";

/** Gives a link of the caller another end, of either kind; told nothing, it stays as it is. */
export async function updatePrivateLink(
  ctx: Context,
  name: { eventTypeId: number; linkId: string },
  input: PrivateLinkInput,
): Promise<AddressedLink> {
  const {
    eventType: { slug },
  } = await getOwnEventType(ctx, name.eventTypeId);
  const limit = limitOf(input);
  const link = limit ? await updateLink(ctx.store.db, name, limit) : await findLink(ctx.store.db, name);
  if (!link) throw notFound("Updated link not found");
  return { ...link, slug };
}
