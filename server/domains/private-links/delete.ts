import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import { getOwnEventType } from "../event-types/index.js";
import { deleteLink } from "./queries.js";

/** Makes a link of the caller lead nowhere; returns its id. */
export async function deletePrivateLink(ctx: Context, name: { eventTypeId: number; linkId: string }): Promise<string> {
  await getOwnEventType(ctx, name.eventTypeId);
  if (!(await deleteLink(ctx.store.db, name))) throw notFound("Deleted link not found");
  return name.linkId;
}
