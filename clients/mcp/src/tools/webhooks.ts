import { z } from "zod";
import { recordOf } from "../api.js";
import { ends, Misuse, reads, sets, tool } from "../tool.js";
import { listOf, textOf } from "./wire.js";

const webhookId = z.string().min(1);
const pathOf = (id: string): string => `/webhooks/${encodeURIComponent(id)}`;

const WebhookView = z.object({
  id: z.string(),
  subscriberUrl: z.string(),
  triggers: z.array(z.string()),
  active: z.boolean(),
  hasSecret: z.boolean(),
});

export const listWebhooks = tool({
  name: "list_webhooks",
  title: "List webhooks",
  description: "The URLs that are told what happens in the caller's account.",
  input: z.strictObject({}),
  output: z.object({ webhooks: z.array(WebhookView) }),
  annotations: reads,
  uses: ["listWebhooks"],
  run: async (api) => {
    const { data } = await api({ method: "GET", path: "/webhooks" });
    return { webhooks: listOf(data).map(webhookView) };
  },
});

export const saveWebhook = tool({
  name: "save_webhook",
  title: "Make or change a webhook",
  description:
    "Subscribes a URL, or with webhookId changes a webhook. Triggers: BOOKING_CREATED, BOOKING_REQUESTED, BOOKING_RESCHEDULED, BOOKING_CANCELLED, BOOKING_REJECTED … (the webhooks reference lists all).",
  input: z.strictObject({
    webhookId: webhookId.optional(),
    subscriberUrl: z.string().optional(),
    triggers: z.array(z.string()).optional(),
    secret: z.string().optional().describe("signs the deliveries"),
    active: z.boolean().optional(),
  }),
  output: WebhookView,
  annotations: sets,
  uses: ["createWebhook", "updateWebhook"],
  run: async (api, { webhookId, ...body }) => {
    if (webhookId !== undefined) {
      return webhookView((await api({ method: "PATCH", path: pathOf(webhookId), body })).data);
    }
    if (!(body.subscriberUrl && body.triggers)) throw new Misuse("A new webhook needs subscriberUrl and triggers.");
    const created = { ...body, active: body.active ?? true };
    return webhookView((await api({ method: "POST", path: "/webhooks", body: created })).data);
  },
});

export const deleteWebhook = tool({
  name: "delete_webhook",
  title: "Delete a webhook",
  description: "Ends a webhook for good.",
  input: z.strictObject({ webhookId }),
  output: WebhookView,
  annotations: ends,
  uses: ["deleteWebhook"],
  run: async (api, { webhookId }) => webhookView((await api({ method: "DELETE", path: pathOf(webhookId) })).data),
});

/** The secret itself stays where it is: an agent's context is no place for it. */
function webhookView(webhook: unknown): z.output<typeof WebhookView> {
  const { id, triggers, active, secret } = recordOf(webhook);
  return {
    id: String(id),
    subscriberUrl: textOf(webhook, "subscriberUrl") ?? "",
    triggers: listOf(triggers).map(String),
    active: active === true,
    hasSecret: typeof secret === "string" && secret !== "",
  };
}
