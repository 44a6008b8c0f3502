import type { Context } from "../../context.js";
import { getOwnEventType } from "../event-types/index.js";
import type { AddressedLink } from "./private-link.js";
import { listLinks } from "./queries.js";

/** The links of an event type of the caller, expired ones too. */
export async function listPrivateLinks(ctx: Context, eventTypeId: number): Promise<AddressedLink[]> {
  const {
    eventType: { slug },
  } = await getOwnEventType(ctx, eventTypeId);
  const links = await listLinks(ctx.store.db, eventTypeId);
  return links.map((link) => ({ ...link, slug }));
}
