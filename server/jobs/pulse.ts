import type { Pulse } from "../context.js";
import { secondMs } from "../core/time/instant.js";

/**
 * Tells those who follow the log when there may be something new. Events told by this process ring; those told by another one
 * are found by one look a second for all followers together, and by none while nobody follows.
 */
export function createPulse(latest: () => Promise<number>, pollMs = secondMs): Pulse & { stop(): void } {
  const waiting = new Set<() => void>();
  let known = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const ring = (): void => {
    for (const wakeUp of [...waiting]) wakeUp();
  };

  const look = async (): Promise<void> => {
    const found = await latest().catch(() => known);
    if (found !== known) ring();
    known = found;
  };

  const plan = (): void => {
    if (timer !== undefined || waiting.size === 0 || isStopped) return;
    timer = setTimeout(async () => {
      await look();
      timer = undefined;
      plan();
    }, pollMs);
    timer.unref();
  };

  return {
    ring,
    isStopped: () => isStopped,
    next: (withinMs) =>
      new Promise((resolve) => {
        if (isStopped) return resolve();
        const wakeUp = (): void => {
          waiting.delete(wakeUp);
          clearTimeout(limit);
          resolve();
        };
        const limit = setTimeout(wakeUp, withinMs);
        waiting.add(wakeUp);
        plan();
      }),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      ring();
    },
  };
}
