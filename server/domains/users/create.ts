import { conflict } from "../../errors.js";
import { brokenConstraint } from "../../store/sql.js";
import type { Tx } from "../../store/store.js";
import { findUsernamesLike, insertUser } from "./queries.js";
import type { User } from "./user.js";

export interface NewUser {
  email: string;
  name: string;
  username?: string;
  timeZone: string;
  weekStart?: string;
  timeFormat?: number;
  locale?: string;
  avatarUrl?: string;
  bio?: string;
  metadata?: Record<string, unknown>;
}

/** Makes an account without anything in it; 409 when the address or the name is taken. */
export async function createUser(tx: Tx, user: NewUser, { isOperator = false } = {}): Promise<User> {
  const username = user.username ?? (await freeUsername(tx, slugOf(user.email.split("@")[0] ?? "")));
  try {
    return await insertUser(tx, { ...user, username }, isOperator);
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === "users_email") throw conflict(`A user with the email ${user.email} already exists.`);
    if (constraint !== null) throw conflict(`The username ${username} is already taken.`);
    throw error;
  }
}

async function freeUsername(tx: Tx, wanted: string): Promise<string> {
  const taken = new Set(await findUsernamesLike(tx, wanted));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number++;
  return `${wanted}-${number}`;
}

/** Lower case, without diacritics, everything that is no letter, digit or dot a dash. */
export function slugOf(text: string): string {
  const slug = text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}.]+/gu, "-")
    .replace(/-+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  return slug || "user";
}
