import type { ActingUser, Context, UserActor } from "../../context.js";
import { unauthenticated } from "../../errors.js";

/** Who calls, and by what; operations that require a credential never see the refusal. */
export function actorOf(ctx: Context): UserActor {
  if (ctx.actor.kind !== "user") throw unauthenticated("A credential is required.");
  return ctx.actor;
}

/** The person who calls. */
export const callerOf = (ctx: Context): ActingUser => actorOf(ctx).user;
