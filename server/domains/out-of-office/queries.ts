import { sql } from "kysely";
import type { Instant } from "../../core/time/index.js";
import { at } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import type { Absence, AbsencePage } from "./absence.js";

const columns = [
  "id",
  "uuid",
  "user_id as userId",
  "to_user_id as toUserId",
  "start_date as startDate",
  "end_date as endDate",
  "reason",
  "notes",
  "created_at as createdAt",
  "updated_at as updatedAt",
] as const;

export async function listAbsences(db: Db, userId: number, page: AbsencePage): Promise<Absence[]> {
  let query = db.selectFrom("out_of_office").select(columns).where("user_id", "=", userId);
  if (page.sortStart) query = query.orderBy("start_date", page.sortStart);
  if (page.sortEnd) query = query.orderBy("end_date", page.sortEnd);
  return query.orderBy("id").limit(page.take).offset(page.skip).execute();
}

/** One entry, held until the transaction ends, or null. */
export async function lockAbsence(tx: Tx, id: number): Promise<Absence | null> {
  const row = await tx.selectFrom("out_of_office").select(columns).where("id", "=", id).forUpdate().executeTakeFirst();
  return row ?? null;
}

export async function countAbsences(tx: Tx, userId: number): Promise<number> {
  const { count } = await tx
    .selectFrom("out_of_office")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export type NewAbsence = Omit<Absence, "id" | "createdAt" | "updatedAt">;

export async function insertAbsence(tx: Tx, absence: NewAbsence, now: Instant): Promise<Absence> {
  return tx
    .insertInto("out_of_office")
    .values({ ...row(absence), uuid: absence.uuid, user_id: absence.userId, created_at: at(now), updated_at: at(now) })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export async function updateAbsence(tx: Tx, absence: Absence, now: Instant): Promise<Absence> {
  return tx
    .updateTable("out_of_office")
    .set({ ...row(absence), updated_at: at(now) })
    .where("id", "=", absence.id)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

const row = (absence: Pick<Absence, "toUserId" | "startDate" | "endDate" | "reason" | "notes">) => ({
  to_user_id: absence.toUserId,
  start_date: sql<string>`${absence.startDate}::date`,
  end_date: sql<string>`${absence.endDate}::date`,
  reason: absence.reason,
  notes: absence.notes,
});

export async function deleteAbsence(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom("out_of_office").where("id", "=", id).execute();
}
