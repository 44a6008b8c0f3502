import { expect, test } from "vitest";
import { admit, findSlots } from "../../server/core/slots/index.js";
import { naiveAdmits, naiveSlots } from "./naive.js";
import { type Case, newDice, randomCase } from "./random-case.js";
import { shrink } from "./shrink.js";

/**
 * The engine against its naive twin on random questions. `KALENDS_CASES=1000000 npx vitest run test/engine/twins` is a
 * long run; `KALENDS_SEED` repeats one.
 */
const caseCount = Number(process.env.KALENDS_CASES ?? 10_000);
const seed = Number(process.env.KALENDS_SEED ?? Date.now() % 1_000_000_000);
const minuteMs = 60_000;

function slotsOfEngine({ facts, query }: Case) {
  const slots = findSlots(facts, query);
  return slots.map(({ startsAt, seats }) => {
    return { startsAt, booked: seats?.booked ?? null, bookingUid: seats?.bookingUid ?? null };
  });
}

function offersDiffer(example: Case): boolean {
  return JSON.stringify(slotsOfEngine(example)) !== JSON.stringify(naiveSlots(example.facts, example.query));
}

/** A time to be booked, on the grid or not. */
function randomTime({ facts, query }: Case, caseSeed: number) {
  const dice = newDice(caseSeed ^ 0x5bd1e995);
  const minute = Math.floor(query.from / minuteMs) + dice.int(Math.ceil((query.to - query.from) / minuteMs));
  const length = query.durationMinutes ?? facts.event.lengthMinutes;
  return { from: minute * minuteMs, to: (minute + length) * minuteMs };
}

function admissionsDiffer({ facts, query }: Case, at: { from: number; to: number }): boolean {
  return (admit(facts, query, at).kind === "free") !== naiveAdmits(facts, query, at);
}

function readable(value: unknown): string {
  return JSON.stringify(value, (_, item) => {
    return typeof item === "number" && item > 1e12 ? new Date(item).toISOString() : item;
  });
}

test(`both engines agree on ${caseCount} cases of seed ${seed}`, { timeout: 24 * 3_600_000 }, () => {
  console.log(`KALENDS_SEED=${seed} KALENDS_CASES=${caseCount}`);
  let offered = 0;
  let empty = 0;
  for (let i = 0; i < caseCount; i++) {
    const caseSeed = (seed + i * 7_919) >>> 0;
    const example = randomCase(caseSeed);
    if (offersDiffer(example)) {
      const smallest = shrink(example, offersDiffer);
      console.log(`case ${i} (${caseSeed}) ${readable(smallest)}`);
      expect(readable(slotsOfEngine(smallest))).toEqual(readable(naiveSlots(smallest.facts, smallest.query)));
    }
    const at = randomTime(example, caseSeed);
    if (admissionsDiffer(example, at)) {
      const smallest = shrink(example, (candidate) => admissionsDiffer(candidate, at));
      console.log(`case ${i} (${caseSeed}) ${readable(smallest)}`);
      expect(readable({ at, admitted: admit(smallest.facts, smallest.query, at) })).toEqual(
        readable({ at, admitted: naiveAdmits(smallest.facts, smallest.query, at) }),
      );
    }
    const count = findSlots(example.facts, example.query).length;
    offered += count;
    if (count === 0) empty++;
  }
  console.log(`${offered} slots in ${caseCount - empty} cases, ${empty} cases without any`);
});
