import { ConnectionError, KalendsError, TimeoutError } from "@kalends/sdk";

/** What the shell is told. Written down in docs/cli.md. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  refused: 3,
  notAllowed: 4,
  notFound: 5,
  unreachable: 6,
  serverFault: 7,
  interrupted: 130,
} as const;

/** A mistake in how the program was called: one sentence, and what to do about it. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** Ctrl-C at a question. */
export class Interrupted extends Error {}

export function exitCodeOf(error: unknown): number {
  if (error instanceof Interrupted) return exitCodes.interrupted;
  if (error instanceof UsageError || error instanceof TypeError) return exitCodes.usage;
  if (error instanceof ConnectionError || error instanceof TimeoutError) return exitCodes.unreachable;
  if (!(error instanceof KalendsError)) return exitCodes.failed;
  if (error.status === 401 || error.status === 403) return exitCodes.notAllowed;
  if (error.status === 404) return exitCodes.notFound;
  return error.status !== undefined && error.status < 500 && error.status >= 400
    ? exitCodes.refused
    : exitCodes.serverFault;
}
