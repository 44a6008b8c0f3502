import { afterEach, expect, test } from "vitest";
import { createPulse } from "./pulse.js";

let pulse: ReturnType<typeof createPulse>;
afterEach(() => pulse.stop());

const idle = async () => ({ position: 0, userIds: [] });
const staying = () => new AbortController().signal;

test("a ring wakes those who follow one of its accounts, and nobody else", async () => {
  pulse = createPulse(idle, 60_000);
  const [ann, bob] = [pulse.follow(1, staying()), pulse.follow(2, staying())];
  const woken: string[] = [];
  const waiting = [ann?.next(60_000).then(() => woken.push("ann")), bob?.next(60_000).then(() => woken.push("bob"))];
  pulse.ring([1, null]);
  await waiting[0];
  expect(woken).toEqual(["ann"]);
  pulse.stop();
  await Promise.all(waiting);
  expect(bob?.isOver()).toBe(true);
});

test("what another process told wakes those whose it is", async () => {
  const looks: (number | null)[] = [];
  let news: Awaited<ReturnType<typeof idle>> | { position: number; userIds: number[] } = await idle();
  pulse = createPulse(async (after) => {
    looks.push(after);
    return news;
  }, 5);
  const ann = pulse.follow(1, staying());
  // The first look finds out where the log ends, and wakes everybody.
  await ann?.next(60_000);
  const isWoken = ann?.next(60_000);
  news = { position: 7, userIds: [1] };
  await isWoken;
  expect(looks.slice(0, 2)).toEqual([null, 0]);
});

test("who goes wakes up, and leaves room for another", async () => {
  pulse = createPulse(idle, 60_000);
  const gone = new AbortController();
  const first = pulse.follow(1, gone.signal);
  for (let n = 1; n < 10; n++) expect(pulse.follow(1, staying())).not.toBeNull();
  expect(pulse.follow(1, staying())).toBeNull();
  const woken = first?.next(60_000);
  gone.abort();
  await woken;
  expect(first?.isOver()).toBe(true);
  expect(pulse.follow(1, staying())).not.toBeNull();
});
