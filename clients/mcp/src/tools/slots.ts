import { ApiError } from "@kalends/sdk";
import { type Api, type ApiAnswer, recordOf } from "../api.js";
import { inZone } from "../zone.js";
import { type EventTypeRef, listOf, refOf, textOf, versions } from "./wire.js";

export interface SlotQuery extends EventTypeRef {
  from: number;
  to: number;
  zone: string;
  lengthMinutes?: number;
  bookingUid?: string;
}

export interface Slot {
  /** On the clock of the zone asked for. */
  start: string;
  startsAt: number;
  endsAt: number;
  seatsRemaining?: number;
}

export interface Offer {
  slots: Slot[];
  explanation: ApiAnswer["explanation"];
}

/** The slots of a range; with `explains` also why the rest is missing, where the server can tell. */
export async function loadSlots(api: Api, query: SlotQuery, explains = false): Promise<Offer> {
  const { data, explanation } = await api({
    method: "GET",
    path: "/slots",
    version: versions.slots,
    query: {
      ...refOf(query),
      start: new Date(query.from).toISOString(),
      end: new Date(query.to).toISOString(),
      timeZone: query.zone,
      duration: query.lengthMinutes,
      bookingUidToReschedule: query.bookingUid,
      format: "range",
      ...(explains && { explain: true }),
    },
  });
  const slots = Object.values(recordOf(data)).flatMap((day) => listOf(day).map((slot) => slotOf(slot, query.zone)));
  // An end at midnight means the whole day after it to the server; here a range ends where it ends.
  return { slots: slots.filter(({ startsAt }) => startsAt >= query.from && startsAt < query.to), explanation };
}

/** Reasons are Kalends' own: a server that does not know the parameter is asked again without it. */
export async function loadSlotsExplained(api: Api, query: SlotQuery): Promise<Offer> {
  try {
    return await loadSlots(api, query, true);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 400) throw error;
    return await loadSlots(api, query);
  }
}

function slotOf(slot: unknown, zone: string): Slot {
  const startsAt = Date.parse(textOf(slot, "start") ?? "");
  const { seatsRemaining } = recordOf(slot);
  return {
    start: inZone(startsAt, zone),
    startsAt,
    endsAt: Date.parse(textOf(slot, "end") ?? "") || startsAt,
    ...(typeof seatsRemaining === "number" && { seatsRemaining }),
  };
}

/** The slots nearest to an instant, in order of time. */
export const nearest = (slots: readonly Slot[], instant: number, most: number): Slot[] =>
  [...slots]
    .sort((a, b) => Math.abs(a.startsAt - instant) - Math.abs(b.startsAt - instant))
    .slice(0, most)
    .sort((a, b) => a.startsAt - b.startsAt);
