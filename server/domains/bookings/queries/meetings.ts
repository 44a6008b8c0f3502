import { sql } from "kysely";
import type { Instant } from "../../../core/time/index.js";
import { jsonb } from "../../../store/sql.js";
import type { Tx } from "../../../store/store.js";
import { noteJobs } from "../../../store/transaction.js";

/** When something about a booking is to be looked at. */
export interface Moment {
  kind: "booking.start" | "booking.end";
  bookingUid: string;
  at: Instant;
}

/** Plans looks at bookings, each once. */
export async function insertMoments(tx: Tx, moments: readonly Moment[]): Promise<void> {
  if (moments.length === 0) return;
  await sql`
    insert into jobs (kind, payload, run_at, key)
    select kind, jsonb_build_object('bookingUid', "bookingUid", 'at', at), to_timestamp(at / 1000.0), kind || ' ' || "bookingUid"
    from jsonb_to_recordset(${jsonb(moments)}) as moment(kind text, "bookingUid" text, at bigint)
    on conflict (key) where key is not null do nothing`.execute(tx);
  noteJobs(tx);
}

/** Forgets what was planned for bookings that no longer take place. */
export async function deleteMoments(tx: Tx, bookingUids: readonly string[]): Promise<void> {
  if (bookingUids.length === 0) return;
  const keys = bookingUids.flatMap((uid) => [`booking.start ${uid}`, `booking.end ${uid}`]);
  await sql`delete from jobs where key = any(${keys}::text[])`.execute(tx);
}

/** Takes a job out of its queue together with what the transaction writes; false if that was done before. */
export async function spendJob(tx: Tx, id: number): Promise<boolean> {
  const result = await tx.deleteFrom("jobs").where("id", "=", id).executeTakeFirst();
  return result.numDeletedRows > 0n;
}
