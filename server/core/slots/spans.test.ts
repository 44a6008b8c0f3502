import { describe, expect, test } from "vitest";
import { covers, intersect, largest, largestOfAll, subtract, union } from "./spans.js";

describe("union", () => {
  test.each([
    ["what touches is one", [1, 3, 3, 5], [1, 5]],
    ["what overlaps is one", [1, 4, 2, 5], [1, 5]],
    ["the shorter inside the longer is gone", [1, 9, 2, 3], [1, 9]],
    ["unsorted", [7, 8, 1, 2, 4, 7], [1, 2, 4, 8]],
    ["without length", [3, 3, 5, 4], []],
    ["from the beginning of time", [-Infinity, 2, 1, Infinity], [-Infinity, Infinity]],
    ["nothing", [], []],
  ])("%s", (_story, spans, expected) => expect(union(spans)).toEqual(expected));
});

describe("subtract", () => {
  test.each([
    ["from the middle", [9, 17], [12, 13], [9, 12, 13, 17]],
    ["the beginning", [9, 17], [8, 10], [10, 17]],
    ["the end", [9, 17], [16, 18], [9, 16]],
    ["all of it", [9, 17], [9, 17], []],
    ["what only touches takes nothing", [9, 17], [8, 9, 17, 18], [9, 17]],
    ["one block takes from two spans", [1, 3, 5, 7], [2, 6], [1, 2, 6, 7]],
    ["one block takes a span whole and from the next", [1, 3, 4, 6, 8, 9], [2, 8], [1, 2, 8, 9]],
    ["nothing taken", [1, 3], [], [1, 3]],
    ["from nothing", [], [1, 3], []],
  ])("%s", (_story, spans, taken, expected) => expect(subtract(spans, taken)).toEqual(expected));
});

describe("intersect", () => {
  test.each([
    ["two people", [9, 12], [8, 10, 11, 14], [9, 10, 11, 12]],
    ["the same on both sides", [9, 12], [9, 12], [9, 12]],
    ["touching is no common time", [9, 12], [12, 14], []],
    ["nobody", [9, 12], [], []],
    ["overlapping ranges of several hosts, within fixed hours", [9, 12, 11, 14], [10, 13], [10, 12, 11, 13]],
    ["… of which one ends up inside another", [9, 12, 10, 14], [11, 12], [11, 12]],
    ["… even if both end with the fixed hours", [9, 12, 10, 14], [8, 12], [9, 12]],
    ["two groups of several hosts", [9, 12, 11, 15], [8, 11, 10, 14], [9, 11, 10, 12, 11, 14]],
  ])("%s", (_story, a, b, expected) => {
    expect(intersect(a, b)).toEqual(expected);
    expect(intersect(b, a)).toEqual(expected);
  });
});

describe("largest", () => {
  test.each([
    ["ranges may overlap", [9, 11], [10, 13], [9, 11, 10, 13]],
    ["but not hold each other", [9, 13], [10, 11], [9, 13]],
    ["not even from the same beginning", [9, 11], [9, 10, 10, 13], [9, 11, 10, 13]],
    ["nor to the same end", [9, 13], [10, 13], [9, 13]],
    ["the same range of two hosts counts once", [9, 11], [9, 11], [9, 11]],
    ["touching ranges stay two: a slot must fit into one", [9, 11], [11, 13], [9, 11, 11, 13]],
  ])("%s", (_story, a, b, expected) => {
    expect(largest(a, b)).toEqual(expected);
    expect(largest(b, a)).toEqual(expected);
  });

  test("of many lists", () => {
    expect(
      largestOfAll([
        [1, 3],
        [2, 4],
        [0, 2],
        [2, 3],
        [7, 8],
      ]),
    ).toEqual([0, 2, 1, 3, 2, 4, 7, 8]);
    expect(largestOfAll([])).toEqual([]);
  });
});

test("covers asks for one span that holds everything", () => {
  expect(covers([1, 3, 3, 6], 3, 6)).toBe(true);
  expect(covers([1, 3, 4, 6], 2, 5)).toBe(false);
});
