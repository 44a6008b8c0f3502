import type { Context } from "../../context.js";
import {
  type Admission,
  type AdmitOptions,
  admit,
  nearestSlots,
  type SlotFacts,
  type SlotQuery,
} from "../../core/slots/index.js";
import { dayMs, formatUtc, type Instant } from "../../core/time/index.js";
import { notFound, Refusal } from "../../errors.js";
import { lockHosts } from "../../store/sql.js";
import type { Tx } from "../../store/store.js";
import { loadFacts } from "../availability/index.js";
import { refusalOf } from "./rules/admission.js";

export type Admitted = Extract<Admission, { kind: "free" }>;

/** Which time is wanted, by whom: the zone is the booker's. */
export interface TimeWanted {
  eventTypeId: number;
  hostId: number;
  from: Instant;
  to: Instant;
  zone: string;
  now: Instant;
  rescheduleUid?: string;
  /** A hold of the caller's own, which does not stand in his way. */
  holdUid?: string;
}

/**
 * Takes the lock on the host and then reads what decides about the time. The statements are sent together; the store runs
 * them in order, so what is read is what the lock protects.
 */
export async function lockAndLoad(tx: Tx, wanted: TimeWanted): Promise<SlotFacts> {
  const { eventTypeId, hostId, from, to, now, holdUid } = wanted;
  const [, loaded] = await Promise.all([
    lockHosts(tx, [hostId]),
    loadFacts(tx, { eventTypeId }, { from, to, now }, { exceptHoldUid: holdUid }),
  ]);
  if (!loaded) throw notFound(`Event type with id ${eventTypeId} not found.`);
  return loaded.facts;
}

/** Whether exactly this time may be taken, by the function that also lists the slots; refuses with the reason if not. */
export function admitTime(facts: SlotFacts, wanted: TimeWanted, options: AdmitOptions): Admitted {
  const admission = admit(facts, queryOf(wanted), wanted, options);
  if (admission.kind === "refused") throw refusalOf(admission);
  return admission;
}

const queryOf = ({ from, to, zone, now, rescheduleUid }: TimeWanted): SlotQuery => {
  return { from, to, zone, now, durationMinutes: null, rescheduleUid: rescheduleUid ?? null };
};

const mostAlternatives = 5;

/**
 * Runs a booking; if its time is refused, adds the nearest starts that can be booked instead. They are looked up after the
 * transaction, so that a refusal holds no lock for the sake of advice.
 */
export async function withAlternatives<T>(ctx: Context, wanted: TimeWanted, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.details?.rule === undefined) throw error;
    const alternatives = await alternativesTo(ctx, wanted);
    throw new Refusal(error.kind, error.message, { details: { ...error.details, alternatives } });
  }
}

async function alternativesTo(ctx: Context, wanted: TimeWanted): Promise<string[]> {
  const { eventTypeId, from, to, now, holdUid } = wanted;
  const around = { from: Math.max(now, from - 7 * dayMs), to: Math.max(now, to) + 14 * dayMs };
  const loaded = await loadFacts(ctx.store.db, { eventTypeId }, { ...around, now }, { exceptHoldUid: holdUid });
  if (!loaded) return [];
  const slots = nearestSlots(loaded.facts, { ...queryOf(wanted), ...around }, from, mostAlternatives);
  return slots
    .map(({ startsAt }) => startsAt)
    .sort((a, b) => a - b)
    .map(formatUtc);
}
