import type { ActingUser } from "../../context.js";

/** A person with an account. */
export type User = ActingUser;
