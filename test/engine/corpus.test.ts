import { describe, expect, test } from "vitest";
import { findSlots, groupByDate, type Slot, type SlotQuery } from "../../server/core/slots/index.js";
import { formatInZone, knownZone } from "../../server/core/time/index.js";
import { Replay, readQuery } from "./replay.js";
import { readScenarios, type Scenario } from "./scenario.js";

type RecordedQuery = Scenario["queries"][number];

/** The compact text of the recorded answers. */
function encode(slots: readonly Slot[], query: SlotQuery, { path, params }: RecordedQuery): Record<string, string> {
  const zone = knownZone(query.zone);
  const isRange = String(params.format ?? params.slotFormat ?? "time").toLowerCase() === "range";
  const days = groupByDate(slots, zone).map(({ date, slots }) => {
    let lastOffset = "";
    const words = slots.flatMap((slot) => {
      const [, , clock, offset] = partsOf(formatInZone(zone, slot.startsAt));
      const isNew = offset !== lastOffset;
      lastOffset = offset;
      const word =
        clock + (isRange ? endText(formatInZone(zone, slot.endsAt), date, offset) : "") + seatText(slot, path);
      return isNew ? [offset, word] : [word];
    });
    return [date, words.join(" ")];
  });
  return Object.fromEntries(days);
}

function endText(end: string, date: string, offset: string): string {
  const [, endDate, endClock, endOffset] = partsOf(end);
  return `-${endDate === date && endOffset === offset ? endClock : end}`;
}

function seatText({ seats }: Slot, path: string): string {
  if (seats === null) return "";
  const uid = seats.bookingUid === null ? "" : ` ${seats.bookingUid}`;
  if (path === "/v2/slots") return `(${seats.booked}/${seats.total}${uid})`;
  return seats.booked === 0 && uid === "" ? "" : `(${seats.booked}${uid})`;
}

function partsOf(text: string): [string, string, string, string] {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):00\.000(Z|[+-]\d\d:\d\d)$/.exec(text);
  return [text, match?.[1] ?? "", match?.[2] ?? text, match?.[3] ?? ""];
}

describe("the recorded corpus, against the engine alone", () => {
  const scenarios = readScenarios();

  test("all lines are there", () => {
    expect(scenarios).toHaveLength(288);
  });

  test.each(scenarios)("$id", (scenario) => {
    const replay = new Replay(scenario);
    const answers = scenario.queries.map((recorded) => {
      const { facts, query } = readQuery(replay, recorded.path, recorded.params);
      return encode(findSlots(facts, query), query, recorded);
    });
    expect(answers).toEqual(scenario.answers.map(({ expected }) => expected));
  });
});
