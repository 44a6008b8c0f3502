import type { Tx } from "../../store/store.js";
import { noteJobs } from "../../store/transaction.js";
import type { NewEvent } from "./event.js";
import { insertEvent, insertEvents } from "./queries.js";

/** Writes what happened, and the job that will tell the listeners, in the transaction of the change itself. */
export async function recordEvent(tx: Tx, event: NewEvent): Promise<void> {
  await insertEvent(tx, event);
  noteJobs(tx);
}

/** The same for changes that were made together. */
export async function recordEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  await insertEvents(tx, events);
  noteJobs(tx);
}
