/** A set of minutes `0 … size − 1`, one bit each, that gives them back in order. */
export interface MinuteSet {
  words: Uint32Array;
}

export function newMinuteSet(size: number): MinuteSet {
  return { words: new Uint32Array((size >>> 5) + 1) };
}

export function addMinute({ words }: MinuteSet, minute: number) {
  words[minute >>> 5]! |= 1 << (minute & 31);
}

/** The first member in `[minute, end)`; −1 if there is none. */
export function firstIn({ words }: MinuteSet, minute: number, end: number): number {
  if (minute >= end) return -1;
  let index = minute >>> 5;
  const last = (end - 1) >>> 5;
  let word = words[index]! & (-1 << (minute & 31));
  while (word === 0) {
    if (index >= last) return -1;
    index++;
    word = words[index]!;
  }
  const found = index * 32 + 31 - Math.clz32(word & -word);
  return found < end ? found : -1;
}

/** The last member in `[earliest, minute)`; −1 if there is none. */
export function lastBefore({ words }: MinuteSet, minute: number, earliest: number): number {
  const latest = Math.min(minute, words.length * 32) - 1;
  if (latest < Math.max(earliest, 0)) return -1;
  const first = Math.max(earliest, 0) >>> 5;
  let index = latest >>> 5;
  let word = words[index]! & (-1 >>> (31 - (latest & 31)));
  while (word === 0) {
    if (index <= first) return -1;
    index--;
    word = words[index]!;
  }
  const found = index * 32 + 31 - Math.clz32(word);
  return found >= earliest ? found : -1;
}
