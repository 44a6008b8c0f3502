import type { Instant } from "../../core/time/index.js";
import { at } from "../../store/sql.js";
import type { Db, Tx } from "../../store/store.js";
import type { LinkLimit, PrivateLink } from "./private-link.js";

const columns = [
  "link_id as linkId",
  "event_type_id as eventTypeId",
  "expires_at as expiresAt",
  "max_usage_count as maxUseCount",
  "usage_count as useCount",
] as const;

export interface LinkName {
  eventTypeId: number;
  linkId: string;
}

export async function countLinks(db: Db, eventTypeId: number): Promise<number> {
  const { count } = await db
    .selectFrom("private_links")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("event_type_id", "=", eventTypeId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertLink(tx: Tx, link: PrivateLink, now: Instant): Promise<void> {
  await tx
    .insertInto("private_links")
    .values({
      link_id: link.linkId,
      event_type_id: link.eventTypeId,
      ...limitColumns(link.limit),
      usage_count: link.useCount,
      created_at: at(now),
    })
    .execute();
}

/** The links of an event type in the order in which they were made. */
export async function listLinks(db: Db, eventTypeId: number): Promise<PrivateLink[]> {
  const rows = await db
    .selectFrom("private_links")
    .select(columns)
    .where("event_type_id", "=", eventTypeId)
    .orderBy("id")
    .execute();
  return rows.map(linkOf);
}

export async function findLink(db: Db, { eventTypeId, linkId }: LinkName): Promise<PrivateLink | null> {
  const row = await db
    .selectFrom("private_links")
    .select(columns)
    .where("event_type_id", "=", eventTypeId)
    .where("link_id", "=", linkId)
    .executeTakeFirst();
  return row ? linkOf(row) : null;
}

/** The event type that a link opens, whether or not it is over. */
export async function findLinkedId(db: Db, linkId: string): Promise<number | null> {
  const row = await db
    .selectFrom("private_links")
    .select("event_type_id as id")
    .where("link_id", "=", linkId)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Counts one use of a link, unless it is over; of uses at once each finds the count that the one before it left. */
export async function countUse(tx: Tx, { eventTypeId, linkId }: LinkName, now: Instant): Promise<boolean> {
  const result = await tx
    .updateTable("private_links")
    .set((eb) => ({ usage_count: eb("usage_count", "+", 1) }))
    .where("event_type_id", "=", eventTypeId)
    .where("link_id", "=", linkId)
    .where((eb) => eb.or([eb("expires_at", ">", at(now)), eb("usage_count", "<", eb.ref("max_usage_count"))]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Gives a link another end; null if there is no such link. */
export async function updateLink(
  db: Db,
  { eventTypeId, linkId }: LinkName,
  limit: LinkLimit,
): Promise<PrivateLink | null> {
  const row = await db
    .updateTable("private_links")
    .set(limitColumns(limit))
    .where("event_type_id", "=", eventTypeId)
    .where("link_id", "=", linkId)
    .returning(columns)
    .executeTakeFirst();
  return row ? linkOf(row) : null;
}

/** Removes a link and tells whether there was one. */
export async function deleteLink(db: Db, { eventTypeId, linkId }: LinkName): Promise<boolean> {
  const result = await db
    .deleteFrom("private_links")
    .where("event_type_id", "=", eventTypeId)
    .where("link_id", "=", linkId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

const limitColumns = (limit: LinkLimit) =>
  limit.kind === "time"
    ? { expires_at: at(limit.expiresAt), max_usage_count: null }
    : { expires_at: null, max_usage_count: limit.maxUseCount };

interface Row {
  linkId: string;
  eventTypeId: number;
  expiresAt: Instant | null;
  maxUseCount: number | null;
  useCount: number;
}

/** The table's check lets exactly one of the two ends be set. */
const linkOf = ({ linkId, eventTypeId, expiresAt, maxUseCount, useCount }: Row): PrivateLink => ({
  linkId,
  eventTypeId,
  useCount,
  limit: expiresAt === null ? { kind: "uses", maxUseCount: maxUseCount ?? 0 } : { kind: "time", expiresAt },
});
