import type { Writable } from "node:stream";
import type { ClientBase } from "pg";

const corked = new WeakSet<ClientBase>();

/** Statements of one turn of the event loop leave in one write: a write wakes the server, and that costs more than sending. */
export function sendAtEndOfTurn(client: ClientBase): void {
  if (corked.has(client)) return;
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  corked.add(client);
  stream.cork();
  setImmediate(() => {
    corked.delete(client);
    stream.uncork();
  });
}
