import { type Task, task } from "../../task.js";
import { deliverWebhook } from "./deliver.js";

/** What the clock does for webhooks. */
export const webhookTasks: readonly Task[] = [
  task<{ deliveryId: string }>("webhook.deliver", (ctx, { deliveryId }, job) => deliverWebhook(ctx, deliveryId, job)),
];
