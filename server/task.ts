import type { Context } from "./context.js";

/** What the clock door knows of a job while it runs. */
export interface RunningJob {
  id: number;
  /** 1 at the first try. */
  attempt: number;
  /** How long after a failure now the next try comes; null at the last one. */
  retryDelayMs: number | null;
}

/** Work of one kind that a domain does when its job is due. Throwing means: try again later. */
export interface Task {
  kind: string;
  run(ctx: Context, payload: never, job: RunningJob): Promise<void>;
}

/** Declares a task; the payload's type is what the same domain enqueues. */
export function task<Payload>(
  kind: string,
  run: (ctx: Context, payload: Payload, job: RunningJob) => Promise<void>,
): Task {
  return { kind, run };
}
