import { hashApiKey, newApiKey } from "../../ids.js";
import { lockName } from "../../store/sql.js";
import type { Store, Tx } from "../../store/store.js";
import { insertEventType, plannedEventType } from "../event-types/index.js";
import { deleteApiKeys, findOperator, hasApiKey, insertApiKey, type User } from "../users/index.js";
import { insertAccount } from "./create-user.js";

/** What the very first start made; nothing at later ones. */
export interface FirstStart {
  /** The operator's key, unless it was configured. */
  newKey: string | null;
  sampleEventTypeId: number;
}

/**
 * The operator's account: made at the first start, with a key of its own or the configured one, and a sample event type to
 * try. A configured key that changed replaces the old one.
 */
export async function ensureOperator(
  store: Store,
  configuredKey: string | undefined,
  timeZone: string,
): Promise<FirstStart | null> {
  return store.transaction(async (tx) => {
    await lockName(tx, "operator");
    const operator = await findOperator(tx);
    if (!operator) return makeOperator(tx, configuredKey, timeZone);
    if (configuredKey) await replaceKey(tx, operator, configuredKey);
    return null;
  });
}

async function makeOperator(tx: Tx, configuredKey: string | undefined, timeZone: string): Promise<FirstStart> {
  const key = configuredKey ?? newApiKey();
  const account = { email: "operator@localhost", name: "Operator", username: "operator", timeZone };
  const { id } = await insertAccount(tx, account, key, true);
  const sample = plannedEventType({ title: "30 Minute Meeting", slug: "30-minute-meeting", lengthMinutes: 30 });
  const { id: sampleEventTypeId } = await insertEventType(tx, id, sample);
  return { newKey: configuredKey ? null : key, sampleEventTypeId };
}

async function replaceKey(tx: Tx, { id }: User, key: string): Promise<void> {
  if (await hasApiKey(tx, id, hashApiKey(key))) return;
  await deleteApiKeys(tx, id, "operator");
  await insertApiKey(tx, { userId: id, hash: hashApiKey(key), expiresAt: null, note: "operator" });
}
