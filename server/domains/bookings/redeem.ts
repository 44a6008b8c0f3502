import { invalid } from "../../errors.js";
import type { Tx } from "../../store/store.js";
import { deleteHolds, findHold } from "../holds/index.js";
import { redeemLink } from "../private-links/index.js";
import type { TimeWanted } from "./admit.js";
import type { NewBooking } from "./contract.js";

/** Spends what the caller brings along: a hold of this slot, a use of a private link. */
export async function redeem(tx: Tx, wanted: TimeWanted, { privateLinkId }: NewBooking): Promise<void> {
  if (wanted.holdUid) await redeemHold(tx, wanted, wanted.holdUid);
  if (privateLinkId) await redeemLink(tx, { eventTypeId: wanted.eventTypeId, linkId: privateLinkId }, wanted.now);
}

/** A hold that is over, or of another slot, is refused rather than passed over. */
async function redeemHold(tx: Tx, { eventTypeId, from, now }: TimeWanted, holdUid: string): Promise<void> {
  const hold = await findHold(tx, holdUid);
  const isLive = hold !== null && hold.releaseAt > now && hold.eventTypeId === eventTypeId && hold.startsAt === from;
  if (!isLive) throw invalid(`reservationUid ${holdUid} is not a live reservation of this slot.`);
  await deleteHolds(tx, holdUid);
}
