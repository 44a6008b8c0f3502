import { writeInstant } from "../../../wire.js";
import type { LoggedAttempt, LoggedDelivery } from "../delivery.js";

export const deliveryView = (delivery: LoggedDelivery) => ({
  id: delivery.id,
  webhookId: delivery.webhookId,
  trigger: delivery.trigger,
  status: delivery.status,
  attempts: delivery.attempts,
  responseStatus: delivery.lastStatus,
  error: delivery.lastError,
  createdAt: writeInstant(delivery.createdAt),
  nextAttemptAt: delivery.nextAttemptAt === null ? null : writeInstant(delivery.nextAttemptAt),
  finishedAt: delivery.finishedAt === null ? null : writeInstant(delivery.finishedAt),
});

export const deliveryStoryView = ({ delivery, attempts }: { delivery: LoggedDelivery; attempts: LoggedAttempt[] }) => ({
  ...deliveryView(delivery),
  attemptLog: attempts.map(({ attemptedAt, ...attempt }) => ({ ...attempt, attemptedAt: writeInstant(attemptedAt) })),
});
