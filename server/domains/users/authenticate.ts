import { timingSafeEqual } from "node:crypto";
import type { ActingUser, Context } from "../../context.js";
import { dayMs } from "../../core/time/index.js";
import { hashApiKey } from "../../ids.js";
import { findKeyedUser } from "./queries.js";

export interface FoundKey {
  user: ActingUser;
  apiKeyId: number;
  apiKeyHash: string;
  revision: string | null;
  isExpired: boolean;
}

/**
 * The owner of an API key, or null for an unknown one. The look-up goes by the hash of the text, so its timing tells nothing
 * about the text.
 */
export async function findUserByApiKey(ctx: Pick<Context, "store" | "now">, key: string): Promise<FoundKey | null> {
  const hash = hashApiKey(key);
  const found = await findKeyedUser(ctx.store.db, hash);
  if (!found || !timingSafeEqual(Buffer.from(found.hash), Buffer.from(hash))) return null;
  const { user, apiKeyId, revision, expiresAt } = found;
  // A key works through the whole UTC day of its expiry.
  const isExpired = expiresAt !== null && Math.floor(ctx.now() / dayMs) > Math.floor(expiresAt / dayMs);
  return { user, apiKeyId, apiKeyHash: hash, revision, isExpired };
}
