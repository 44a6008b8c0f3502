import type { Context } from "../context.js";
import { hourMs, type Instant, minuteMs, secondMs } from "../core/time/instant.js";
import type { Task } from "../task.js";
import { buryJob, type ClaimedJob, claimJobs, deleteJob, postponeJob, releaseJobs } from "./queries.js";

/** Waits after the first, second … failure; after the last one a job is dead. */
export const retryDelaysMs = [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 24 * hourMs];

// Longer than any task takes: a delivery gives up after 5 s.
const leaseMs = 30 * secondMs;
const pollMs = secondMs;
const mostAtOnce = 32;
const stopWaitMs = 10 * secondMs;

export interface Worker {
  /** Looks at once instead of at the next poll. */
  wake(): void;
  /** Takes nothing more, lets what runs finish for a while, and gives the rest back. */
  stop(): Promise<void>;
}

/** The clock door: takes due jobs and runs their tasks until stopped. */
export function startWorker(ctx: Context, tasks: readonly Task[]): Worker {
  const byKind = new Map(tasks.map((task) => [task.kind, task]));
  const running = new Map<number, Promise<void>>();
  let isStopping = false;
  let wake = (): void => {};
  let isWoken = false;

  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (isWoken) return resolve();
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const start = (job: ClaimedJob): void => {
    const done = runJob(ctx, byKind.get(job.kind), job).finally(() => {
      running.delete(job.id);
      wakeUp();
    });
    running.set(job.id, done);
  };

  const wakeUp = (): void => {
    isWoken = true;
    wake();
  };

  const loop = async (): Promise<void> => {
    while (!isStopping) {
      isWoken = false;
      const free = mostAtOnce - running.size;
      const jobs = free > 0 ? await claim(ctx, free) : [];
      for (const job of jobs) start(job);
      if (jobs.length === 0 || running.size >= mostAtOnce) await rest(pollMs);
    }
  };

  const looping = loop();
  return {
    wake: wakeUp,
    stop: async () => {
      isStopping = true;
      wakeUp();
      await looping;
      await Promise.race([Promise.all(running.values()), new Promise((resolve) => setTimeout(resolve, stopWaitMs))]);
      if (running.size > 0) await releaseJobs(ctx.store.db, [...running.keys()]);
    },
  };
}

/** Runs what is due until nothing is, one job after the other: the worker without the waiting. */
export async function runDueJobs(ctx: Context, tasks: readonly Task[]): Promise<void> {
  const byKind = new Map(tasks.map((task) => [task.kind, task]));
  for (let jobs = await claim(ctx, 1); jobs.length > 0; jobs = await claim(ctx, 1)) {
    for (const job of jobs) await runJob(ctx, byKind.get(job.kind), job);
  }
}

async function claim(ctx: Context, most: number): Promise<ClaimedJob[]> {
  try {
    return await claimJobs(ctx.store.db, ctx.now(), leaseMs, most);
  } catch (error) {
    ctx.log.warn({ error: (error as Error).message }, "cannot look for jobs");
    return [];
  }
}

async function runJob(ctx: Context, task: Task | undefined, job: ClaimedJob): Promise<void> {
  try {
    if (!task) throw new Error(`no task of kind ${job.kind}`);
    const retryDelayMs = retryDelaysMs[job.attempts - 1] ?? null;
    await task.run(ctx, job.payload as never, { id: job.id, attempt: job.attempts, retryDelayMs });
    await deleteJob(ctx.store.db, job.id);
  } catch (error) {
    await afterFailure(ctx, job, (error as Error).message).catch((worse: Error) =>
      ctx.log.error({ jobId: job.id, error: worse.message }, "cannot record a failed job; its lease will end"),
    );
  }
}

async function afterFailure(ctx: Context, job: ClaimedJob, message: string): Promise<void> {
  const delayMs = retryDelaysMs[job.attempts - 1];
  const now: Instant = ctx.now();
  ctx.log.warn({ jobId: job.id, kind: job.kind, attempt: job.attempts, error: message }, "job failed");
  if (delayMs === undefined) await buryJob(ctx.store.db, job.id, now, message);
  else await postponeJob(ctx.store.db, job.id, now + delayMs, message);
}
