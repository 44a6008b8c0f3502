import type { Instant } from "../../core/time/instant.js";
import type { Tx } from "../../store/store.js";
import { noteJobs } from "../../store/transaction.js";
import { insertJobs } from "./queries.js";

export interface NewJob {
  kind: string;
  payload: object;
  runAt: Instant;
}

/** Adds work that becomes visible when the transaction commits. */
export async function enqueueJobs(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await insertJobs(tx, jobs);
  noteJobs(tx);
}
