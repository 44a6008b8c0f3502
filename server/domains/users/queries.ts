import { type RawBuilder, sql } from "kysely";
import type { Instant } from "../../core/time/index.js";
import { gathered } from "../../store/gathered.js";
import { prepared } from "../../store/prepared.js";
import { at, jsonb } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import type { NewUser } from "./create.js";
import type { User } from "./user.js";

const columns = [
  "users.id",
  "username",
  "email",
  "name",
  "avatar_url as avatarUrl",
  "bio",
  "time_zone as timeZone",
  "week_start as weekStart",
  "time_format as timeFormat",
  "locale",
  "metadata",
  "default_schedule_id as defaultScheduleId",
  "is_operator as isOperator",
] as const;

export interface KeyedUser {
  user: User;
  apiKeyId: number;
  hash: string;
  expiresAt: Instant | null;
  revision: string | null;
}

const byKeys = prepared((db, { hashes }: { hashes: RawBuilder<string[]> }) =>
  db
    .selectFrom("api_keys")
    .innerJoin("users", "users.id", "api_keys.user_id")
    .leftJoin("user_revisions", "user_revisions.user_id", "users.id")
    .select([...columns, "api_keys.id as apiKeyId", "api_keys.hash", "api_keys.expires_at as expiresAt", "revision"])
    .where(sql<boolean>`api_keys.hash = any(${hashes}::text[])`),
);

const byKey = gathered(
  (db, hashes: string[]) => byKeys(db, { hashes }),
  ({ hash }) => hash,
);

/** The owner of an API key, in one statement: every authenticated request pays for this one. */
export async function findKeyedUser(db: Db, hash: string): Promise<KeyedUser | null> {
  const row = await byKey(db, hash);
  if (!row) return null;
  const { apiKeyId, hash: stored, expiresAt, revision, ...user } = row;
  return { user, apiKeyId, hash: stored, expiresAt, revision };
}

export async function findUser(db: Db, id: number): Promise<User | null> {
  return (await db.selectFrom("users").select(columns).where("id", "=", id).executeTakeFirst()) ?? null;
}

/** Which of the wanted names are taken: `wanted` itself and `wanted-2`, `wanted-3` … */
export async function findUsernamesLike(tx: Tx, wanted: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("users")
    .select("username")
    .where((eb) =>
      eb.or([eb("username", "=", wanted), eb("username", "like", `${wanted.replace(/[\\%_]/g, "\\$&")}-%`)]),
    )
    .execute();
  return rows.map((row) => row.username);
}

export async function insertUser(tx: Tx, user: NewUser & { username: string }, isOperator: boolean): Promise<User> {
  return tx
    .insertInto("users")
    .values({
      username: user.username,
      email: user.email,
      name: user.name,
      avatar_url: user.avatarUrl ?? null,
      bio: user.bio ?? null,
      time_zone: user.timeZone,
      week_start: user.weekStart ?? "Sunday",
      time_format: user.timeFormat ?? 12,
      locale: user.locale ?? null,
      metadata: jsonb(user.metadata ?? {}),
      is_operator: isOperator,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export interface UserChanges {
  email?: string;
  /** The address to come; null where none is waited for any more. */
  pendingEmail?: string | null;
  name?: string;
  avatarUrl?: string;
  bio?: string;
  timeZone?: string;
  weekStart?: string;
  timeFormat?: number;
  locale?: string;
  metadata?: Record<string, unknown>;
  defaultScheduleId?: number | null;
}

/** Changes the given columns only. */
export async function updateUser(tx: Tx, id: number, changes: UserChanges): Promise<User> {
  return tx
    .updateTable("users")
    .set({
      // A statement needs one assignment even when nothing is to change.
      id: sql`id`,
      email: changes.email,
      pending_email: changes.pendingEmail,
      name: changes.name,
      avatar_url: changes.avatarUrl,
      bio: changes.bio,
      time_zone: changes.timeZone,
      week_start: changes.weekStart,
      time_format: changes.timeFormat,
      locale: changes.locale,
      metadata: changes.metadata && jsonb(changes.metadata),
      default_schedule_id: changes.defaultScheduleId,
    })
    .where("id", "=", id)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** Gives an account the address that it waits for, now that it is verified; any other address changes nothing. */
export async function confirmPendingEmail(tx: Tx, id: number, email: string): Promise<void> {
  await tx
    .updateTable("users")
    .set({ email, pending_email: null })
    .where("id", "=", id)
    .where(sql<string>`lower(pending_email)`, "=", email.toLowerCase())
    .execute();
}

/** Whether somebody else has an address, in whatever case it is written. */
export async function isTakenEmail(db: Db, email: string, exceptId: number): Promise<boolean> {
  const row = await db
    .selectFrom("users")
    .select("id")
    .where(sql<string>`lower(email)`, "=", email.toLowerCase())
    .where("id", "!=", exceptId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertApiKey(
  tx: Tx,
  key: { userId: number; hash: string; expiresAt: Instant | null; note: string | null },
): Promise<void> {
  await tx
    .insertInto("api_keys")
    .values({
      user_id: key.userId,
      hash: key.hash,
      note: key.note,
      expires_at: key.expiresAt === null ? null : at(key.expiresAt),
    })
    .execute();
}

/** Gives a key a new text and expiry; false if another refresh was faster or the key is gone. */
export async function renewApiKey(
  tx: Tx,
  key: { id: number; oldHash: string; hash: string; expiresAt: Instant | null },
): Promise<boolean> {
  const result = await tx
    .updateTable("api_keys")
    .set({ hash: key.hash, expires_at: key.expiresAt === null ? null : at(key.expiresAt) })
    .where("id", "=", key.id)
    .where("hash", "=", key.oldHash)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The operator account, if one was ever made. */
export async function findOperator(db: Db): Promise<User | null> {
  return (
    (await db.selectFrom("users").select(columns).where("is_operator", "=", true).orderBy("id").executeTakeFirst()) ??
    null
  );
}

export async function deleteApiKeys(tx: Tx, userId: number, note: string): Promise<void> {
  await tx.deleteFrom("api_keys").where("user_id", "=", userId).where("note", "=", note).execute();
}

export async function hasApiKey(db: Db, userId: number, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom("api_keys")
    .select("id")
    .where("user_id", "=", userId)
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row !== undefined;
}
