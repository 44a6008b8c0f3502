import type { Context } from "../../context.js";
import type { UpdateWebhookInput } from "./contract.js";
import { refuseDuplicate } from "./create.js";
import { lockOwnWebhook } from "./get.js";
import { updateWebhook } from "./queries.js";
import { checkTarget, checkTriggers, mergeSettings } from "./rules.js";
import type { Webhook, WebhookOwner } from "./webhook.js";

/** Changes the given settings of one of the owner's webhooks; `active: true` also ends a pause. */
export async function changeWebhook(
  ctx: Context,
  owner: WebhookOwner,
  { id, ...input }: UpdateWebhookInput & { id: string },
): Promise<Webhook> {
  return refuseDuplicate(() =>
    ctx.store.transaction(async (tx) => {
      const webhook = await lockOwnWebhook(tx, owner, id);
      checkTriggers(input.triggers);
      checkTarget(input.subscriberUrl, ctx.settings.allowPrivateWebhooks);
      const startsAfresh = input.active !== undefined || input.subscriberUrl !== undefined;
      return updateWebhook(tx, webhook.id, mergeSettings(input, webhook), startsAfresh);
    }),
  );
}
