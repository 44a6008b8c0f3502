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
  /** Does many at once where that is cheaper; when it throws, each is run alone. */
  runTogether?(ctx: Context, payloads: readonly never[]): Promise<void>;
}

/** Declares a task; the payload's type is what the same domain enqueues. */
export function task<Payload>(
  kind: string,
  run: (ctx: Context, payload: Payload, job: RunningJob) => Promise<void>,
): Task {
  return { kind, run };
}

/** Declares a task that takes many jobs at once. */
export function taskOfMany<Payload>(
  kind: string,
  runTogether: (ctx: Context, payloads: readonly Payload[]) => Promise<void>,
): Task {
  return { kind, runTogether, run: (ctx, payload) => runTogether(ctx, [payload]) };
}
