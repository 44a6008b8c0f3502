import type { Context } from "../../context.js";
import { checkCount } from "../../errors.js";
import { newUid } from "../../ids.js";
import { lockName } from "../../store/sql.js";
import { getOwnEventType } from "../event-types/index.js";
import type { PrivateLinkInput } from "./contract.js";
import type { AddressedLink } from "./private-link.js";
import { countLinks, insertLink } from "./queries.js";
import { limitOf, maxLinksPerEventType, usualLimit } from "./rules.js";

/** Makes a link to an event type of the caller. */
export async function createPrivateLink(
  ctx: Context,
  eventTypeId: number,
  input: PrivateLinkInput,
): Promise<AddressedLink> {
  const {
    eventType: { slug },
  } = await getOwnEventType(ctx, eventTypeId);
  const limit = limitOf(input) ?? usualLimit;
  const link = { linkId: newUid(), eventTypeId, limit, useCount: 0 };
  await ctx.store.transaction(async (tx) => {
    await lockName(tx, `private links of event type ${eventTypeId}`);
    checkCount(await countLinks(tx, eventTypeId), maxLinksPerEventType, "private links of an event type");
    await insertLink(tx, link, ctx.now());
  });
  return { ...link, slug };
}
