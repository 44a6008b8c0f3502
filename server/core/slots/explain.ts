import type { Instant, Interval } from "../time/index.js";
import type { Explanation, Removal, RemovalRule } from "./facts.js";
import type { Spans } from "./spans.js";

/** An empty explanation to hand to `findSlots`. */
export function newExplanation(): Explanation {
  return { removals: [] };
}

/**
 * The removals that concern one host, its own and those of all hosts, in order of time. Neighbours with one reason are
 * one removal: a closed evening and the closed night after it.
 */
export function removalsOf(explanation: Explanation, hostId: number): Removal[] {
  const concerned = explanation.removals.filter((removal) => removal.hostId === null || removal.hostId === hostId);
  concerned.sort((a, b) => a.from - b.from || a.to - b.to);
  const open = new Map<string, Removal>();
  const joined: Removal[] = [];
  for (const removal of concerned) {
    const reason = `${removal.rule} ${removal.bookingUid}`;
    const previous = open.get(reason);
    if (previous !== undefined && removal.from <= previous.to) {
      previous.to = Math.max(previous.to, removal.to);
    } else {
      const copy = { ...removal };
      open.set(reason, copy);
      joined.push(copy);
    }
  }
  return joined;
}

/** Takes notes for one host, or for all of them (null), within the window that was asked for. */
export interface Notes {
  explanation: Explanation;
  hostId: number | null;
  window: Interval;
}

/** Notes one removal, cut to the window. */
export function note(notes: Notes, rule: RemovalRule, from: Instant, to: Instant, bookingUid: string | null = null) {
  const removal = { hostId: notes.hostId, rule, bookingUid };
  const begin = Math.max(from, notes.window.from);
  const end = Math.min(to, notes.window.to);
  if (begin < end) notes.explanation.removals.push({ ...removal, from: begin, to: end });
}

/** Notes one removal for each span. */
export function noteAll(notes: Notes, rule: RemovalRule, spans: Spans) {
  for (let i = 0; i < spans.length; i += 2) note(notes, rule, spans[i]!, spans[i + 1]!);
}
