import { expect, test } from "vitest";
import { eventually } from "../../test/harness/eventually.js";
import { useHouse } from "../../test/harness/house.js";
import type { Context } from "../context.js";
import { dayMs, minuteMs, secondMs } from "../core/time/index.js";
import { at, jsonb } from "../store/sql.js";
import { task } from "../task.js";
import { runDueJobs, startWorker } from "./worker.js";

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

test("a job that takes long stays with the process that is at it", async () => {
  let end = (): void => {};
  let runs = 0;
  const wait = task("test.wait", () => {
    runs++;
    return new Promise<void>((resolve) => {
      end = resolve;
    });
  });
  await house.store.db
    .insertInto("jobs")
    .values({ kind: "test.wait", payload: jsonb({}), run_at: at(house.now) })
    .execute();
  const worker = startWorker(clock(), [wait]);
  await eventually(() => expect(runs).toBe(1));
  for (let step = 0; step < 4; step++) {
    house.now += 15 * secondMs;
    worker.wake();
    await eventually(async () => {
      const { locked_until } = await house.store.db.selectFrom("jobs").select("locked_until").executeTakeFirstOrThrow();
      expect(locked_until).toBe(house.now + 30 * secondMs);
    });
    expect(await runDueJobs(clock(), [wait]), "another process finds nothing").toBe(false);
  }
  end();
  await worker.stop();
  expect(runs).toBe(1);
  expect(await house.store.db.selectFrom("jobs").select("id").execute()).toEqual([]);
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
