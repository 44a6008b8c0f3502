import { type Explanation, type Removal, type RemovalRule, removalsOf } from "../../core/slots/index.js";
import { writeInstant } from "../../wire.js";

/** Why the rest of the time is not offered: what the engine noted, and who may be told how much of it. */
export interface Explained {
  notes: Explanation;
  hostIds: number[];
  /** null: a group belongs to nobody. */
  ownerId: number | null;
}

type PublicRule = RemovalRule | "busy";

interface Stretch {
  rule: PublicRule;
  from: number;
  to: number;
  bookingUid: string | null;
}

/** What everybody can tell from a slot list anyway; the other rules are nobody's business but the host's. */
const openRules = new Set<RemovalRule>(["schedule", "notice", "window", "grid"]);

/** The owner and a host read of each removal why; for everybody else it is `busy`, and the hosts of a group are one. */
export function explanationView({ notes, hostIds, ownerId }: Explained, callerId: number | null) {
  const isKnown = (hostId: number): boolean => callerId !== null && (callerId === ownerId || callerId === hostId);
  const known = hostIds.filter(isKnown);
  const others = hostIds.filter((hostId) => !isKnown(hostId));
  const told = known.map((hostId) => hostView(hostId, removalsOf(notes, hostId)));
  if (others.length === 0) return { hosts: told };
  const hidden = others.flatMap((hostId) => removalsOf(notes, hostId));
  return { hosts: [...told, hostView(others.length === 1 ? (others[0] ?? null) : null, withoutReasons(hidden))] };
}

function withoutReasons(removals: readonly Removal[]): Stretch[] {
  const stretches = removals.map(({ rule, from, to }) => ({
    rule: openRules.has(rule) ? rule : ("busy" as const),
    from,
    to,
    bookingUid: null,
  }));
  return joined(stretches.sort((a, b) => a.from - b.from || a.to - b.to));
}

/** Stretches of one rule that overlap or touch are one: where a booking ends and its buffer begins is not told. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const last = new Map<PublicRule, Stretch>();
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const previous = last.get(stretch.rule);
    if (previous && stretch.from <= previous.to) {
      previous.to = Math.max(previous.to, stretch.to);
    } else {
      const copy = { ...stretch };
      last.set(stretch.rule, copy);
      result.push(copy);
    }
  }
  return result;
}

const hostView = (userId: number | null, stretches: readonly Stretch[]) => ({
  userId,
  removed: stretches.map(({ rule, from, to, bookingUid }) => ({
    rule,
    start: writeInstant(from),
    end: writeInstant(to),
    ...(bookingUid !== null && { bookingUid }),
  })),
});
