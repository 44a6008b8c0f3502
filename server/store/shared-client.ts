import type { Writable } from "node:stream";
import type { Client } from "pg";
import type { ResultShape } from "./pool.js";

export interface SharedClient {
  query(text: string, values: readonly unknown[] | undefined, name: string | undefined): Promise<ResultShape>;
  end(): Promise<void>;
}

/** One connection for many askers at once. It is opened when it is first needed, and again after it was lost. */
export function createSharedClient(make: () => Client): SharedClient {
  let connecting: Promise<Client> | undefined;

  const open = (): Promise<Client> => {
    const client = make();
    const opening = client.connect().then(() => client);
    // A lost connection tells so twice; the second word must not end the one that has taken its place.
    const forget = (): void => {
      if (connecting === opening) connecting = undefined;
    };
    client.on("error", forget);
    client.on("end", forget);
    opening.catch(forget);
    return opening;
  };

  const query: SharedClient["query"] = async (text, values, name) => {
    connecting ??= open();
    const client = await connecting;
    sendAtEndOfTurn(client);
    const result = await client.query({ text, values: values && [...values], name });
    return { command: result.command, rowCount: result.rowCount ?? 0, rows: result.rows };
  };

  const end = async (): Promise<void> => {
    const client = await connecting?.catch(() => undefined);
    await client?.end();
  };

  return { query, end };
}

const corked = new WeakSet<Client>();

/** Statements of one turn of the event loop leave in one write: a write wakes the server, and that costs more than sending. */
function sendAtEndOfTurn(client: Client): void {
  if (corked.has(client)) return;
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  corked.add(client);
  stream.cork();
  setImmediate(() => {
    corked.delete(client);
    stream.uncork();
  });
}
