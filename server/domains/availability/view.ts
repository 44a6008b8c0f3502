import type { Context } from "../../context.js";
import type { Slot } from "../../core/slots/index.js";
import { formatInZone, formatUtc, type Instant, knownZone } from "../../core/time/index.js";
import { Refusal } from "../../errors.js";
import { type WrittenJson, writtenJson } from "../../wire.js";
import { type Explained, explanationView } from "./explain.js";

/** Slots, and how they were asked to be written. */
export interface SlotsAnswer {
  slots: readonly Slot[];
  zone: string | null;
  isRange: boolean;
  explained?: Explained;
}

/** The `data` of `GET /v2/slots`. */
export const slotsView = (answer: SlotsAnswer) => slotsByDate(answer, answer.isRange ? writeRange : writeStart);

/** The same as JSON text, where there is nothing to tell of a slot but its start: a month of them is written three times as fast. */
export function slotsJson(answer: SlotsAnswer): ReturnType<typeof slotsView> | WrittenJson {
  if (answer.isRange || answer.slots[0]?.seats) return slotsView(answer);
  const time = writerFor(answer.zone);
  let text = "";
  let date = "no date yet";
  for (const { startsAt } of answer.slots) {
    const start = time(startsAt);
    if (start.startsWith(date)) text += `,{"start":"${start}"}`;
    else {
      text += `${text && "],"}"${start.slice(0, 10)}":[{"start":"${start}"}`;
      date = start.slice(0, 10);
    }
  }
  return writtenJson(text ? `{${text}]}` : "{}");
}

const writeStart = ({ seats }: Slot, start: string) => (seats ? { start, ...seatsView(seats) } : { start });

function writeRange({ endsAt, seats }: Slot, start: string, time: WriteInstant) {
  return seats ? { start, end: time(endsAt), ...seatsView(seats) } : { start, end: time(endsAt) };
}

const seatsView = ({ booked, remaining, total, bookingUid }: NonNullable<Slot["seats"]>) => ({
  seatsBooked: booked,
  seatsRemaining: remaining,
  seatsTotal: total,
  ...(bookingUid !== null && { bookingUid }),
});

export type WriteInstant = (instant: Instant) => string;

/** Beside the `data`, if it was asked for: why the rest is not offered. */
export const besideSlots = ({ explained }: SlotsAnswer, { actor }: Context) =>
  explained ? { explanation: explanationView(explained, actor.kind === "user" ? actor.user.id : null) } : {};

/** Each query's own answer, as if it had come alone. */
export const bulkView = (answers: readonly (SlotsAnswer | Refusal)[], ctx: Context) =>
  answers.map((answer) =>
    answer instanceof Refusal
      ? { status: "error", error: { code: answer.code ?? answer.kind, message: answer.message } }
      : { status: "success", data: slotsView(answer), ...besideSlots(answer, ctx) },
  );

/** Slots come in order, and the text of an instant begins with its local date. */
export function slotsByDate<T>(
  { slots, zone }: SlotsAnswer,
  write: (slot: Slot, start: string, time: WriteInstant) => T,
): Record<string, T[]> {
  const time = writerFor(zone);
  const dates: Record<string, T[]> = {};
  let date = "no date yet";
  let ofDate: T[] = [];
  for (const slot of slots) {
    const start = time(slot.startsAt);
    if (!start.startsWith(date)) {
      date = start.slice(0, 10);
      ofDate = [];
      dates[date] = ofDate;
    }
    ofDate.push(write(slot, start, time));
  }
  return dates;
}

function writerFor(name: string | null): WriteInstant {
  if (name === null) return formatUtc;
  const zone = knownZone(name);
  return (instant) => formatInZone(zone, instant);
}
