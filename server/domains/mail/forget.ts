import type { Context } from "../../context.js";
import { deleteMails } from "./queries.js";
import { keptForMs } from "./rules.js";

/** Removes what has lain in the outbox long enough after it was sent, refused or kept. */
export const forgetOldMails = (ctx: Context): Promise<void> => deleteMails(ctx.store.db, ctx.now() - keptForMs);
