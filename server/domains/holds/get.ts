import type { Context } from "../../context.js";
import { isUuid } from "../../ids.js";
import type { Hold } from "./hold.js";
import { findHold } from "./queries.js";

/** The hold of a uid, or null: whoever knows the uid may look. */
export const findHoldByUid = async (ctx: Context, uid: string): Promise<Hold | null> =>
  isUuid(uid) ? findHold(ctx.store.db, uid) : null;
