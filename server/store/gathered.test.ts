import { expect, test } from "vitest";
import { gathered } from "./gathered.js";
import type { Db } from "./store.js";

const db = {} as Db;

test("what is asked in one turn is loaded at once, each key once, and everybody gets the answer to his key", async () => {
  const loads: number[][] = [];
  const square = gathered<number, { of: number; square: number }>(
    async (_, keys) => {
      loads.push(keys);
      return keys.filter((key) => key > 0).map((key) => ({ of: key, square: key * key }));
    },
    ({ of }) => of,
  );
  const answers = await Promise.all([square(db, 2), square(db, 3), square(db, 2), square(db, -1)]);
  expect(answers.map((answer) => answer?.square)).toEqual([4, 9, 4, undefined]);
  expect(loads).toEqual([[2, 3, -1]]);
  expect((await square(db, 4))?.square).toBe(16);
  expect(loads).toHaveLength(2);
});

test("a failure is everybody's, and the next turn asks again", async () => {
  let isDown = true;
  const find = gathered<number, number>(
    async (_, keys) => {
      if (isDown) throw new Error("down");
      return keys;
    },
    (row) => row,
  );
  const answers = await Promise.allSettled([find(db, 1), find(db, 2)]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  isDown = false;
  expect(await find(db, 1)).toBe(1);
});
