import { type Instant, minuteMs, offsetMsAt, type Zone } from "../time/index.js";
import { addMinute, firstIn, lastBefore, type MinuteSet, newMinuteSet } from "./minute-set.js";
import type { Spans } from "./spans.js";

/** Where slots may start (§8.8). */
export interface Grid {
  /** The booker's zone: starts are aligned to what its clocks show. */
  zone: Zone;
  lengthMinutes: number;
  /** From one start to the next. */
  strideMinutes: number;
  /** Starts are moved up to multiples of so many minutes of the hour. */
  alignMinutes: number;
  offsetStartMinutes: number;
  /** Rather start unaligned than lose a slot. */
  isOptimized: boolean;
  /** The end of the time asked for. */
  windowTo: Instant;
}

/** alignmentOf(45) // 15: the largest of these that divides the step */
export function alignmentOf(stepMinutes: number): number {
  return [60, 30, 20, 15, 10, 5].find((minutes) => stepMinutes % minutes === 0) ?? 1;
}

/**
 * Visits the starts of all slots in the ranges, ascending and each once, until the visitor says false. Every range begins a
 * grid of its own, unless the grid of an earlier range that overlaps it can go on.
 *
 * A start is visited as soon as no later range can precede it, so that a visitor with enough stops the work. The work is
 * linear in ranges and starts however much the ranges overlap: a stretch of starts that is already there is leapt over.
 */
export function visitStarts(ranges: Spans, grid: Grid, visit: (startsAt: Instant) => boolean) {
  if (ranges.length === 0) return;
  const work = newWork(ranges, grid);
  let unread = 0;
  for (let i = 0; i < ranges.length; i += 2) {
    addStarts(work, ranges[i]!, ranges[i + 1]!);
    const settled = i + 2 < ranges.length ? minuteAt(work, ranges[i + 2]!) : work.size;
    for (
      let minute = firstIn(work.starts, unread, settled);
      minute >= 0;
      minute = firstIn(work.starts, unread, settled)
    ) {
      if (!visit(work.originMs + minute * minuteMs)) return;
      unread = minute + 1;
    }
    unread = Math.max(unread, settled);
  }
}

/** Minutes are counted from the first range on, which keeps them small integers. */
interface Work {
  grid: Grid;
  originMs: Instant;
  size: number;
  starts: MinuteSet;
  /** By start modulo stride: the last unbroken run of starts with this remainder. No run: `runTo` −1. */
  runFrom: Int32Array;
  runTo: Int32Array;
}

function newWork(ranges: Spans, grid: Grid): Work {
  const originMs = Math.floor(ranges[0]! / minuteMs) * minuteMs;
  const size = Math.ceil((ranges.at(-1)! - originMs) / minuteMs) + 1;
  const remainders = Math.min(grid.strideMinutes, size);
  const runFrom = new Int32Array(remainders);
  const runTo = new Int32Array(remainders).fill(-1);
  return { grid, originMs, size, starts: newMinuteSet(size), runFrom, runTo };
}

function minuteAt(work: Work, instant: Instant): number {
  return Math.floor((instant - work.originMs) / minuteMs);
}

function addStarts(work: Work, from: Instant, to: Instant) {
  const { grid, starts, runFrom, runTo } = work;
  const stride = grid.strideMinutes;
  const last = minuteAt(work, to) - grid.lengthMinutes;
  const first = firstStart(work, from, to);
  if (first > last) return;
  const remainder = first % stride;
  const doneFrom = runFrom[remainder]!;
  const doneTo = runTo[remainder]!;
  for (let minute = first; minute <= last; minute += stride) {
    if (minute >= doneFrom && minute <= doneTo) minute = doneTo;
    else addMinute(starts, minute);
  }
  // Later ranges end later, so this run is now the last one; it goes on from the one before if there is no gap.
  if (doneTo < 0 || first > doneTo + stride || first < doneFrom) runFrom[remainder] = first;
  runTo[remainder] = last - ((last - first) % stride);
}

/**
 * The first start in a range, in minutes: aligned and offset. If an earlier range has a start less than a stride before
 * it, that grid goes on instead.
 */
function firstStart(work: Work, from: Instant, to: Instant): number {
  const { grid, starts } = work;
  const stride = grid.strideMinutes;
  const floor = minuteAt(work, from);
  const aligned = floor + alignmentPush(work, floor, to) + grid.offsetStartMinutes;
  const previous = lastBefore(starts, aligned, aligned - stride);
  const start = previous < 0 ? aligned : previous + stride;
  // The minute in which a busy time ends is not free yet.
  const isTooEarly = work.originMs + start * minuteMs < from;
  return isTooEarly ? start + stride : start;
}

function alignmentPush(work: Work, minute: number, to: Instant): number {
  const { grid, originMs } = work;
  const instant = originMs + minute * minuteMs;
  const minuteOfHour = Math.floor((instant + offsetMsAt(grid.zone, instant)) / minuteMs) % 60;
  const push = pushTo(grid.alignMinutes, minuteOfHour);
  if (push === 0 || !grid.isOptimized) return push;
  const end = Math.min(to, grid.windowTo);
  const spare = Math.floor((end - instant) / minuteMs) % grid.alignMinutes;
  return [push, pushTo(15, minuteOfHour), pushTo(5, minuteOfHour)].find((minutes) => minutes <= spare) ?? 0;
}

/** Minutes up to the next multiple: pushTo(15, 20) // 10, pushTo(15, 30) // 0 */
function pushTo(multiple: number, minuteOfHour: number): number {
  const past = minuteOfHour % multiple;
  return past === 0 ? 0 : multiple - past;
}
