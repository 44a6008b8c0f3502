import type { Context } from "../context.js";
import { hourMs, type Instant, minuteMs, secondMs } from "../core/time/instant.js";
import type { Task } from "../task.js";
import { type Loop, startLoop, type Work } from "./loop.js";
import { buryJob, type ClaimedJob, exchangeJobs, type Line, lines, postponeJob, releaseJobs } from "./queries.js";

/** Waits after the first, second … failure; after the last one a job is dead. */
export const retryDelaysMs = [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 24 * hourMs];

// Whoever has taken a job and says nothing for so long is gone. What takes longer, or waits for its turn, is taken anew meanwhile.
const leaseMs = 30 * secondMs;
const renewAfterMs = 10 * secondMs;

/** How many jobs of a line are in hand at once. */
const mostAtOnce: Record<Line, number> = { telling: 128, hearing: 16, other: 32 };

/** Jobs that are run together: one, or several of a kind that takes many at once. */
interface Unit {
  kind: string;
  jobs: ClaimedJob[];
  takenAt: Instant;
}

/** The clock door: takes due jobs and runs their tasks until stopped; loops of other queues wake and stop with it. */
export function startWorker(ctx: Context, tasks: readonly Task[], others: readonly Loop[] = []): Loop {
  const loops = [...lines.map((line) => startLoop(jobLine(ctx, tasks, line))), ...others];
  return {
    wake: () => {
      for (const loop of loops) loop.wake();
    },
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}

/**
 * One line of jobs as work for a loop. Events are told, and heard of, by one batch at a time: they are put in order anyway, and
 * while a batch is told the next one gathers.
 */
function jobLine(ctx: Context, tasks: readonly Task[], line: Line): Work<Unit, number> {
  const byKind = new Map(tasks.map((task) => [task.kind, task]));
  const exchange = async (done: readonly number[], running: readonly Unit[]): Promise<Unit[] | null> => {
    const now = ctx.now();
    const inHand = idsOf(running);
    const old = running.filter(({ takenAt }) => now - takenAt >= renewAfterMs);
    const room = line !== "other" && inHand.length > 0 ? 0 : mostAtOnce[line] - inHand.length;
    if (room <= 0 && done.length === 0 && old.length === 0) return [];
    const jobs = await lookForJobs(ctx, { line, done, inHand, renewed: idsOf(old), most: Math.max(0, room) });
    if (jobs) for (const unit of old) unit.takenAt = now;
    return jobs && unitsOf(jobs, byKind, now);
  };
  return {
    exchange,
    run: ({ kind, jobs }) => runUnit(ctx, byKind.get(kind), jobs),
    giveBack: (units) => releaseJobs(ctx.store.db, idsOf(units)),
  };
}

const idsOf = (units: readonly Unit[]): number[] => units.flatMap(({ jobs }) => jobs.map(({ id }) => id));

function unitsOf(jobs: readonly ClaimedJob[], byKind: ReadonlyMap<string, Task>, takenAt: Instant): Unit[] {
  const units: Unit[] = [];
  for (const job of jobs) {
    const isJoined = byKind.get(job.kind)?.runTogether !== undefined;
    const open = isJoined ? units.find(({ kind }) => kind === job.kind) : undefined;
    if (open) open.jobs.push(job);
    else units.push({ kind: job.kind, jobs: [job], takenAt });
  }
  return units;
}

/** Runs what is due until nothing is, one job after the other: the worker without the waiting. Whether there was anything. */
export async function runDueJobs(ctx: Context, tasks: readonly Task[]): Promise<boolean> {
  const byKind = new Map(tasks.map((task) => [task.kind, task]));
  let hasRun = false;
  for (const line of lines) {
    let done: readonly number[] = [];
    for (;;) {
      const jobs = await lookForJobs(ctx, { line, done, inHand: [], renewed: [], most: 1 });
      const [job] = jobs ?? [];
      if (!job) break;
      hasRun = true;
      done = await runUnit(ctx, byKind.get(job.kind), [job]);
    }
  }
  return hasRun;
}

/** Reports what is done and takes what is due; null if the store cannot be reached just now. */
async function lookForJobs(
  ctx: Context,
  wanted: Omit<Parameters<typeof exchangeJobs>[1], "now" | "leaseMs">,
): Promise<ClaimedJob[] | null> {
  try {
    return await exchangeJobs(ctx.store.db, { ...wanted, now: ctx.now(), leaseMs });
  } catch (error) {
    ctx.log.warn({ error: (error as Error).message }, "cannot look for jobs");
    return null;
  }
}

/** The ids of the jobs that are done; those that failed have been put off or buried. */
async function runUnit(ctx: Context, task: Task | undefined, jobs: readonly ClaimedJob[]): Promise<number[]> {
  if (jobs.length > 1 && task?.runTogether) {
    try {
      const payloads = jobs.map(({ payload }) => payload as never);
      await task.runTogether(ctx, payloads);
      return jobs.map(({ id }) => id);
    } catch (error) {
      ctx.log.warn({ kind: task.kind, jobs: jobs.length, error: (error as Error).message }, "jobs are run one by one");
    }
  }
  const done: number[] = [];
  for (const job of jobs) if (await runJob(ctx, task, job)) done.push(job.id);
  return done;
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
  const { id, kind, attempts } = job;
  const now: Instant = ctx.now();
  const delayMs = retryDelaysMs[attempts - 1];
  ctx.log.warn({ jobId: id, kind, attempt: attempts, ...idsIn(job.payload), error: message }, "job failed");
  if (delayMs === undefined) await buryJob(ctx.store.db, id, now, message);
  else await postponeJob(ctx.store.db, id, now + delayMs, message);
}

/** What a job is about, by number: of its payload only what is called an id. */
function idsIn(payload: unknown): Record<string, unknown> {
  const named = Object.entries((payload ?? {}) as Record<string, unknown>);
  return Object.fromEntries(named.filter(([name]) => /(Id|Uid)$/.test(name)));
}
