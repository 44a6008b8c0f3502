import type { Context } from "../../context.js";
import { endWith } from "../../store/transaction.js";
import { proveBooker, redeemProof, withProof } from "../booker-verification/index.js";
import type { BookableEventType } from "../event-types/index.js";
import { ownerOptions, silencedBy } from "./access.js";
import { admitTime, lockAndLoad, timeWanted, withAlternatives } from "./admit.js";
import { checkBookerLimit, sameRequest } from "./booker.js";
import type { NewBooking } from "./contract.js";
import { createSeries } from "./create-series.js";
import { headcount, planBooking } from "./plan.js";
import { redeem } from "./redeem.js";
import { resolveEventType } from "./resolve.js";
import { occurrencesOf } from "./rules/occurrences.js";
import { checkRequest } from "./rules/request.js";
import { needsConfirmation } from "./rules/status.js";
import { type Booked, insertFirst, joinBooking, translateConflict } from "./write.js";

/** Books one slot, or every occurrence of a recurring event type; refuses if the host is no longer free. */
export async function createBooking(ctx: Context, input: NewBooking): Promise<Booked | Booked[]> {
  const bookable = await resolveEventType(ctx, input);
  checkRequest(ctx, bookable, input);
  const { recurrence } = bookable.eventType;
  if (!recurrence || input.isOneOff) return createOne(ctx, bookable, input);
  return createSeries(ctx, bookable, { occurrences: occurrencesOf(input, recurrence) });
}

async function createOne(ctx: Context, bookable: BookableEventType, input: NewBooking): Promise<Booked> {
  const { eventType, owner } = bookable;
  const options = {
    ...ownerOptions(ctx, owner.id, input),
    respectsHolds: ctx.settings.holdsAreStrict,
    seats: headcount(input),
  };
  const wanted = timeWanted(ctx, bookable, input);
  const proof = await proveBooker(ctx, eventType, [input]);
  const booking = () =>
    ctx.store.transaction(async (tx) => {
      const facts = await lockAndLoad(tx, wanted);
      const isPending = needsConfirmation(eventType.confirmationPolicy, wanted.from, wanted.now);
      // The limit names a booking of the booker's, so it comes after the proof that it is him.
      await redeemProof(tx, proof);
      await checkBookerLimit(tx, eventType, input, wanted.now);
      const same = await sameRequest(tx, isPending, eventType, input);
      if (same) return { booking: same };
      await redeem(tx, wanted, input);
      const { joins } = admitTime(facts, wanted, options);
      const isOverride = options.allowConflicts === true;
      const plan = planBooking(bookable, input, { ...wanted, isPending, isOverride });
      const kind = isPending ? "booking.requested" : "booking.created";
      const telling = { kind, silences: silencedBy(ctx, owner.id, input) } as const;
      return joins ? joinBooking(tx, joins.uid, plan, telling) : endWith(insertFirst(tx, plan, telling));
    });
  return withProof(ctx, proof, () => withAlternatives(ctx, wanted, () => translateConflict(booking)));
}
