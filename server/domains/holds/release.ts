import type { Context } from "../../context.js";
import { isUuid } from "../../ids.js";
import { deleteHolds } from "./queries.js";

/** Gives back what a uid holds; there may be nothing. */
export async function releaseHolds(ctx: Context, uid: string | undefined): Promise<void> {
  if (isUuid(uid)) await deleteHolds(ctx.store.db, uid);
}
