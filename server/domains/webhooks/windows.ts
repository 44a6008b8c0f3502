import { type Instant, secondMs } from "../../core/time/index.js";
import type { Outcome } from "./delivery.js";

const widest = 64;
const restMs = 10 * secondMs;

/** How wide it is for a webhook of which nothing is known. */
export const firstWidth = 4;

/**
 * How many tries to a webhook may be under way at once: few until it answers, one more with each answer that it took the
 * delivery, and few again after a failure or a rest. So receivers that hang, even dozens, leave the places to those that answer.
 */
export function createWindows() {
  const windows = new Map<string, { width: number; usedAt: Instant }>();
  return {
    note: ({ webhookId, error }: Outcome, now: Instant): void => {
      const width = (windows.get(webhookId)?.width ?? firstWidth) + 1;
      if (error === null) windows.set(webhookId, { width: Math.min(width, widest), usedAt: now });
      else windows.delete(webhookId);
    },
    /** By webhook; whoever is missing has the first width. */
    widths: (now: Instant): Record<string, number> => {
      for (const [id, { usedAt }] of windows) if (now - usedAt > restMs) windows.delete(id);
      return Object.fromEntries([...windows].map(([id, { width }]) => [id, width]));
    },
  };
}
