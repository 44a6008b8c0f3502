import type { Context } from "../../context.js";
import { dayMs, type Instant } from "../../core/time/index.js";
import { invalid, unauthenticated } from "../../errors.js";
import { hashApiKey, newApiKey } from "../../ids.js";
import type { RefreshApiKeyInput } from "./contract.js";
import { renewApiKey } from "./queries.js";

/** Replaces the caller's key by a new one in one step; of two refreshes at once only one succeeds. */
export async function refreshApiKey(ctx: Context, input: RefreshApiKeyInput): Promise<string> {
  if (ctx.actor.kind !== "user") throw unauthenticated("An API key is required.");
  const id = ctx.actor.apiKeyId;
  const key = newApiKey();
  const expiresAt = expiryOf(input, ctx.now());
  const oldHash = ctx.actor.apiKeyHash;
  const isDone = await ctx.store.transaction((tx) =>
    renewApiKey(tx, { id, oldHash, hash: hashApiKey(key), expiresAt }),
  );
  if (!isDone) throw unauthenticated("This API key was refreshed already.");
  return key;
}

/** Never, at a given moment ahead, or after so many days: one of the three, 30 days if nothing is said. */
function expiryOf(input: RefreshApiKeyInput, now: Instant): Instant | null {
  const { apiKeyNeverExpires, apiKeyDaysValid, expiresAt } = input;
  const said = [apiKeyNeverExpires || undefined, apiKeyDaysValid, expiresAt].filter((value) => value !== undefined);
  if (said.length > 1) {
    throw invalid("Provide only one of apiKeyNeverExpires, apiKeyDaysValid and expiresAt.");
  }
  if (expiresAt !== undefined && expiresAt <= now) throw invalid("expiresAt must lie ahead.");
  return apiKeyNeverExpires ? null : (expiresAt ?? now + (apiKeyDaysValid ?? 30) * dayMs);
}
