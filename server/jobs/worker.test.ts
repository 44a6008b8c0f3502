import { expect, test } from "vitest";
import { useHouse } from "../../test/harness/house.js";
import type { Context } from "../context.js";
import { dayMs, minuteMs } from "../core/time/index.js";
import { at, jsonb } from "../store/sql.js";
import { task } from "../task.js";
import { runDueJobs } from "./worker.js";

const house = useHouse();

const clock = (): Context => ({ ...house.contextOfDoor(), actor: { kind: "clock" } });

const add = (name: string, thread: string | null) =>
  house.store.db
    .insertInto("jobs")
    .values({ kind: "test.say", payload: jsonb({ name }), run_at: at(house.now), thread })
    .execute();

/** Says the names of jobs; those of `failing` fail. */
function saying(failing: Set<string>) {
  const said: string[] = [];
  const say = task<{ name: string }>("test.say", async (_ctx, { name }) => {
    if (failing.has(name)) throw new Error("no");
    said.push(name);
  });
  return { said, run: () => runDueJobs(clock(), [say]) };
}

test("a job waits until the one before it in its thread is done, and no other does", async () => {
  for (const [name, thread] of [
    ["created", "a"],
    ["cancelled", "a"],
    ["other", "b"],
    ["alone", null],
  ] as const) {
    await add(name, thread);
  }
  const failing = new Set(["created"]);
  const { said, run } = saying(failing);
  await run();
  expect(said).toEqual(["other", "alone"]);
  failing.clear();
  await run();
  expect(said).toEqual(["other", "alone"]);
  house.now += minuteMs;
  await run();
  expect(said).toEqual(["other", "alone", "created", "cancelled"]);
});

test("a job that is given up holds up nobody any more", async () => {
  await add("created", "a");
  await add("cancelled", "a");
  const { said, run } = saying(new Set(["created"]));
  for (let n = 0; n < 5; n++, house.now += dayMs) await run();
  expect(said).toEqual([]);
  await run();
  expect(said).toEqual(["cancelled"]);
});
