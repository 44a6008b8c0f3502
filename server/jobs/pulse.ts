import type { Follower, Pulse } from "../context.js";
import { secondMs } from "../core/time/instant.js";

/** How many follow one account's log at once: enough for every tab and tool of a person, and no flood. */
const mostPerAccount = 10;

/** Where the log ends, and whose events stand behind the place where one has last looked; null: one has not looked yet. */
export type FindNews = (after: number | null) => Promise<{ position: number; userIds: readonly number[] }>;

/**
 * Tells those who follow the log when there may be something new of theirs. Events told by this process ring; those told by
 * another one are found by one look a second for all followers together, and by none while nobody follows.
 */
export function createPulse(findNews: FindNews, pollMs = secondMs): Pulse & { stop(): void } {
  const followers = new Map<number, Set<{ wake(): void }>>();
  let known: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  const ring: Pulse["ring"] = (userIds) => {
    for (const userId of new Set(userIds)) for (const follower of followers.get(userId ?? 0) ?? []) follower.wake();
  };

  const look = async (): Promise<void> => {
    const news = await findNews(known).catch(() => null);
    if (!news) return;
    ring(known === null ? [...followers.keys()] : news.userIds);
    known = news.position;
  };

  const plan = (): void => {
    if (timer !== undefined || isStopped) return;
    // Who comes after nobody has followed for long is not told of all that happened meanwhile.
    if (followers.size === 0) known = null;
    else {
      timer = setTimeout(async () => {
        await look();
        timer = undefined;
        plan();
      }, pollMs);
      timer.unref();
    }
  };

  const follow: Pulse["follow"] = (userId, gone) => {
    const ofAccount = followers.get(userId) ?? new Set();
    if (ofAccount.size >= mostPerAccount) return null;
    const bell = createBell(() => isStopped || gone.aborted);
    followers.set(userId, ofAccount.add(bell));
    const leave = (): void => {
      bell.wake();
      ofAccount.delete(bell);
      if (ofAccount.size === 0) followers.delete(userId);
    };
    if (gone.aborted) leave();
    else gone.addEventListener("abort", leave, { once: true });
    plan();
    return { next: bell.next, isOver: () => isStopped || gone.aborted };
  };

  return {
    ring,
    follow,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      ring([...followers.keys()]);
    },
  };
}

/** Lets one follower sleep until it is woken, for a while at most, and not at all once all is over. */
function createBell(isOver: () => boolean): Pick<Follower, "next"> & { wake(): void } {
  let wake = (): void => {};
  return {
    wake: () => wake(),
    next: (withinMs) =>
      new Promise((resolve) => {
        if (isOver()) return resolve();
        const limit = setTimeout(() => wake(), withinMs);
        wake = () => {
          clearTimeout(limit);
          resolve();
        };
      }),
  };
}
