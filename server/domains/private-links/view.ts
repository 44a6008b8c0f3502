import type { Context } from "../../context.js";
import { writeInstant } from "../../wire.js";
import type { AddressedLink } from "./private-link.js";
import { isExpired } from "./rules.js";

/** A link as its owner sees it: its address, and how near its end is. */
export const privateLinkView = (link: AddressedLink, ctx: Context) => ({
  linkId: link.linkId,
  eventTypeId: link.eventTypeId,
  isExpired: isExpired(link, ctx.now()),
  bookingUrl: `${ctx.settings.publicUrl}/d/${link.linkId}/${encodeURIComponent(link.slug)}`,
  ...(link.limit.kind === "time"
    ? { expiresAt: writeInstant(link.limit.expiresAt) }
    : { maxUsageCount: link.limit.maxUseCount, usageCount: link.useCount }),
});

export const privateLinkListView = (links: AddressedLink[], ctx: Context) =>
  links.map((link) => privateLinkView(link, ctx));

export const deletedPrivateLinkView = (linkId: string) => ({ linkId, message: "Private link deleted successfully" });
