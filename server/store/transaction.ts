import type { Tx } from "./store.js";

const withJobs = new WeakSet<object>();

/** Notes that this transaction adds jobs: the worker is woken when it commits. */
export function noteJobs(tx: Tx): void {
  withJobs.add(tx);
}

/** Whether jobs were noted. */
export const takeNote = (tx: Tx): boolean => withJobs.has(tx);
