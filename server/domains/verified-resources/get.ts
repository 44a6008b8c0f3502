import type { Context } from "../../context.js";
import { notFound } from "../../errors.js";
import { callerOf } from "../users/index.js";
import { findVerifiedEmail, findVerifiedPhone } from "./queries.js";
import type { VerifiedEmail, VerifiedPhone } from "./resource.js";

/** One of the caller's verified addresses; somebody else's is as unknown as one that does not exist. */
export async function getVerifiedEmail(ctx: Context, id: number): Promise<VerifiedEmail> {
  const found = await findVerifiedEmail(ctx.store.db, callerOf(ctx).id, id);
  if (!found) throw notFound(`Verified email with id=${id} not found.`);
  return found;
}

/** The same of numbers. */
export async function getVerifiedPhone(ctx: Context, id: number): Promise<VerifiedPhone> {
  const found = await findVerifiedPhone(ctx.store.db, callerOf(ctx).id, id);
  if (!found) throw notFound(`Verified phone with id=${id} not found.`);
  return found;
}
