import type { Context } from "../../context.js";
import { checkCount, conflict } from "../../errors.js";
import { newUuid } from "../../ids.js";
import { brokenConstraint, lockName } from "../../store/sql.js";
import type { CreateWebhookInput } from "./contract.js";
import { countWebhooks, insertWebhook } from "./queries.js";
import { checkTarget, checkTriggers, settingsOf } from "./rules.js";
import type { Webhook, WebhookOwner } from "./webhook.js";

const maxWebhooks = 100;

/** Subscribes a URL to what happens to the owner; each URL once. */
export async function createWebhook(ctx: Context, owner: WebhookOwner, input: CreateWebhookInput): Promise<Webhook> {
  checkTriggers(input.triggers);
  checkTarget(input.subscriberUrl, ctx.settings.allowPrivateWebhooks);
  const webhook = { id: newUuid(), ...owner, ...settingsOf(input), createdAt: ctx.now(), pausedAt: null };
  const whose = owner.eventTypeId === null ? "a user" : "an event type";
  return refuseDuplicate(() =>
    ctx.store.transaction(async (tx) => {
      await lockName(tx, `webhooks of ${whose} ${owner.eventTypeId ?? owner.userId}`);
      checkCount(await countWebhooks(tx, owner), maxWebhooks, `webhooks of ${whose}`);
      return insertWebhook(tx, webhook);
    }),
  );
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
