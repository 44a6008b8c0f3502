import type { Context } from "../../context.js";
import { invalid } from "../../errors.js";
import type { Tx } from "../../store/store.js";
import { findRightCode, keepCode, type RightCode, spendCode } from "../codes/index.js";
import type { EventType } from "../event-types/index.js";
import { bookerCodeOf } from "./request.js";

/** What a booking request proves of its booker's address. */
export type BookerProof =
  | { kind: "not-needed" }
  | { kind: "missing" }
  | { kind: "wrong" }
  | { kind: "right"; code: RightCode };

interface BookerRequest {
  attendee: { email?: string };
  emailVerificationCode?: string;
}

/**
 * Holds the code of a request against the one that was sent, before the booking's transaction. Of the occurrences of a series
 * the first one brings it for all, which are therefore of one booker.
 */
export async function proveBooker(
  ctx: Context,
  { requiresEmailVerification }: Pick<EventType, "requiresEmailVerification">,
  requests: readonly BookerRequest[],
): Promise<BookerProof> {
  if (!requiresEmailVerification) return { kind: "not-needed" };
  const [{ attendee: { email } = {}, emailVerificationCode } = {}] = requests;
  const isOneBooker = requests.every(({ attendee }) => attendee.email?.toLowerCase() === email?.toLowerCase());
  // Who leaves only a number has no address to verify.
  if (email === undefined || !emailVerificationCode || !isOneBooker) return { kind: "missing" };
  const code = await findRightCode(ctx, bookerCodeOf(email), emailVerificationCode);
  return code ? { kind: "right", code } : { kind: "wrong" };
}

/**
 * Does what a proof was brought for. If it is refused, the right code is as it was, its try given back: only who has the right
 * code gains by that, and he has nothing to guess.
 */
export async function withProof<T>(ctx: Context, proof: BookerProof, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (proof.kind === "right") await keepCode(ctx, proof.code);
    throw error;
  }
}

/** Refuses a booking without proof; spends the code with the booking, so that a refused booking leaves it as it was. */
export async function redeemProof(tx: Tx, proof: BookerProof): Promise<void> {
  if (proof.kind === "not-needed") return;
  if (proof.kind === "missing") throw invalid("email_verification_required");
  if (proof.kind === "wrong" || !(await spendCode(tx, proof.code))) throw invalid("invalid_verification_code");
}
