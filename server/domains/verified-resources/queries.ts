import { sql } from "kysely";
import type { Instant } from "../../core/time/index.js";
import { at } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import type { VerifiedEmail, VerifiedPhone } from "./resource.js";

interface Page {
  take: number;
  skip: number;
}

const emailColumns = ["id", "user_id as userId", "email"] as const;
const phoneColumns = ["id", "user_id as userId", "phone_number as phoneNumber"] as const;

const lowerEmail = sql<string>`lower(email)`;

/** Adds an address; one that was there already stays as it was written first. */
export async function saveVerifiedEmail(tx: Tx, userId: number, email: string, now: Instant): Promise<VerifiedEmail> {
  return tx
    .insertInto("verified_emails")
    .values({ user_id: userId, email, created_at: at(now) })
    .onConflict((once) => once.expression(sql`user_id, lower(email)`).doUpdateSet({ user_id: userId }))
    .returning(emailColumns)
    .executeTakeFirstOrThrow();
}

export async function saveVerifiedPhone(tx: Tx, userId: number, number: string, now: Instant): Promise<VerifiedPhone> {
  return tx
    .insertInto("verified_phones")
    .values({ user_id: userId, phone_number: number, created_at: at(now) })
    .onConflict((once) => once.constraint("verified_phones_once").doUpdateSet({ phone_number: number }))
    .returning(phoneColumns)
    .executeTakeFirstOrThrow();
}

export async function listVerifiedEmails(db: Db, userId: number, page: Page): Promise<VerifiedEmail[]> {
  return emailsOf(db, userId).orderBy("id").limit(page.take).offset(page.skip).execute();
}

export async function listVerifiedPhones(db: Db, userId: number, page: Page): Promise<VerifiedPhone[]> {
  return phonesOf(db, userId).orderBy("id").limit(page.take).offset(page.skip).execute();
}

export async function findVerifiedEmail(db: Db, userId: number, id: number): Promise<VerifiedEmail | null> {
  return (await emailsOf(db, userId).where("id", "=", id).executeTakeFirst()) ?? null;
}

export async function findVerifiedPhone(db: Db, userId: number, id: number): Promise<VerifiedPhone | null> {
  return (await phonesOf(db, userId).where("id", "=", id).executeTakeFirst()) ?? null;
}

/** Whether a user has verified an address, in whatever case it is written. */
export async function hasVerifiedEmail(db: Db, userId: number, email: string): Promise<boolean> {
  const row = await emailsOf(db, userId).where(lowerEmail, "=", email.toLowerCase()).executeTakeFirst();
  return row !== undefined;
}

const emailsOf = (db: Db, userId: number) =>
  db.selectFrom("verified_emails").select(emailColumns).where("user_id", "=", userId);

const phonesOf = (db: Db, userId: number) =>
  db.selectFrom("verified_phones").select(phoneColumns).where("user_id", "=", userId);
