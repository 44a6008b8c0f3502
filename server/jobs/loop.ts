import { setTimeout as sleep } from "node:timers/promises";
import { secondMs } from "../core/time/instant.js";

/** A queue, as a loop sees it. */
export interface Work<Unit, Done> {
  /** Reports what is done and takes more, given what still runs; null if the store cannot be reached just now. */
  exchange(done: readonly Done[], running: readonly Unit[]): Promise<Unit[] | null>;
  /** Never throws; what it returns is reported with the next exchange. */
  run(unit: Unit): Promise<readonly Done[]>;
  /** Puts back what was taken and not finished. */
  giveBack(units: readonly Unit[]): Promise<void>;
}

export interface Loop {
  /** Looks at once instead of at the next poll. */
  wake(): void;
  /** Takes nothing more, lets what runs finish for a while, and gives the rest back. */
  stop(): Promise<void>;
}

const pollMs = secondMs;
// An exchange costs about the same for one and for many, so what comes or ends a moment later goes along.
const gatherMs = 20;
const stopWaitMs = 10 * secondMs;

/** Works a queue off until stopped. */
export function startLoop<Unit, Done>(work: Work<Unit, Done>): Loop {
  const running = new Map<Unit, Promise<void>>();
  const bell = createBell();
  let done: Done[] = [];
  let isStopping = false;

  const start = (unit: Unit): void => {
    const ended = work.run(unit).then((outcomes) => {
      done.push(...outcomes);
      running.delete(unit);
      bell.ring();
    });
    running.set(unit, ended);
  };

  const turn = async (): Promise<boolean> => {
    const reported = done;
    done = [];
    const units = await work.exchange(reported, [...running.keys()]);
    if (units === null) done.push(...reported);
    for (const unit of units ?? []) start(unit);
    return units !== null && units.length > 0;
  };

  const looping = (async () => {
    while (!isStopping) await bell.wait((await turn()) ? gatherMs : pollMs);
  })();
  return {
    wake: bell.ring,
    stop: async () => {
      isStopping = true;
      bell.ring();
      await looping;
      await Promise.race([Promise.all(running.values()), new Promise((resolve) => setTimeout(resolve, stopWaitMs))]);
      const unfinished = [...running.keys()];
      // An exchange also takes work, which nobody will begin any more.
      const taken = done.length > 0 ? ((await work.exchange(done, unfinished)) ?? []) : [];
      const left = [...unfinished, ...taken];
      if (left.length > 0) await work.giveBack(left);
    },
  };
}

/** Lets one loop sleep until a moment after somebody rings; a ring while it is awake is not lost. */
function createBell(): { ring(): void; wait(ms: number): Promise<void> } {
  let isRung = false;
  let answer = (): void => {};
  const ring = (): void => {
    isRung = true;
    answer();
  };
  const rungOrAfter = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      answer = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const wait = async (ms: number): Promise<void> => {
    if (!isRung) await rungOrAfter(ms);
    if (isRung) await sleep(gatherMs);
    isRung = false;
  };
  return { ring, wait };
}
