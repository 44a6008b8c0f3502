import type { Instant } from "../time/index.js";

/**
 * Stretches of time, half-open, one after another in a flat list: from, to, from, to … Unless said otherwise they are
 * sorted and neither overlap nor touch. Flat because a year of a team is some hundred thousand of them, and numbers in a
 * list cost a fifth of what as many little objects do.
 */
export type Spans = Instant[];

/**
 * The same time, sorted and without overlaps, from spans in any order; what has no length vanishes.
 *
 * union([3, 5, 1, 3]) // [1, 5]
 */
export function union(spans: Spans): Spans {
  const sorted = isSorted(spans) ? spans : sortedByFrom(spans);
  const merged: Spans = [];
  let reach = -Infinity;
  for (let i = 0; i < sorted.length; i += 2) {
    const from = sorted[i]!;
    const to = sorted[i + 1]!;
    if (from >= to) continue;
    if (from > reach || merged.length === 0) {
      merged.push(from, to);
      reach = to;
    } else if (to > reach) {
      merged[merged.length - 1] = to;
      reach = to;
    }
  }
  return merged;
}

/** Most lists come sorted from the database, or nearly so; only the others pay for a sort. */
function isSorted(spans: Spans): boolean {
  for (let i = 2; i < spans.length; i += 2) if (spans[i]! < spans[i - 2]!) return false;
  return true;
}

function sortedByFrom(spans: Spans): Spans {
  const order = Array.from({ length: spans.length >> 1 }, (_, i) => i * 2);
  order.sort((a, b) => spans[a]! - spans[b]!);
  return order.flatMap((i) => [spans[i]!, spans[i + 1]!]);
}

/**
 * What is left of `spans` outside `taken`.
 *
 * subtract([9, 17], [12, 13]) // [9, 12, 13, 17]
 */
export function subtract(spans: Spans, taken: Spans): Spans {
  if (taken.length === 0) return spans;
  const left: Spans = [];
  let next = 0;
  for (let i = 0; i < spans.length; i += 2) {
    const to = spans[i + 1]!;
    let from = spans[i]!;
    while (next < taken.length && taken[next + 1]! <= from) next += 2;
    // What reaches beyond this span may take from the following one too, so it stays next.
    for (; next < taken.length && taken[next]! < to; next += 2) {
      if (taken[next]! > from) left.push(from, taken[next]!);
      from = taken[next + 1]!;
      if (from >= to) break;
    }
    if (from < to) left.push(from, to);
  }
  return left;
}

/**
 * The largest spans that lie inside one of `a` and one of `b`. Either list may overlap itself, as the ranges of several
 * hosts do, but must not hold a span inside another.
 *
 * intersect([9, 12], [8, 10, 11, 14]) // [9, 10, 11, 12]
 */
export function intersect(a: Spans, b: Spans): Spans {
  const shared: Spans = [];
  let reach = -Infinity;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const from = i >= a.length ? b[j]! : j >= b.length ? a[i]! : Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i]! <= from) i += 2;
    while (j < b.length && b[j]! <= from) j += 2;
    if (i === 0 || j === 0) continue;
    // Of all spans that have begun, the one that began last reaches furthest, as none holds another.
    const to = Math.min(a[i - 1]!, b[j - 1]!);
    if (from >= to || to <= reach) continue;
    shared.push(from, to);
    reach = to;
  }
  return shared;
}

/**
 * The spans of both lists, sorted, without those that lie inside another. They may overlap.
 *
 * largest([9, 11], [9, 10, 10, 13]) // [9, 11, 10, 13]
 */
export function largest(a: Spans, b: Spans): Spans {
  const merged: Spans = [];
  let reach = -Infinity;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const isFromA = j >= b.length || (i < a.length && (a[i]! < b[j]! || (a[i]! === b[j]! && a[i + 1]! > b[j + 1]!)));
    const from = isFromA ? a[i]! : b[j]!;
    const to = isFromA ? a[i + 1]! : b[j + 1]!;
    if (isFromA) i += 2;
    else j += 2;
    if (to <= reach) continue;
    merged.push(from, to);
    reach = to;
  }
  return merged;
}

/** `largest` of many lists, merged two by two, so that no span is moved more than a few times. */
export function largestOfAll(lists: readonly Spans[]): Spans {
  if (lists.length <= 2) return largest(lists[0] ?? [], lists[1] ?? []);
  const half = lists.length >> 1;
  return largest(largestOfAll(lists.slice(0, half)), largestOfAll(lists.slice(half)));
}

/** Whether one span holds all of `[from, to)`. */
export function covers(spans: Spans, from: Instant, to: Instant): boolean {
  for (let i = 0; i < spans.length; i += 2) if (spans[i]! <= from && spans[i + 1]! >= to) return true;
  return false;
}
