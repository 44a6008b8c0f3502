import type { Context } from "../../context.js";
import { dayMs } from "../../core/time/index.js";
import { invalid, unauthenticated } from "../../errors.js";
import { hashApiKey, newApiKey } from "../../ids.js";
import type { RefreshApiKeyInput } from "./contract.js";
import { renewApiKey } from "./queries.js";

/** Replaces the caller's key by a new one in one step; of two refreshes at once only one succeeds. */
export async function refreshApiKey(ctx: Context, input: RefreshApiKeyInput): Promise<string> {
  if (ctx.actor.kind !== "user") throw unauthenticated("An API key is required.");
  if (input.apiKeyDaysValid !== undefined && input.apiKeyNeverExpires) {
    throw invalid(
      "ApiKeysService - Cannot set both apiKeyNeverExpires and apiKeyDaysValid - provide only one of them.",
    );
  }
  const id = ctx.actor.apiKeyId;
  const key = newApiKey();
  const expiresAt = input.apiKeyNeverExpires
    ? null
    : (input.expiresAt ?? ctx.now() + (input.apiKeyDaysValid ?? 30) * dayMs);
  const oldHash = ctx.actor.apiKeyHash;
  const isDone = await ctx.store.transaction((tx) =>
    renewApiKey(tx, { id, oldHash, hash: hashApiKey(key), expiresAt }),
  );
  if (!isDone) throw unauthenticated("This API key was refreshed already.");
  return key;
}
