import { z } from "zod";
import type { Context } from "./context.js";

/** Scopes of third-party tokens; `open` needs none, `closed` is not available to such tokens. */
export type Scope =
  | "open"
  | "closed"
  | `${"EVENT_TYPE" | "BOOKING" | "SCHEDULE" | "APPS" | "PROFILE" | "WEBHOOK" | "VERIFIED_RESOURCES"}_${"READ" | "WRITE"}`;

/**
 * Who may call. `optional`: anonymous is welcome, but a bad credential is refused; `none`: credentials are not looked at;
 * `operator`: the operator's key only; `api-key`: no other kind of credential.
 */
export type Auth = "required" | "optional" | "none" | "operator" | "api-key";

/** Which limit counts the request, see `http/rate-limit.ts`; `anonymous-booking` is `default` for who shows a credential. */
export type RateClass =
  | "default"
  | "uncounted"
  | "anonymous-booking"
  | "guests"
  | "attendees"
  | "email-code"
  | "phone-code"
  | "email-verify"
  | "phone-verify";

/** The parsed parts of a request, in the newest shape. */
export interface Input<Params = unknown, Query = unknown, Body = unknown> {
  params: Params;
  query: Query;
  body: Body;
  /** Old browser clients are known by one. */
  cookies: Readonly<Record<string, string>>;
  /** By lower-case names; for what the standards put there, such as `last-event-id`. */
  headers: Readonly<Record<string, string>>;
  /** Aborted when the caller is gone or has his answer; only streams live long enough to care. */
  gone: AbortSignal;
}

/** An older wire form of an operation: pure translations to and from the newest one. */
export interface Dialect<Params, Query, Body, Value> {
  status?: number;
  query?: z.ZodType;
  body?: z.ZodType;
  read?: (wire: Input<Params, never, never>) => Partial<Input<Params, Query, Body>>;
  view: (value: Value, ctx: Context, wire: Input<Params, never, never>) => unknown;
  response?: z.ZodType;
  pagination?: (value: Value) => unknown;
}

export interface OperationSpec<Params, Query, Body, Value> {
  /** Stable name for SDKs and tools, such as `createBooking`. */
  id: string;
  tag: string;
  summary: string;
  auth: Auth;
  scope: Scope;
  rate?: RateClass;
  status?: number;
  params?: z.ZodType<Params>;
  query?: z.ZodType<Query>;
  body?: z.ZodType<Body>;
  /** How a wrong body is told: as a tree of properties, or as one sentence (upstream does both). */
  problems?: "tree" | "sentence";
  /** Refuses who may not go to what the path names: asked when query or body are wrong, before that is told. */
  guard?: (ctx: Context, params: Params) => Promise<unknown>;
  run: (ctx: Context, input: Input<Params, Query, Body>) => Promise<Value>;
  /** What is asked of the world outside before the answer goes out, once everything is committed; it may still refuse. */
  settle?: (ctx: Context, value: Value) => Promise<void>;
  /** The `data` of the answer; `noData` where there is none. */
  view: (value: Value, ctx: Context, input: Input<Params, Query, Body>) => unknown;
  /** Schema of `data`. */
  response?: z.ZodType;
  /** Sibling of `data` on paged lists. */
  pagination?: (value: Value) => unknown;
  /** Its schema, where it is not the usual one. */
  paginationResponse?: z.ZodType;
  /** Further siblings of `data`, for this caller. */
  beside?: (value: Value, ctx: Context) => Record<string, unknown>;
  /** The value is an endless row of server-sent events instead of one answer. */
  isStream?: boolean;
  /** Header of the answer, such as a cookie. */
  headers?: (value: Value) => Record<string, string>;
  /** With `?dryRun=true` it tells what it would do, and does nothing. */
  canRehearse?: boolean;
  /** The answer shows a secret that is stored nowhere, such as a new key; if it is kept for a repeat, then sealed. */
  showsSecret?: boolean;
  /** Older dialects by the version that names them. */
  older?: Record<string, Dialect<Params, Query, Body, Value>>;
}

/** One row of a domain's table of operations, its types folded away. */
export interface Operation extends OperationSpec<never, never, never, never> {
  method: Method;
  path: string;
}

export type Method = "GET" | "POST" | "PATCH" | "DELETE" | "PUT";

/** Declares an operation: `op("GET", "/v2/schedules/{scheduleId}", { … })`. */
export function op<Params = unknown, Query = unknown, Body = unknown, Value = unknown>(
  method: Method,
  path: `/v2/${string}`,
  spec: OperationSpec<Params, Query, Body, Value>,
): Operation {
  // The table holds operations of all types side by side; `serve` gives each only what its own schemas parsed.
  return { ...spec, method, path } as unknown as Operation;
}

/** The view of operations that answer with their status alone. */
export const noData = (): undefined => undefined;

/** A numeric id in a path: digits only, within the range of the column. */
export const idParam = z
  .string()
  .regex(/^\d{1,10}$/, "must be a number")
  .transform(Number)
  .refine((id) => id <= 2_147_483_647, { error: "is too large", params: { rule: "max" } })
  .meta({ override: { type: "integer" } });

/** The 400 of a known field whose effect this server does not have yet: it is refused, never swallowed. */
export const notBuilt = (what: string): z.ZodType<undefined> =>
  z
    .unknown()
    .refine((value) => value === undefined || value === null, {
      error: `is not supported by this server yet: ${what}`,
      params: { rule: "isSupported" },
    })
    .optional() as unknown as z.ZodType<undefined>;
