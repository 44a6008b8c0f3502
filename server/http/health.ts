import { setTimeout as sleep } from "node:timers/promises";
import { type Instant, minuteMs, secondMs } from "../core/time/index.js";
import type { DoorContext } from "./app.js";

/** How the clock's work stands. */
export interface QueueState {
  /** Jobs whose time has come and that nobody has taken; counted up to 10,000. */
  due: number;
  /** When the oldest of them should have begun. */
  oldestDueAt: Instant | null;
  /** The same of deliveries to webhooks at which something arrives. */
  deliveriesDue: number;
  oldestDeliveryDueAt: Instant | null;
  /** Jobs that failed at every try within the last day. */
  dead: number;
}

export type AskQueue = () => Promise<QueueState>;

/** Why a server that works is not well. */
export type Trouble = "store-slow" | "jobs-late" | "jobs-dead" | "deliveries-late";

export interface Health {
  status: "ok" | "degraded" | "unavailable";
  store: "embedded" | "postgres";
  troubles?: Trouble[];
}

const slowMs = secondMs;
const lateMs = minuteMs;
const patienceMs = 5 * secondMs;

/** Asks the store once how things stand: a server whose store does not answer is unavailable. */
export async function healthOf({ store, now }: DoorContext, ask: AskQueue): Promise<Health> {
  const begunMs = performance.now();
  const patience = new AbortController();
  const giveUp = sleep(patienceMs, null, { signal: patience.signal, ref: false }).catch(() => null);
  try {
    const state = await Promise.race([ask(), giveUp]);
    if (!state) return { status: "unavailable", store: store.kind };
    const troubles = troublesOf(state, performance.now() - begunMs, now());
    return troubles.length > 0
      ? { status: "degraded", store: store.kind, troubles }
      : { status: "ok", store: store.kind };
  } catch {
    return { status: "unavailable", store: store.kind };
  } finally {
    patience.abort();
  }
}

function troublesOf(state: QueueState, tookMs: number, now: Instant): Trouble[] {
  const isLate = (dueAt: Instant | null): boolean => dueAt !== null && now - dueAt > lateMs;
  const found: [Trouble, boolean][] = [
    ["store-slow", tookMs > slowMs],
    ["jobs-late", isLate(state.oldestDueAt)],
    ["jobs-dead", state.dead > 0],
    ["deliveries-late", isLate(state.oldestDeliveryDueAt)],
  ];
  return found.flatMap(([trouble, isSo]) => (isSo ? [trouble] : []));
}
