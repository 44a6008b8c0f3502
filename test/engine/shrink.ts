import type { Case } from "./random-case.js";

/** The smallest case found that still fails, by leaving out one element of one list after another. */
export function shrink(failing: Case, fails: (candidate: Case) => boolean): Case {
  let smallest = failing;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const candidate of withoutOneElement(smallest)) {
      if (!stillFails(candidate, fails)) continue;
      smallest = candidate;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}

function stillFails(candidate: Case, fails: (candidate: Case) => boolean): boolean {
  try {
    return fails(candidate);
  } catch {
    return false;
  }
}

function* withoutOneElement({ facts, query }: Case): Generator<Case> {
  for (const list of ["hosts", "holds", "seatBookings", "ownBookings"] as const) {
    for (const shorter of withoutEach<unknown>(facts[list])) yield { facts: { ...facts, [list]: shorter }, query };
  }
  for (const [i, host] of facts.hosts.entries()) {
    const replaced = (changed: object) => {
      return { facts: { ...facts, hosts: facts.hosts.with(i, { ...host, ...changed }) }, query };
    };
    for (const list of ["bookings", "calendarBlocks", "outOfOffice"] as const) {
      for (const shorter of withoutEach<unknown>(host[list])) yield replaced({ [list]: shorter });
    }
    for (const list of ["rules", "overrides", "travel"] as const) {
      for (const shorter of withoutEach<unknown>(host.schedule[list])) {
        yield replaced({ schedule: { ...host.schedule, [list]: shorter } });
      }
    }
  }
}

function withoutEach<T>(list: readonly T[]): T[][] {
  return list.map((_, i) => list.toSpliced(i, 1));
}
