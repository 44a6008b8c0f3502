import type { Instant } from "./core/time/instant.js";
import type { Outside } from "./outside/ports.js";
import type { Store } from "./store/store.js";

/** Who asks. A new kind of caller is a new member here and an answer in every function that switches on `kind`. */
export type Actor = Anonymous | UserActor | Clock;

export interface Anonymous {
  kind: "anonymous";
}

/** A person with a valid API key. */
export interface UserActor {
  kind: "user";
  user: ActingUser;
  apiKeyId: number;
  /** Tells a key that was refreshed meanwhile from the one this request came with. */
  apiKeyHash: string;
  /** Changes with everything that the caller's slots and bookings are made of (`user_revisions`), as the credential was looked up. */
  revision: string | null;
}

/** Time passing: jobs act for nobody. */
export interface Clock {
  kind: "clock";
}

/** The caller's account as loaded with the credential, so that no further query is needed to know it. */
export interface ActingUser {
  id: number;
  username: string;
  email: string;
  name: string | null;
  avatarUrl: string | null;
  bio: string | null;
  timeZone: string;
  weekStart: string;
  timeFormat: number;
  locale: string | null;
  metadata: Record<string, unknown>;
  defaultScheduleId: number | null;
  isOperator: boolean;
}

/** Structured log; callers pass ids and codes, never keys, secrets or bodies. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** What the operator configured and the domains need to know. */
export interface Settings {
  /** Origin of links that people open, without a slash at the end. */
  publicUrl: string;
  allowPrivateWebhooks: boolean;
  /** Other people's live holds refuse a booking, instead of only hiding the slot. */
  holdsAreStrict: boolean;
  /** Mail addresses that may not book. */
  blockedEmails: readonly string[];
}

/** How those who follow the log learn that they should look again. */
export interface Pulse {
  /** Says that there may be something new of these accounts. */
  ring(userIds: readonly (number | null)[]): void;
  /** Follows an account until `gone`; null where too many do already. */
  follow(userId: number, gone: AbortSignal): Follower | null;
}

export interface Follower {
  /** Resolves at the next ring, at the latest after `withinMs`, and at once when it is over. */
  next(withinMs: number): Promise<void>;
  /** The follower is gone, or the server stops. */
  isOver(): boolean;
}

/** Everything a verb may touch. A door builds it; it is passed first and never ambient. */
export interface Context {
  actor: Actor;
  now: () => Instant;
  store: Store;
  outside: Outside;
  pulse: Pulse;
  settings: Settings;
  log: Log;
}
