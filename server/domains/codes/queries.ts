import { sql } from "kysely";
import type { Instant } from "../../core/time/index.js";
import { at } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import type { CodeName, FreshCode, RightCode } from "./code.js";

export interface Issue {
  now: Instant;
  expiresAt: Instant;
  tries: number;
  /** How many codes may be issued until then. */
  most: number;
  windowEndsAt: Instant;
}

/**
 * Puts a code in the place of the one before it; false if too many were issued lately. Also sweeps some of what is over, in
 * the same statement.
 */
export async function saveCode(tx: Tx, name: CodeName, code: FreshCode, issue: Issue): Promise<boolean> {
  const { purpose, userId, address } = name;
  const [now, windowEndsAt] = [at(issue.now), at(issue.windowEndsAt)];
  const { rows } = await sql`
    with over as (
      select id from verification_codes
      where window_ends_at <= ${now} and expires_at <= ${now}
        and (purpose, coalesce(user_id, 0), address) is distinct from (${purpose}::text, ${userId ?? 0}::int, ${address}::text)
      limit 100 for update skip locked
    ), swept as (delete from verification_codes where id in (select id from over))
    insert into verification_codes as c (purpose, user_id, address, salt, hash, tries_left, expires_at, window_ends_at)
    values (${purpose}, ${userId}, ${address}, ${code.salt}, ${code.hash}, ${issue.tries}, ${at(issue.expiresAt)},
      ${windowEndsAt})
    on conflict (purpose, coalesce(user_id, 0), address) do update set
      salt = excluded.salt, hash = excluded.hash, tries_left = excluded.tries_left, expires_at = excluded.expires_at,
      issued = case when c.window_ends_at <= ${now} then 1 else c.issued + 1 end,
      window_ends_at = case when c.window_ends_at <= ${now} then excluded.window_ends_at else c.window_ends_at end
    where c.window_ends_at <= ${now} or c.issued < ${issue.most}
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** Takes one of the tries of the live code of this name, and shows what it is to be compared with. */
export async function takeTry(
  db: Db,
  { purpose, userId, address }: CodeName,
  now: Instant,
): Promise<(RightCode & { salt: string }) | null> {
  const row = await db
    .updateTable("verification_codes")
    .set({ tries_left: sql`tries_left - 1` })
    .where("purpose", "=", purpose)
    .where(sql`coalesce(user_id, 0)`, "=", userId ?? 0)
    .where("address", "=", address)
    .where("tries_left", ">", 0)
    .where("expires_at", ">", at(now))
    .returning(["id", "salt", "hash"])
    .executeTakeFirst();
  return row ?? null;
}

/** Gives a try back to a code, unless it was spent or replaced meanwhile. */
export async function returnTry(db: Db, { id, hash }: RightCode): Promise<void> {
  await db
    .updateTable("verification_codes")
    .set({ tries_left: sql`tries_left + 1` })
    .where("id", "=", id)
    .where("hash", "=", hash)
    .execute();
}

/** Removes a code; false if it was spent or replaced meanwhile. */
export async function deleteCode(tx: Tx, { id, hash }: RightCode): Promise<boolean> {
  const result = await tx
    .deleteFrom("verification_codes")
    .where("id", "=", id)
    .where("hash", "=", hash)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
