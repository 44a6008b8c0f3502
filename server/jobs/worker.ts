import type { Context } from "../context.js";
import { hourMs, type Instant, minuteMs, secondMs } from "../core/time/instant.js";
import type { Task } from "../task.js";
import { buryJob, type ClaimedJob, exchangeJobs, postponeJob, releaseJobs } from "./queries.js";

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
  const bell = createBell();
  let done: number[] = [];
  let isStopping = false;

  const start = (job: ClaimedJob): void => {
    const ended = runJob(ctx, byKind.get(job.kind), job).then((isDone) => {
      if (isDone) done.push(job.id);
      running.delete(job.id);
      bell.ring();
    });
    running.set(job.id, ended);
  };

  const loop = async (): Promise<void> => {
    while (!isStopping) {
      const reported = done;
      done = [];
      const jobs = await exchange(ctx, reported, mostAtOnce - running.size);
      if (jobs === null) done.push(...reported);
      for (const job of jobs ?? []) start(job);
      if (!jobs?.length || running.size >= mostAtOnce) await bell.wait(pollMs);
    }
  };

  const looping = loop();
  return {
    wake: bell.ring,
    stop: async () => {
      isStopping = true;
      bell.ring();
      await looping;
      await Promise.race([Promise.all(running.values()), new Promise((resolve) => setTimeout(resolve, stopWaitMs))]);
      await exchange(ctx, done, 0);
      if (running.size > 0) await releaseJobs(ctx.store.db, [...running.keys()]);
    },
  };
}

/** Lets one loop sleep until somebody rings; a ring while it is awake is not lost. */
function createBell(): { ring(): void; wait(ms: number): Promise<void> } {
  let isRung = false;
  let answer = (): void => {};
  const ring = (): void => {
    isRung = true;
    answer();
  };
  const wait = async (ms: number): Promise<void> => {
    if (!isRung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        answer = () => {
          clearTimeout(timer);
          // Whatever else ends in this turn is reported in the same exchange.
          setImmediate(resolve);
        };
      });
    }
    isRung = false;
  };
  return { ring, wait };
}

/** Runs what is due until nothing is, one job after the other: the worker without the waiting. */
export async function runDueJobs(ctx: Context, tasks: readonly Task[]): Promise<void> {
  const byKind = new Map(tasks.map((task) => [task.kind, task]));
  let done: number[] = [];
  for (let jobs = await exchange(ctx, done, 1); jobs?.length; jobs = await exchange(ctx, done, 1)) {
    done = [];
    for (const job of jobs) if (await runJob(ctx, byKind.get(job.kind), job)) done.push(job.id);
  }
}

/** Reports what is done and takes what is due; null if the store cannot be reached just now. */
async function exchange(ctx: Context, done: readonly number[], most: number): Promise<ClaimedJob[] | null> {
  try {
    return await exchangeJobs(ctx.store.db, { done, now: ctx.now(), leaseMs, most: Math.max(0, most) });
  } catch (error) {
    ctx.log.warn({ error: (error as Error).message }, "cannot look for jobs");
    return null;
  }
}

/** Whether the job is done; one that failed has been put off or buried. */
async function runJob(ctx: Context, task: Task | undefined, job: ClaimedJob): Promise<boolean> {
  try {
    if (!task) throw new Error(`no task of kind ${job.kind}`);
    const retryDelayMs = retryDelaysMs[job.attempts - 1] ?? null;
    await task.run(ctx, job.payload as never, { id: job.id, attempt: job.attempts, retryDelayMs });
    return true;
  } catch (error) {
    await afterFailure(ctx, job, (error as Error).message).catch((worse: Error) =>
      ctx.log.error({ jobId: job.id, error: worse.message }, "cannot record a failed job; its lease will end"),
    );
    return false;
  }
}

async function afterFailure(ctx: Context, job: ClaimedJob, message: string): Promise<void> {
  const delayMs = retryDelaysMs[job.attempts - 1];
  const now: Instant = ctx.now();
  const ids = idsIn(job.payload);
  ctx.log.warn({ jobId: job.id, kind: job.kind, attempt: job.attempts, ...ids, error: message }, "job failed");
  if (delayMs === undefined) await buryJob(ctx.store.db, job.id, now, message);
  else await postponeJob(ctx.store.db, job.id, now + delayMs, message);
}

/** What a job is about, by number: of its payload only what is called an id. */
function idsIn(payload: unknown): Record<string, unknown> {
  const named = Object.entries((payload ?? {}) as Record<string, unknown>);
  return Object.fromEntries(named.filter(([name]) => /(Id|Uid)$/.test(name)));
}
