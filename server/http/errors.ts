import { type Problem, Refusal, type RefusalKind } from "../errors.js";
import { problemSentence, problemTree } from "./validation.js";

/** Upstream's exception class names and reason phrases: clients match on them. */
const answers: Record<RefusalKind, { status: number; code: string; reason: string }> = {
  invalid: { status: 400, code: "BadRequestException", reason: "Bad Request" },
  unauthenticated: { status: 401, code: "UnauthorizedException", reason: "Unauthorized" },
  forbidden: { status: 403, code: "ForbiddenException", reason: "Forbidden" },
  "not-found": { status: 404, code: "NotFoundException", reason: "Not Found" },
  conflict: { status: 409, code: "ConflictException", reason: "Conflict" },
  "too-large": { status: 413, code: "PayloadTooLargeException", reason: "Payload Too Large" },
  unsupported: { status: 415, code: "UnsupportedMediaTypeException", reason: "Unsupported Media Type" },
  unprocessable: { status: 422, code: "UnprocessableEntityException", reason: "Unprocessable Entity" },
  "too-many": { status: 429, code: "ThrottlerException", reason: "Too Many Requests" },
  unavailable: { status: 503, code: "ServiceUnavailableException", reason: "Service Unavailable" },
};

export interface ErrorContext {
  /** The request's path with its query. */
  url: string;
  at: Date;
  /** How the operation tells wrong properties. */
  style: "tree" | "sentence";
  body: unknown;
}

export interface ErrorAnswer {
  status: number;
  body: { status: "error"; timestamp: string; path: string; message?: string; error: ErrorBody };
}

interface ErrorBody {
  code: string;
  message: string;
  details?: unknown;
}

/** How long a caller should wait when the server cannot do its work just now. */
export const retryAfterSeconds = 2;

/** Turns whatever was thrown into the wire's envelope; what is no refusal keeps its text to itself. */
export function answerTo(error: unknown, context: ErrorContext): ErrorAnswer {
  const refusal = error instanceof Refusal ? error : (refusalOfStore(error) ?? refusalOfFramework(error));
  if (!refusal) return envelope(500, context, { code: "INTERNAL_SERVER_ERROR", message: unexpected });
  if (refusal.code === "NO_STORE") return envelope(503, context, { code: refusal.code, message: refusal.message });
  const { status, code, reason } = answers[refusal.kind];
  const storeCode = storeCodes.find((known) => known === refusal.code);
  if (storeCode) return envelope(status, context, { code: storeCode, message: refusal.message });
  if (refusal.problems) return envelope(status, context, validationBody(refusal.problems, code, reason, context));
  if (refusal.kind === "too-many")
    return envelope(status, context, { code, message: refusal.message, details: refusal.message });
  const named = refusal.code ? { code: refusal.code } : {};
  const details = { message: refusal.message, error: reason, statusCode: status, ...named, ...refusal.details };
  return envelope(status, context, { code, message: refusal.message, details });
}

const unexpected = "There was an error, please try again later.";

function envelope(status: number, { url, at }: ErrorContext, error: ErrorBody): ErrorAnswer {
  // `message` is repeated at the top, where some of upstream's answers carry it.
  return { status, body: { status: "error", timestamp: at.toISOString(), path: url, message: error.message, error } };
}

function validationBody(problems: readonly Problem[], code: string, reason: string, context: ErrorContext): ErrorBody {
  if (context.style === "sentence") {
    const message = problemSentence(problems);
    return { code, message, details: { message, error: reason, statusCode: 400 } };
  }
  return { code, message: "Bad Request Exception", details: { errors: problemTree(problems, context.body) } };
}

const storeCodes = ["CONFLICT", "BAD_REQUEST"] as const;

/** What PostgreSQL refuses although the contract let it pass: the caller's value, never a fault of ours. */
function refusalOfStore(error: unknown): Refusal | null {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code !== "string") return lostInWords.test(String(message)) ? noStore() : null;
  if (code === "23505" || code === "23P01")
    return new Refusal("conflict", "This already exists.", { code: "CONFLICT" });
  if (code === "23503") return new Refusal("invalid", "A referenced record does not exist.", { code: "BAD_REQUEST" });
  // Class 22 is "data exception": a NUL or an impossible code point in a text, a number out of the column's range.
  if (/^22...$/.test(code)) {
    return new Refusal("invalid", "The request holds a value that cannot be stored.", { code: "BAD_REQUEST" });
  }
  if (lostStore.has(code) || code.startsWith("08")) return noStore();
  if (contended.has(code))
    return new Refusal("unavailable", "The database is too busy just now.", { code: "NO_STORE" });
  return null;
}

const noStore = (): Refusal => new Refusal("unavailable", "The database cannot be reached.", { code: "NO_STORE" });

/** The network's codes, and PostgreSQL's of shutting down, of starting, and of having no connection left. */
const lostStore = new Set(
  "ECONNREFUSED ECONNRESET EPIPE ENOTFOUND ETIMEDOUT EHOSTUNREACH EAI_AGAIN 57P01 57P02 57P03 53300".split(" "),
);

/** The driver's own errors have no code. */
const lostInWords =
  /^(Connection terminated|Connection ended|timeout e(xceeded|xpired)|Client has encountered a connection error|Client was closed|Cannot use a pool after)/;

/** Still a deadlock or a serialization failure after all tries, a statement or a lock that took too long. */
const contended = new Set(["40001", "40P01", "57014", "55P03"]);

function refusalOfFramework(error: unknown): Refusal | null {
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string };
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return new Refusal("too-large", "request entity too large");
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new Refusal("unsupported", "Send application/json.");
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refusal("invalid", message ?? "Bad Request");
  return null;
}
