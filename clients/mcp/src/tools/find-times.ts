import { z } from "zod";
import type { Api } from "../api.js";
import { Misuse, reads, tool } from "../tool.js";
import { instantOf } from "../zone.js";
import { loadSlots, type Slot, type SlotQuery } from "./slots.js";
import { eventTypeRef, namesEventType, timeZone, whichEventType } from "./wire.js";

const dayMs = 86_400_000;
const daysAhead = 60;

const Input = z
  .strictObject({
    ...eventTypeRef,
    from: z.string().describe("date or ISO 8601 time"),
    to: z.string().optional().describe("the last date, or a time; a week if absent"),
    timeZone: timeZone.default("UTC").describe("the booker's IANA zone"),
    lengthMinutes: z.int().positive().optional(),
    bookingUid: z.string().optional().describe("booking that is to be moved"),
    limit: z.int().min(1).max(200).default(20),
  })
  .refine(namesEventType, whichEventType);

const Output = z.object({
  timeZone: z.string(),
  times: z.array(z.string()),
  seatsRemaining: z.record(z.string(), z.number()).optional(),
  more: z.number().describe("further times in the range"),
  next: z.array(z.string()).optional().describe("first times after the range, if it has none"),
});

export const findTimes = tool({
  name: "find_times",
  title: "Find times",
  description: "Times that can be booked now, on the clock of timeZone. Pass one unchanged as start to book.",
  input: Input,
  output: Output,
  annotations: reads,
  uses: ["getSlots"],
  run: async (api, input) => {
    const query = rangeOf(input);
    const { slots } = await loadSlots(api, query);
    const shown = slots.slice(0, input.limit);
    return {
      timeZone: input.timeZone,
      times: shown.map(({ start }) => start),
      ...seatsOf(shown),
      more: slots.length - shown.length,
      ...(slots.length === 0 && { next: await timesAfter(api, query) }),
    };
  },
});

function rangeOf({ from, to, timeZone: zone, ...input }: z.output<typeof Input>): SlotQuery {
  const start = instantOf(from, zone);
  const end = to === undefined ? start + 7 * dayMs : instantOf(to, zone, true);
  if (Number.isNaN(start) || Number.isNaN(end))
    throw new Misuse("from and to are dates (2026-11-30) or ISO 8601 times.");
  if (end <= start) throw new Misuse("to must be after from.");
  return { ...input, from: start, to: end, zone };
}

async function timesAfter(api: Api, query: SlotQuery): Promise<string[]> {
  const { slots } = await loadSlots(api, { ...query, from: query.to, to: query.to + daysAhead * dayMs });
  return slots.slice(0, 5).map(({ start }) => start);
}

function seatsOf(slots: readonly Slot[]): { seatsRemaining?: Record<string, number> } {
  const seated = slots.flatMap(({ start, seatsRemaining }) =>
    seatsRemaining === undefined ? [] : [[start, seatsRemaining] as const],
  );
  return seated.length > 0 ? { seatsRemaining: Object.fromEntries(seated) } : {};
}
