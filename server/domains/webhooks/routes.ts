import { z } from "zod";
import { op } from "../../operation.js";
import { takeSkip } from "../../wire.js";
import { callerOf } from "../users/index.js";
import { CreateWebhookInput, UpdateWebhookInput, WebhookOutput, WebhookRecordOutput } from "./contract.js";
import { createWebhook } from "./create.js";
import { removeWebhook } from "./delete.js";
import { getWebhook } from "./get.js";
import { listWebhooks } from "./queries.js";
import { changeWebhook } from "./update.js";
import { webhookRecordView, webhookView } from "./view.js";

const ofWebhook = z.object({ webhookId: z.string() });
const common = { tag: "Webhooks", auth: "required" } as const;

export const webhookRoutes = [
  op("POST", "/v2/webhooks", {
    ...common,
    id: "createWebhook",
    summary: "Subscribe a URL to what happens in the caller's account",
    scope: "WEBHOOK_WRITE",
    body: CreateWebhookInput,
    run: (ctx, { body }) => createWebhook(ctx, body),
    view: webhookView,
    response: WebhookOutput,
  }),
  op("GET", "/v2/webhooks", {
    ...common,
    id: "listWebhooks",
    summary: "List the caller's webhooks, oldest first",
    scope: "WEBHOOK_READ",
    query: z.object(takeSkip),
    run: (ctx, { query }) => listWebhooks(ctx.store.db, callerOf(ctx).id, query),
    view: (webhooks) => webhooks.map(webhookView),
    response: z.array(WebhookOutput),
  }),
  op("GET", "/v2/webhooks/{webhookId}", {
    ...common,
    id: "getWebhook",
    summary: "Read one of the caller's webhooks",
    scope: "WEBHOOK_READ",
    params: ofWebhook,
    run: (ctx, { params }) => getWebhook(ctx, params.webhookId),
    view: webhookRecordView,
    response: WebhookRecordOutput,
  }),
  op("PATCH", "/v2/webhooks/{webhookId}", {
    ...common,
    id: "updateWebhook",
    summary: "Change one of the caller's webhooks",
    scope: "WEBHOOK_WRITE",
    params: ofWebhook,
    body: UpdateWebhookInput,
    run: (ctx, { params, body }) => changeWebhook(ctx, params.webhookId, body),
    view: webhookView,
    response: WebhookOutput,
  }),
  op("DELETE", "/v2/webhooks/{webhookId}", {
    ...common,
    id: "deleteWebhook",
    summary: "End one of the caller's webhooks and tell what it was",
    scope: "WEBHOOK_WRITE",
    params: ofWebhook,
    run: (ctx, { params }) => removeWebhook(ctx, params.webhookId),
    view: webhookView,
    response: WebhookOutput,
  }),
];
