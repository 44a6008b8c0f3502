import type { Client } from "pg";
import type { ResultShape } from "./pool.js";
import { sendAtEndOfTurn } from "./sending.js";

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
