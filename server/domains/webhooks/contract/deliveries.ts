import { z } from "zod";
import { instant, instantText, queryInt } from "../../../wire.js";
import { deliveryStatuses } from "../delivery.js";

export const DeliveriesQuery = z.object({
  take: queryInt(1, 250).default(50),
  status: z.enum(deliveryStatuses).optional(),
  cursor: z.string().max(200).optional(),
});
export type DeliveriesQuery = z.output<typeof DeliveriesQuery>;

export const ReplayInput = z
  .object({ from: instant, to: instant.optional(), undeliveredOnly: z.boolean().default(false) })
  .meta({ id: "ReplayWebhookInput" });
export type ReplayInput = z.output<typeof ReplayInput>;

export const DeliveryOutput = z
  .object({
    id: z.string(),
    webhookId: z.string(),
    trigger: z.string(),
    status: z.enum(deliveryStatuses),
    attempts: z.int(),
    responseStatus: z.int().nullable(),
    error: z.string().nullable(),
    createdAt: instantText,
    nextAttemptAt: instantText.nullable(),
    finishedAt: instantText.nullable(),
  })
  .meta({ id: "WebhookDelivery" });

export const DeliveryStoryOutput = DeliveryOutput.extend({
  attemptLog: z.array(
    z.object({
      attempt: z.int(),
      attemptedAt: instantText,
      responseStatus: z.int().nullable(),
      error: z.string().nullable(),
      durationMs: z.int(),
    }),
  ),
}).meta({ id: "WebhookDeliveryWithAttempts" });

export const ReplayedOutput = z.object({ events: z.int(), deliveries: z.int() }).meta({ id: "ReplayedWebhook" });
