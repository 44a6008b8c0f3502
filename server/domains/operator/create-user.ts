import type { Context } from "../../context.js";
import { hashApiKey, newApiKey } from "../../ids.js";
import type { Tx } from "../../store/store.js";
import { createDefaultSchedule } from "../schedules/index.js";
import { createUser, insertApiKey, type NewUser, type User } from "../users/index.js";

export interface CreatedUser {
  user: User;
  apiKey: string;
}

/** Makes an account with a default schedule and a key that never expires; the key is told this once. */
export async function createAccount(ctx: Context, input: NewUser): Promise<CreatedUser> {
  const apiKey = newApiKey();
  const user = await ctx.store.transaction((tx) => insertAccount(tx, input, apiKey));
  return { user, apiKey };
}

/** The parts of an account, written together. */
export async function insertAccount(tx: Tx, input: NewUser, apiKey: string, isOperator = false): Promise<User> {
  const user = await createUser(tx, input, { isOperator });
  await insertApiKey(tx, {
    userId: user.id,
    hash: hashApiKey(apiKey),
    expiresAt: null,
    note: isOperator ? "operator" : null,
  });
  return createDefaultSchedule(tx, user);
}
