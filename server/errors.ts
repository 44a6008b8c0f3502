/** Why a request is refused; `http/errors.ts` alone turns a kind into a status number. */
export type RefusalKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "too-large"
  | "unsupported"
  | "unprocessable"
  | "too-many"
  | "unavailable";

/** One wrong property of a body or query: `path` leads to it, `rule` names the broken rule. */
export interface Problem {
  path: readonly (string | number)[];
  rule: string;
  message: string;
  value?: unknown;
}

export interface RefusalOptions {
  /** A stable word that clients and code may branch on. */
  code?: string;
  /** Further public facts, merged into `error.details`. */
  details?: Record<string, unknown>;
  /** Wrong properties of the request, for validation refusals. */
  problems?: readonly Problem[];
  /** For the log only. */
  private?: string;
}

/** A refusal that the caller may read. Any other error is a bug and becomes a 500 without its text. */
export class Refusal extends Error {
  readonly code: string | undefined;
  readonly details: Record<string, unknown> | undefined;
  readonly problems: readonly Problem[] | undefined;
  readonly private: string | undefined;

  constructor(
    readonly kind: RefusalKind,
    message: string,
    options: RefusalOptions = {},
  ) {
    super(message);
    this.name = "Refusal";
    this.code = options.code;
    this.details = options.details;
    this.problems = options.problems;
    this.private = options.private;
  }
}

export const invalid = (message: string, options?: RefusalOptions): Refusal => new Refusal("invalid", message, options);
export const unauthenticated = (message: string): Refusal => new Refusal("unauthenticated", message);
export const forbidden = (message: string, options?: RefusalOptions): Refusal =>
  new Refusal("forbidden", message, options);
export const notFound = (message: string): Refusal => new Refusal("not-found", message);
/** The 400 of one thing too many, such as `private links of an event type`. */
export const checkCount = (count: number, most: number, what: string): void => {
  if (count >= most) throw invalid(`There can be at most ${most} ${what}; delete one first.`);
};
export const conflict = (message: string, options?: RefusalOptions): Refusal =>
  new Refusal("conflict", message, options);
