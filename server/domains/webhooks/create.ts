import type { Context } from "../../context.js";
import { conflict } from "../../errors.js";
import { newUuid } from "../../ids.js";
import { brokenConstraint } from "../../store/sql.js";
import type { CreateWebhookInput } from "./contract.js";
import { insertWebhook } from "./queries.js";
import { checkTarget, checkTriggers, settingsOf } from "./rules.js";
import type { Webhook, WebhookOwner } from "./webhook.js";

/** Subscribes a URL to what happens to the owner; each URL once. */
export async function createWebhook(ctx: Context, owner: WebhookOwner, input: CreateWebhookInput): Promise<Webhook> {
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
    const whose = duplicates[brokenConstraint(error) ?? ""];
    if (!whose) throw error;
    throw conflict(`Webhook with this subscriber url already exists for this ${whose}`);
  }
}

const duplicates: Record<string, string> = {
  webhooks_user_url: "user",
  webhooks_event_type_url: "event type",
};
