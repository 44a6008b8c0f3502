import type { Context } from "../../context.js";
import { conflict } from "../../errors.js";
import { newUuid } from "../../ids.js";
import { brokenConstraint } from "../../store/sql.js";
import { callerOf } from "../users/index.js";
import type { CreateWebhookInput } from "./contract.js";
import { insertWebhook } from "./queries.js";
import { checkTarget, checkTriggers, settingsOf } from "./rules.js";
import type { Webhook } from "./webhook.js";

/** Subscribes a URL to what happens in the caller's account; each URL once. */
export async function createWebhook(ctx: Context, input: CreateWebhookInput): Promise<Webhook> {
  const owner = { userId: callerOf(ctx).id, eventTypeId: null };
  checkTriggers(input.triggers);
  checkTarget(input.subscriberUrl, ctx.settings.allowPrivateWebhooks);
  const webhook = { id: newUuid(), ...owner, ...settingsOf(input), createdAt: ctx.now() };
  return refuseDuplicate(() => ctx.store.transaction((tx) => insertWebhook(tx, webhook)));
}

/** Two requests at once can only be told apart by the constraint. */
export async function refuseDuplicate<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (brokenConstraint(error) !== "webhooks_user_url") throw error;
    throw conflict("Webhook with this subscriber url already exists for this user");
  }
}
