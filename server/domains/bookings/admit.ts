import { type Admission, type AdmitOptions, admit, type SlotFacts } from "../../core/slots/index.js";
import type { Instant } from "../../core/time/index.js";
import { notFound } from "../../errors.js";
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
}

/**
 * Takes the lock on the host and then reads what decides about the time. The statements are sent together; the store runs
 * them in order, so what is read is what the lock protects. Holds of other people do not stand in the way of a booking.
 */
export async function lockAndLoad(tx: Tx, wanted: TimeWanted): Promise<SlotFacts> {
  const { eventTypeId, hostId, from, to, now } = wanted;
  const [, loaded] = await Promise.all([
    lockHosts(tx, [hostId]),
    loadFacts(tx, { eventTypeId }, { from, to, now }, { withoutHolds: true }),
  ]);
  if (!loaded) throw notFound(`Event type with id ${eventTypeId} not found.`);
  return loaded.facts;
}

/** Whether exactly this time may be taken, by the function that also lists the slots; refuses with the reason if not. */
export function admitTime(facts: SlotFacts, wanted: TimeWanted, options: AdmitOptions): Admitted {
  const { from, to, zone, now, rescheduleUid = null } = wanted;
  const query = { from, to, zone, now, durationMinutes: null, rescheduleUid };
  const admission = admit(facts, query, { from, to }, options);
  if (admission.kind === "refused") throw refusalOf(admission, []);
  return admission;
}
