import type { Instant } from "../core/time/instant.js";

/** What Kysely's PostgreSQL dialect asks of a pool; `pg.Pool` is one, and the embedded store is dressed as one. */
export interface PoolShape {
  connect(): Promise<ClientShape>;
  end(): Promise<void>;
  /** How the connections of transactions are used, where there are several. */
  connections?(): { open: number; idle: number; waiting: number };
}

export interface ClientShape {
  query(text: string, values?: readonly unknown[]): Promise<ResultShape>;
  release(): void;
}

export interface ResultShape {
  command: string;
  rowCount: number;
  rows: Record<string, unknown>[];
}

/** Readers for column types, the same for both engines: instants are epoch milliseconds, int8 numbers, dates text. */
export const readers: Record<number, (text: string) => unknown> = {
  20: Number,
  1082: (text) => text,
  1114: readTimestamp,
  1184: readTimestamp,
};

/** PostgreSQL's text of a timestamptz (`2026-11-22 08:00:00.123+00`; the session runs in UTC) as an instant. */
function readTimestamp(text: string): Instant {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11).replace(/([+-]\d\d)$/, "$1:00")}`);
}
