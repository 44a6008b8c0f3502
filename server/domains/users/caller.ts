import type { ActingUser, Context } from "../../context.js";
import { unauthenticated } from "../../errors.js";

/** The person who calls; operations that require a credential never see the refusal. */
export function callerOf(ctx: Context): ActingUser {
  if (ctx.actor.kind !== "user") throw unauthenticated("A credential is required.");
  return ctx.actor.user;
}
