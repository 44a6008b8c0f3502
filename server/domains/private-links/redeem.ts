import type { Instant } from "../../core/time/index.js";
import { invalid, notFound } from "../../errors.js";
import type { Tx } from "../../store/store.js";
import { countUse, findLink, type LinkName } from "./queries.js";

/** Uses a link up by one, in the transaction of the booking that is made through it; one that is over is refused. */
export async function redeemLink(tx: Tx, name: LinkName, now: Instant): Promise<void> {
  if (await countUse(tx, name, now)) return;
  if (await findLink(tx, name)) throw invalid("This private link has expired.", { details: { linkId: name.linkId } });
  throw notFound(`Private link ${name.linkId} not found.`);
}
