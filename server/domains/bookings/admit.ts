import type { Context } from "../../context.js";
import {
  type Admission,
  type AdmitOptions,
  admit,
  nearestSlots,
  type SlotFacts,
  type SlotQuery,
} from "../../core/slots/index.js";
import { dayMs, formatUtc, type Instant, minuteMs } from "../../core/time/index.js";
import { notFound, Refusal } from "../../errors.js";
import { lockHosts } from "../../store/sql.js";
import type { Tx } from "../../store/store.js";
import { loadFacts } from "../availability/index.js";
import type { BookableEventType } from "../event-types/index.js";
import type { NewBooking } from "./contract.js";
import { refusalOf } from "./rules/admission.js";
import { afterBooking, atAnyHour } from "./rules/occurrences.js";

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

/** The time that a request is for, and who asks. */
export function timeWanted(ctx: Context, { eventType, owner }: BookableEventType, input: NewBooking): TimeWanted {
  const lengthMinutes = input.lengthInMinutes ?? eventType.lengthMinutes;
  return {
    eventTypeId: eventType.id,
    hostId: owner.id,
    from: input.start,
    to: input.endsAt ?? input.start + lengthMinutes * minuteMs,
    zone: input.attendee.timeZone,
    now: ctx.now(),
    holdUid: input.reservationUid,
  };
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

/**
 * Whether all occurrences of a series may be taken: the first like any booking, each later one if nothing else of the host's
 * is in its way, whatever his hours, notice and booking window say of a day so far ahead. Refuses the first that may not.
 */
export function admitSeries(facts: SlotFacts, [first, ...later]: readonly TimeWanted[], options: AdmitOptions): void {
  if (!first) return;
  admitTime(facts, first, options);
  later.reduce(
    (known, time) => {
      named(time, () => admitTime(known, time, { ...options, allowBookingOutOfBounds: true }));
      return afterBooking(known, time);
    },
    atAnyHour(afterBooking(facts, first)),
  );
}

/** A refusal of a later occurrence tells which one; other times for the first would not help. */
function named({ from }: TimeWanted, check: () => unknown): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const occurrence = formatUtc(from);
    const details = { ...error.details, occurrence };
    throw new Refusal(error.kind, `${error.message} (the occurrence at ${occurrence})`, { details });
  }
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
    if (!(error instanceof Refusal) || error.details?.rule === undefined || error.details.occurrence) throw error;
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
