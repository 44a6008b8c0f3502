import { expect, test } from "vitest";
import { addMinute, firstIn, lastBefore, newMinuteSet } from "./minute-set.js";

function setOf(...minutes: number[]) {
  const set = newMinuteSet(200);
  for (const minute of minutes) addMinute(set, minute);
  return set;
}

test("members come back in order, across words", () => {
  const set = setOf(130, 0, 31, 32, 63, 64, 31);
  const found: number[] = [];
  for (let minute = firstIn(set, 0, 200); minute >= 0; minute = firstIn(set, minute + 1, 200)) found.push(minute);
  expect(found).toEqual([0, 31, 32, 63, 64, 130]);
});

test.each([
  ["the end is not included", 32, 64, -1],
  ["the beginning is", 64, 65, 64],
  ["an empty stretch", 10, 10, -1],
  ["beyond the last member", 131, 200, -1],
])("first: %s", (_story, minute, end, expected) => expect(firstIn(setOf(31, 64, 130), minute, end)).toBe(expected));

test.each([
  ["the minute itself does not count", 64, 0, 31],
  ["the one before does", 65, 0, 64],
  ["not earlier than asked for", 64, 32, -1],
  ["exactly as early as asked for", 64, 31, 31],
  ["before the first", 31, 0, -1],
  ["at zero there is nothing before", 0, -5, -1],
  ["from beyond the set", 5_000, 0, 130],
])("last: %s", (_story, minute, earliest, expected) => {
  expect(lastBefore(setOf(31, 64, 130), minute, earliest)).toBe(expected);
});
