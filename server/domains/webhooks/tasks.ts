import { type Task, task } from "../../task.js";
import { checkNoShow, type NoShowPayload } from "./check-no-show.js";

/** What the clock does for webhooks, besides the deliveries themselves. */
export const webhookTasks: readonly Task[] = [
  task<NoShowPayload>("webhook.no-show", (ctx, payload) => checkNoShow(ctx, payload)),
];
