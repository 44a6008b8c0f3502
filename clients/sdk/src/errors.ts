/** What is known of a request that failed. */
export interface FailureFacts {
  /** A stable word: the server's own, such as `BadRequestException`, or one of ours, such as `CONNECTION_FAILED`. */
  code: string;
  /** The status of the answer, if one came. */
  status?: number;
  /** The server's own facts: wrong fields, free alternatives and the like. */
  details?: unknown;
  /** The server's name for this request; tell it to the operator. */
  requestId?: string;
  method: string;
  path: string;
  /** How often it was tried. */
  attempts: number;
  /** A write whose answer did not come: it may or may not have been done. Look before you try again. */
  mayHaveTakenEffect: boolean;
  cause?: unknown;
}

/** The base of every error that a request can end with, except the caller's own abort, which is thrown as it is. */
export class KalendsError extends Error implements FailureFacts {
  override readonly name: string = "KalendsError";
  readonly code: string;
  readonly status: number | undefined;
  readonly details: unknown;
  readonly requestId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly attempts: number;
  readonly mayHaveTakenEffect: boolean;

  constructor(message: string, facts: FailureFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = facts.code;
    this.status = facts.status;
    this.details = facts.details;
    this.requestId = facts.requestId;
    this.method = facts.method;
    this.path = facts.path;
    this.attempts = facts.attempts;
    this.mayHaveTakenEffect = facts.mayHaveTakenEffect;
  }
}

/** The server answered, and refused. */
export class ApiError extends KalendsError {
  override readonly name = "ApiError";
  declare readonly status: number;
  /** How long to wait, where the server says so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(message: string, facts: FailureFacts & { status: number; retryAfterSeconds?: number }) {
    super(message, facts);
    this.retryAfterSeconds = facts.retryAfterSeconds;
  }
}

/** No answer: the server was not reached, or the connection ended before the answer did. Code `CONNECTION_FAILED`. */
export class ConnectionError extends KalendsError {
  override readonly name = "ConnectionError";
}

/** No answer in time. Code `TIMEOUT`. */
export class TimeoutError extends KalendsError {
  override readonly name = "TimeoutError";
}

/** A success that cannot be read, such as a page of HTML. Code `MALFORMED_ANSWER`. */
export class MalformedAnswerError extends KalendsError {
  override readonly name = "MalformedAnswerError";
}
