import { invalid } from "../../errors.js";

/** The place in the log after which to read on; to callers it is a text without meaning. */
export const writeCursor = (position: number): string => Buffer.from(`e${position}`).toString("base64url");

/** Refuses what is none of ours. */
export function readCursor(cursor: string): number {
  const [, digits] = /^e(\d{1,15})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (digits === undefined) throw invalid("after is none of the cursors that this log has given.");
  return Number(digits);
}
