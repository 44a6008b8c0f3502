import { z } from "zod";
import type { ApiAnswer } from "../api.js";
import { reads, tool } from "../tool.js";
import { inZone } from "../zone.js";
import { loadSlotsExplained, nearest } from "./slots.js";
import { eventTypeRef, namesEventType, start, timeZone, whichEventType } from "./wire.js";

const dayMs = 86_400_000;

const Output = z.object({
  offered: z.boolean(),
  reasons: z.array(z.object({ rule: z.string(), meaning: z.string(), start: z.string(), end: z.string() })),
  nearest: z.array(z.string()),
  note: z.string().optional(),
});

export const whyNotOffered = tool({
  name: "why_not_offered",
  title: "Explain why a time is not offered",
  description: "Whether a start is offered, which rules stand against it, and the nearest starts that are offered.",
  input: z
    .strictObject({
      ...eventTypeRef,
      start,
      timeZone: timeZone.default("UTC"),
      lengthMinutes: z.int().positive().optional(),
    })
    .refine(namesEventType, whichEventType),
  output: Output,
  annotations: reads,
  uses: ["getSlots"],
  run: async (api, { start, timeZone: zone, ...input }) => {
    const at = Date.parse(start);
    const around = { ...input, zone, from: at - 2 * dayMs, to: at + 5 * dayMs };
    const { slots, explanation } = await loadSlotsExplained(api, around);
    const offered = slots.some(({ startsAt }) => startsAt === at);
    const length = input.lengthMinutes ?? lengthOf(slots);
    return {
      offered,
      reasons: offered ? [] : reasonsAt(explanation, at, at + length * 60_000, zone),
      nearest: nearest(slots, at, 5).map((slot) => slot.start),
      ...(!(offered || explanation) && { note: "This server does not tell reasons; take one of the nearest times." }),
    };
  },
});

const lengthOf = (slots: readonly { startsAt: number; endsAt: number }[]): number =>
  slots[0] && slots[0].endsAt > slots[0].startsAt ? (slots[0].endsAt - slots[0].startsAt) / 60_000 : 30;

function reasonsAt(explanation: ApiAnswer["explanation"], from: number, to: number, zone: string) {
  const removed = (explanation?.hosts ?? []).flatMap((host) => host.removed);
  return removed
    .filter((range) => Date.parse(range.start) < to && Date.parse(range.end) > from)
    .map(({ rule, start, end }) => ({
      rule,
      meaning: meanings[rule] ?? "this time is taken out",
      start: inZone(start, zone),
      end: inZone(end, zone),
    }));
}

const meanings: Record<string, string> = {
  schedule: "outside the host's working hours",
  override: "the host has other hours on this date",
  "out-of-office": "the host is out of office",
  booking: "the host has another booking",
  buffer: "too close to another booking",
  hold: "somebody else holds this time for a few minutes",
  calendar: "the host's calendar is busy",
  limit: "the event type's limit for this period is reached",
  notice: "too soon: the event type asks for more notice",
  window: "outside the event type's booking window",
  grid: "open, but starts are offered at other minutes",
  busy: "the host is not free",
};
